package io.mingjing.filing.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.filing.ReviewedDocuments;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What administrative reviews found of a document filed here; only where there is something. */
@Component
class ReviewedTab implements CaseTab {

    private final ReviewedDocuments reviewed;

    ReviewedTab(ReviewedDocuments reviewed) {
        this.reviewed = reviewed;
    }

    @Override
    public String id() {
        return "reviewed";
    }

    @Override
    public int order() {
        return 38;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.FILING && !reviewed.of(file.id(), actor).isEmpty();
    }

    @Override
    public String view() {
        return "filing/reviewed-tab :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        return Map.of("documents", reviewed.of(file.id(), actor));
    }
}
