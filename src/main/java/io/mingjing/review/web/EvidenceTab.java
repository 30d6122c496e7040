package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.review.Evidence;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The evidence of a review. */
@Component
class EvidenceTab implements CaseTab {

    private final Evidence evidence;
    private final Reviews reviews;
    private final Clock clock;

    EvidenceTab(Evidence evidence, Reviews reviews, Clock clock) {
        this.evidence = evidence;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "evidence";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW;
    }

    @Override
    public String view() {
        return "review/evidence :: tab";
    }

    @Override
    public @Nullable Integer badge(CaseFile file, Actor actor) {
        int count = evidence.of(file.id(), actor).size();
        return count == 0 ? null : count;
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        ReviewCase review = reviews.get(file.id());
        Map<String, Object> model = new HashMap<>();
        model.put("exhibits", evidence.of(file.id(), actor));
        model.put("roles", evidence.mayEnterFor(file.id(), actor));
        model.put("mayAdmit", evidence.mayAdmit(file.id(), actor));
        model.put("replyMissing", review.replyMissing());
        model.put("today", LocalDate.now(clock));
        return model;
    }
}
