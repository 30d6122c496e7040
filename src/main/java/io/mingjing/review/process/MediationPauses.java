package io.mingjing.review.process;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Procedures;
import io.mingjing.review.Mediations;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrders;
import io.mingjing.review.Suspensions;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The suspension for a mediation (行政复议法 art. 39.1 item 6): proposed when the head of the organ agrees, ordered and lifted by
 * notices to every party, as every other one.
 */
@Component
class MediationPauses {

    private static final String GROUND = "6";

    private final Mediations mediations;
    private final Suspensions suspensions;
    private final ReviewOrders orders;
    private final ProposeSuspension suspension;
    private final ProposeResumption resumption;
    private final Procedures procedures;
    private final Cases cases;
    private final ActDay actDay;

    MediationPauses(
            Mediations mediations,
            Suspensions suspensions,
            ReviewOrders orders,
            ProposeSuspension suspension,
            ProposeResumption resumption,
            Procedures procedures,
            Cases cases,
            ActDay actDay) {
        this.mediations = mediations;
        this.suspensions = suspensions;
        this.orders = orders;
        this.suspension = suspension;
        this.resumption = resumption;
        this.procedures = procedures;
        this.cases = cases;
        this.actDay = actDay;
    }

    /** Proposes the suspension to which both sides and the head of the organ have agreed; its notice stops the clock. */
    void propose(CaseFile file, String evidence) {
        suspension.propose(
                file,
                new Answers(Map.of(
                        "ground",
                        GROUND,
                        "bothAgree",
                        true,
                        "facts",
                        "本案正在依法进行调解，申请人和被申请人均同意中止。",
                        "evidence",
                        evidence)),
                Actor.SYSTEM);
        procedures.begin(file.id(), SuspensionProcess.PROCESS, Map.of());
    }

    /** The mediation is over: what was only proposed is dropped, what is ordered is lifted by a notice (art. 39.2). */
    void over(String caseId) {
        mediations.resumeClock(caseId);
        CaseFile file = cases.require(caseId);
        if (orders.proposed(caseId, Kind.SUSPENSION)
                .filter(MediationPauses::ours)
                .isPresent()) {
            orders.drop(caseId, Kind.SUSPENSION, Actor.SYSTEM);
            suspension.dropped(file, Actor.SYSTEM);
            procedures.stop(caseId, SuspensionProcess.PROCESS, "mediation over");
        } else if (suspended(caseId) && !procedures.running(caseId, ResumptionProcess.PROCESS)) {
            resumption.propose(file, new Answers(Map.of("facts", "调解已经结束，中止的原因消除。")), Actor.SYSTEM);
            procedures.begin(caseId, ResumptionProcess.PROCESS, Map.of());
        }
    }

    /** The decision is made while the case is suspended for the mediation: the clock runs again at once. */
    void decided(String caseId) {
        mediations.resumeClock(caseId);
        if (suspended(caseId)) {
            suspensions.resume(caseId, null, null, actDay.today(), Actor.SYSTEM);
        }
    }

    private boolean suspended(String caseId) {
        return suspensions.inForce(caseId).filter(MediationPauses::ours).isPresent() && suspensions.suspended(caseId);
    }

    private static boolean ours(ReviewOrder order) {
        return GROUND.equals(order.ground());
    }
}
