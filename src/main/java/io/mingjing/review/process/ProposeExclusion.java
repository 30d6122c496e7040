package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.review.Inspections;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.Suspensions;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 提出扣除: time for inspection and appraisal that was ordered on paper does not count (实施条例 art. 45, 46); what is ordered
 * here excludes its time by itself ({@link InspectionProcess}).
 */
@Component
class ProposeExclusion extends SideProcedure {

    private final Suspensions suspensions;
    private final Inspections inspections;

    ProposeExclusion(Proposals proposals, Suspensions suspensions, Inspections inspections) {
        super(ExclusionProcess.PROCESS, ExclusionProcess.REVISE_EXCLUSION, Kind.EXCLUSION, List.of(), proposals);
        this.suspensions = suspensions;
        this.inspections = inspections;
    }

    /** One way at a time. */
    @Override
    boolean fits(CaseFile file) {
        return inspections.current(file.id()).isEmpty();
    }

    @Override
    String limitAct() {
        return "exclude";
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        suspensions.proposeExclusion(
                file.id(),
                new ReviewOrder.Draft(
                        answers.text("ground"),
                        answers.text("facts"),
                        answers.text("order"),
                        null,
                        answers.date("fromOn"),
                        null),
                actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("ground", order.ground());
        values.put("order", order.evidence());
        values.put("fromOn", order.askedOn());
        values.put("facts", order.facts());
        return values;
    }
}
