package io.mingjing.review.web;

import io.mingjing.casefile.TaskAside;
import io.mingjing.casefile.TaskContext;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Beside the form of the acceptance review: time to apply, similar applications, competent organ. */
@Component
class IntakeAside implements TaskAside {

    private static final String REVIEW_TASK = "userTask_reviewAcceptance";

    private final IntakeSheet sheet;

    IntakeAside(IntakeSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public boolean shown(TaskContext task) {
        return task.taskKey().equals(REVIEW_TASK);
    }

    @Override
    public String view() {
        return "review/intake :: aside";
    }

    @Override
    public Map<String, Object> model(TaskContext task, Actor actor) {
        return sheet.of(task.file(), actor, LocaleContextHolder.getLocale());
    }
}
