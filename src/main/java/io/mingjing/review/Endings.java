package io.mingjing.review;

import io.mingjing.review.ReviewOrder.Draft;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 终止 and 驳回申请: how a review ends without a decision on the merits (行政复议法 art. 33, 41). */
@Service
@Transactional
public class Endings {

    /** Suspended for sixty days on item 1, 2 or 4 (art. 41 item 5). */
    private static final String SUSPENDED_60 = "SUSPENDED_60";

    private final ReviewOrders orders;
    private final ReviewClock clock;
    private final Suspensions suspensions;
    private final Clock time;

    Endings(ReviewOrders orders, ReviewClock clock, Suspensions suspensions, Clock time) {
        this.orders = orders;
        this.clock = clock;
        this.suspensions = suspensions;
        this.time = time;
    }

    /**
     * An officer proposes to terminate.
     *
     * @throws Refusal {@code NOT_UNDER_REVIEW}; {@code TERMINATION_NOT_SUSPENDED} and {@code TERMINATION_TOO_EARLY} on the
     *     ground of sixty days
     */
    public void proposeTermination(String caseId, String ground, String reason, String evidence, Actor actor) {
        clock.require(caseId);
        requireSixtyDays(caseId, ground);
        orders.propose(caseId, Kind.TERMINATION, new Draft(ground, reason, evidence, null, null, null), actor);
    }

    /** An officer proposes to dismiss the application after it was accepted (art. 33; 实施条例 art. 37.1). */
    public void proposeDismissal(String caseId, String ground, String reason, Actor actor) {
        clock.require(caseId);
        orders.propose(caseId, Kind.DISMISSAL, Draft.of(ground, reason), actor);
    }

    /** The head of the organ agreed: the handling ends now. */
    public void ordered(String caseId, Kind kind, Actor actor) {
        orders.proposed(caseId, kind)
                .filter(order -> order.kind() == Kind.TERMINATION)
                .ifPresent(order -> requireSixtyDays(caseId, String.valueOf(order.ground())));
        orders.order(caseId, kind, null, LocalDate.now(time), actor);
    }

    private void requireSixtyDays(String caseId, String ground) {
        if (!ground.equals(SUSPENDED_60)) {
            return;
        }
        LocalDate sixtieth =
                suspensions.sixtiethDay(caseId).orElseThrow(() -> Refusal.conflict("TERMINATION_NOT_SUSPENDED"));
        if (!LocalDate.now(time).isAfter(sixtieth)) {
            throw Refusal.conflict("TERMINATION_TOO_EARLY", sixtieth);
        }
    }
}
