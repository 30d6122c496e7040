package io.mingjing.inspection;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Everything that was done in a case, newest first. */
@Component
class TimelineTab implements CaseTab {

    static final int PAGE = 100;

    private final Timeline timeline;

    TimelineTab(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public String id() {
        return "timeline";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String view() {
        return "inspection/timeline :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        return Map.of("page", timeline.of(file.id(), null, PAGE, LocaleContextHolder.getLocale(), actor));
    }
}
