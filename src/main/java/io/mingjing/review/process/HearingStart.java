package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Procedure;
import io.mingjing.review.Hearings;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出听证意见: an officer proposes a hearing of an accepted review that is not decided yet (行政复议法 art. 50). */
@Component
class HearingStart implements Procedure {

    private final Hearings hearings;
    private final Reviews reviews;

    HearingStart(Hearings hearings, Reviews reviews) {
        this.hearings = hearings;
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return HearingProcess.PROCESS;
    }

    @Override
    public boolean offered(CaseFile file, Actor actor) {
        if (file.area() != Area.REVIEW
                || !actor.hasAny(Role.REVIEW_OFFICER, Role.UNIT_HEAD)
                || file.closedOn() != null) {
            return false;
        }
        ReviewCase review = reviews.find(file.id()).orElse(null);
        return review != null
                && review.acceptedOn() != null
                && review.decidedOn() == null
                && hearings.current(file.id()).isEmpty();
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        hearings.propose(file.id(), answers.codes("hearingGrounds"), answers.text("hearingReason"), actor);
        return Map.of();
    }
}
