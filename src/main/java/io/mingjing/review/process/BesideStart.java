package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Procedure;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.List;
import java.util.Map;

/**
 * A procedure of a review, by what it offers and what its start form does.
 *
 * @param prefill what the form begins with
 * @param check what would refuse or follow, without touching anything
 */
record BesideStart(String processKey, Offered when, Prefill prefill, Check check, Begin begin) implements Procedure {

    /** Whether somebody may begin it now. */
    interface Offered {
        boolean to(CaseFile file, Actor actor);
    }

    /** What the form begins with. */
    interface Prefill {
        Map<String, Object> of(CaseFile file);
    }

    /** What stands against it, or follows from it. */
    interface Check {
        List<Consequence> of(CaseFile file, Answers answers);
    }

    /** What beginning does; answers the variables of the process. */
    interface Begin {
        Map<String, Object> with(CaseFile file, Answers answers, Actor actor);
    }

    /** An open case that is accepted and not decided. */
    static boolean underReview(CaseFile file, Reviews reviews) {
        return file.area() == Area.REVIEW
                && file.state() == CaseState.OPEN
                && reviews.find(file.id()).filter(ReviewCase::underReview).isPresent();
    }

    static BesideStart of(String processKey, Offered when, Begin begin) {
        return new BesideStart(processKey, when, file -> Map.of(), (file, answers) -> List.of(), begin);
    }

    BesideStart checking(Check what) {
        return new BesideStart(processKey, when, prefill, what, begin);
    }

    BesideStart beginningWith(Prefill values) {
        return new BesideStart(processKey, when, values, check, begin);
    }

    @Override
    public boolean offered(CaseFile file, Actor actor) {
        return when.to(file, actor);
    }

    @Override
    public Map<String, Object> prefill(CaseFile file) {
        return prefill.of(file);
    }

    @Override
    public List<Consequence> plan(CaseFile file, Map<String, Object> values) {
        return check.of(file, new Answers(values));
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        check.of(file, answers);
        return begin.with(file, answers, actor);
    }
}
