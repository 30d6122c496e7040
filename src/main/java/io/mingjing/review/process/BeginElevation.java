package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Procedure;
import io.mingjing.identity.Organs;
import io.mingjing.review.Elevations;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 登记提级: decided by the superior organ, or to be asked for (行政复议法 art. 38). */
@Component
class BeginElevation implements Procedure {

    private final Elevations elevations;
    private final Reviews reviews;
    private final Organs organs;
    private final CaseHandlers handlers;

    BeginElevation(Elevations elevations, Reviews reviews, Organs organs, CaseHandlers handlers) {
        this.handlers = handlers;
        this.elevations = elevations;
        this.reviews = reviews;
        this.organs = organs;
    }

    @Override
    public String processKey() {
        return ElevationProcess.PROCESS;
    }

    /** Reports and notices of superiors come to the handlers or to the head of the unit. */
    @Override
    public boolean offered(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && file.state() == CaseState.OPEN
                && (actor.has(Role.UNIT_HEAD) || handlers.handles(file.id(), actor))
                && reviews.find(file.id()).filter(ReviewCase::underReview).isPresent()
                && elevations.underWay(file.id()).isEmpty();
    }

    /** The next government above, as a rule. */
    @Override
    public Map<String, Object> prefill(CaseFile file) {
        String parent = organs.get(file.governmentId()).parentId();
        return parent == null ? Map.of() : Map.of("superior", parent);
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        elevations.begin(
                file.id(),
                answers.text(ElevationProcess.WAY),
                answers.text("superior"),
                answers.text("number"),
                answers.text("reason"),
                actor);
        return Map.of();
    }
}
