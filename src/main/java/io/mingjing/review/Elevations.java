package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseMoves;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.casefile.ResumeOrder;
import io.mingjing.identity.Organ;
import io.mingjing.identity.OrganKind;
import io.mingjing.identity.Organs;
import io.mingjing.review.ReviewOrder.Draft;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提级审理: a superior organ takes the case (行政复议法 art. 38; 实施条例 art. 40). */
@Service
@Transactional
public class Elevations {

    /** Day on which the superior's decision arrived; the five working days of the hand-over run from it. */
    public static final String ORDERED = "elevationOrdered";

    /** Day on which the superior received the file; its sixty days run from it. */
    public static final String RECEIVED = "elevated";

    private static final String GROUND = "ELEVATION";

    private final ReviewOrders orders;
    private final ReviewClock clock;
    private final Cases cases;
    private final CaseMoves moves;
    private final LimitActs acts;
    private final Organs organs;

    Elevations(ReviewOrders orders, ReviewClock clock, Cases cases, CaseMoves moves, LimitActs acts, Organs organs) {
        this.orders = orders;
        this.clock = clock;
        this.cases = cases;
        this.moves = moves;
        this.acts = acts;
        this.organs = organs;
    }

    /** The elevation under way. */
    @Transactional(readOnly = true)
    public Optional<ReviewOrder> underWay(String caseId) {
        return orders.proposed(caseId, Kind.ELEVATION);
    }

    /** The superior organ of the elevation under way. */
    @Transactional(readOnly = true)
    public Optional<Organ> superior(String caseId) {
        return underWay(caseId).flatMap(order -> organs.find(String.valueOf(order.evidence())));
    }

    /**
     * Begins an elevation: decided by the superior, or to be asked for.
     *
     * @param way ORDERED or REPORTED
     * @param number of the superior's decision, or of the paper that asks for it
     * @throws Refusal {@code NOT_UNDER_REVIEW}, {@code FIELDS} where the organ is no government above
     */
    public void begin(String caseId, String way, String superiorId, String number, String reason, Actor actor) {
        clock.require(caseId);
        CaseFile file = cases.require(caseId);
        Organ superior = organs.find(superiorId)
                .filter(organ -> organ.kind() == OrganKind.GOVERNMENT)
                .filter(organ -> !organ.id().equals(file.governmentId()))
                .filter(organ -> file.governmentPath().startsWith(organ.path()))
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("superior", "NOT_A_SUPERIOR_ORGAN"))));
        orders.propose(caseId, Kind.ELEVATION, new Draft(way, reason, superior.id(), null, null, null), number, actor);
    }

    /** The head of the unit agreed to ask: from that day on the time does not count (实施条例 art. 40.2). */
    public void reported(String caseId, LocalDate on, String approver) {
        ReviewOrder order = require(caseId);
        acts.pause(
                clock.require(caseId).id(),
                new PauseOrder(on, GROUND, String.valueOf(order.orderNo()), null, order.facts()),
                ReviewClock.inTheNameOf(approver));
    }

    /** The head of the unit did not agree to ask. */
    public void notReported(String caseId, Actor actor) {
        orders.drop(caseId, Kind.ELEVATION, actor);
    }

    /** The superior has answered: it takes the case, or the time counts again from that day. */
    public void replied(String caseId, boolean elevated, String number, LocalDate on, Actor actor) {
        ReviewOrder order = require(caseId);
        if (elevated) {
            cases.setKeyDate(caseId, ORDERED, on, actor);
            orders.propose(
                    caseId,
                    Kind.ELEVATION,
                    new Draft(order.ground(), order.facts(), order.evidence(), null, null, null),
                    number,
                    actor);
            return;
        }
        orders.drop(caseId, Kind.ELEVATION, actor);
        acts.resume(
                clock.require(caseId).id(),
                new ResumeOrder(on, number, null, GROUND),
                ReviewClock.inTheNameOf(actor.name()));
    }

    /** The superior has the file: its sixty days begin on that day (实施条例 art. 40.3). */
    public void received(String caseId, Actor actor) {
        ReviewOrder order = require(caseId);
        acts.elevate(clock.require(caseId).id(), RECEIVED, order.facts(), ReviewClock.inTheNameOf(actor.name()));
    }

    /** From the day of receipt on the superior's people handle the case. */
    public void moved(String caseId) {
        ReviewOrder order = require(caseId);
        LocalDate on =
                cases.keyDate(caseId, RECEIVED).orElseThrow(() -> Refusal.conflict("KEY_DATE_MISSING", RECEIVED));
        orders.order(caseId, Kind.ELEVATION, order.orderNo(), on, Actor.SYSTEM);
        moves.move(caseId, String.valueOf(order.evidence()), on, Actor.SYSTEM);
    }

    private ReviewOrder require(String caseId) {
        return underWay(caseId).orElseThrow(() -> Refusal.conflict("REVIEW_ORDER_NOT_PROPOSED"));
    }
}
