package io.mingjing.review;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.casefile.ResumeOrder;
import io.mingjing.review.ReviewOrder.Draft;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrder.State;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.Pause;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 中止, 恢复审理 and time that does not count (行政复议法 art. 39; 实施条例 art. 45, 46). The clock stops and runs again on the
 * day of the order.
 */
@Service
@Transactional
public class Suspensions {

    /** Mediation or settlement, for which both sides must agree (art. 39.1 item 6). */
    private static final String MEDIATION = "6";

    private final ReviewOrders orders;
    private final ReviewClock clock;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final IncidentalReviews incidentals;

    Suspensions(
            ReviewOrders orders, ReviewClock clock, CaseLimits limits, LimitActs acts, IncidentalReviews incidentals) {
        this.orders = orders;
        this.clock = clock;
        this.limits = limits;
        this.acts = acts;
        this.incidentals = incidentals;
    }

    /** The suspension in force. */
    @Transactional(readOnly = true)
    public Optional<ReviewOrder> inForce(String caseId) {
        return orders.find(caseId, Kind.SUSPENSION, State.ORDERED);
    }

    /** Whether the case is suspended 中止; time that does not count is none. */
    @Transactional(readOnly = true)
    public boolean suspended(String caseId) {
        return suspension(caseId).isPresent();
    }

    private Optional<Pause> suspension(String caseId) {
        return clock.find(caseId).stream()
                .flatMap(limit -> limit.pauses().stream()
                        .filter(pause -> pause.to() == null
                                && PauseGrounds.suspends(limit.rule(), String.valueOf(pause.ground()))))
                .findFirst();
    }

    /** @throws Refusal {@code DECISION_SUSPENDED} while the case is suspended */
    void requireNone(String caseId) {
        suspension(caseId).ifPresent(pause -> {
            throw Refusal.conflict("DECISION_SUSPENDED", pause.from());
        });
    }

    /**
     * An officer proposes to suspend.
     *
     * @param bothAgree whether both sides agree, which mediation and settlement need
     * @throws Refusal {@code SUSPENDED_ALREADY}, {@code NOT_UNDER_REVIEW}, {@code INCIDENTAL_FIRST} where no review of a
     *     document is begun with it, {@code FIELDS}
     */
    public ReviewOrder propose(String caseId, Draft draft, boolean bothAgree, Actor actor) {
        requireUnsuspended(caseId);
        if (MEDIATION.equals(draft.ground()) && !bothAgree) {
            throw Refusal.fields(List.of(FieldError.of("bothAgree", "MEDIATION_NEEDS_BOTH")));
        }
        if (IncidentalReviews.GROUND.equals(draft.ground())
                && incidentals.current(caseId).isEmpty()) {
            throw Refusal.conflict("INCIDENTAL_FIRST");
        }
        return orders.propose(caseId, Kind.SUSPENSION, draft, actor);
    }

    /** @throws Refusal {@code NOT_SUSPENDED}, {@code INCIDENTAL_OPEN_RESUMPTION} while a document is under review */
    public ReviewOrder proposeResumption(String caseId, String facts, Actor actor) {
        if (!suspended(caseId)) {
            throw Refusal.conflict("NOT_SUSPENDED");
        }
        incidentals
                .current(caseId)
                .filter(review -> review.state() == IncidentalReview.State.SUSPENDED)
                .ifPresent(review -> {
                    throw Refusal.conflict("INCIDENTAL_OPEN_RESUMPTION", review.documentTitle());
                });
        return orders.propose(caseId, Kind.RESUMPTION, Draft.of(null, facts), actor);
    }

    /**
     * The proposal in hand was ordered: the notice is out.
     *
     * @param orderNo number of the notice
     * @param approver who approved it for the organ
     */
    public void ordered(String caseId, String orderNo, LocalDate on, String approver) {
        ReviewOrder proposal = orders.proposed(caseId, Kind.SUSPENSION)
                .orElseThrow(() -> Refusal.conflict("REVIEW_ORDER_NOT_PROPOSED"));
        requireUnsuspended(caseId);
        Actor organ = ReviewClock.inTheNameOf(approver);
        acts.pause(
                clock.require(caseId).id(),
                new PauseOrder(on, String.valueOf(proposal.ground()), orderNo, proposal.expectedOn(), proposal.facts()),
                organ);
        orders.order(caseId, Kind.SUSPENSION, orderNo, on, organ);
    }

    /** The resumption in hand was ordered: the notice is out, and the clock runs again from its day. */
    public void resumptionOrdered(String caseId, String orderNo, LocalDate on, String approver) {
        Actor organ = ReviewClock.inTheNameOf(approver);
        ReviewOrder order = orders.order(caseId, Kind.RESUMPTION, orderNo, on, organ);
        resume(caseId, orderNo, order.facts(), on, organ);
    }

    /**
     * Suspends at once on an order that stands outside of the procedure of suspension, such as the transfer of a document
     * for review (the head of the organ).
     *
     * @param ground one of the ten of art. 39.1
     * @param orderNo number of the paper that orders it
     * @param from first day that does not count
     */
    public void suspend(
            String caseId, String ground, String orderNo, LocalDate from, @Nullable String facts, Actor actor) {
        requireUnsuspended(caseId);
        acts.pause(clock.require(caseId).id(), new PauseOrder(from, ground, orderNo, null, facts), actor);
        orders.propose(caseId, Kind.SUSPENSION, Draft.of(ground, facts == null ? orderNo : facts), actor);
        orders.order(caseId, Kind.SUSPENSION, orderNo, from, actor);
    }

    /** Lets the review go on from that day (who may suspend it). */
    public void resume(String caseId, @Nullable String orderNo, @Nullable String facts, LocalDate on, Actor actor) {
        String ground = suspension(caseId).map(Pause::ground).orElse(null);
        acts.resume(clock.require(caseId).id(), new ResumeOrder(on, orderNo, facts, ground), actor);
        inForce(caseId).ifPresent(order -> orders.end(order, on, actor));
    }

    /** An officer proposes that time for an inspection or an appraisal does not count. */
    public ReviewOrder proposeExclusion(String caseId, Draft draft, Actor actor) {
        LocalDate from = draft.askedOn();
        CaseLimit limit = clock.require(caseId);
        limit.pauses().stream()
                .filter(pause -> pause.to() == null && PauseGrounds.excludes(limit.rule(), pause.ground()))
                .findFirst()
                .ifPresent(pause -> {
                    throw Refusal.conflict("EXCLUDED_ALREADY", pause.from());
                });
        if (from != null && !from.isAfter(limit.startOn())) {
            throw Refusal.fields(List.of(FieldError.of("fromOn", "BEFORE_ACCEPTANCE")));
        }
        return orders.propose(caseId, Kind.EXCLUSION, draft, actor);
    }

    /** The head of the unit agreed: the clock stands still from the first day of the inspection or appraisal. */
    public void exclude(String caseId, LocalDate on, String approver) {
        ReviewOrder order = orders.proposed(caseId, Kind.EXCLUSION)
                .orElseThrow(() -> Refusal.conflict("REVIEW_ORDER_NOT_PROPOSED"));
        Actor unit = ReviewClock.inTheNameOf(approver);
        LocalDate from = order.askedOn() == null ? on : order.askedOn();
        String number = String.valueOf(order.evidence());
        acts.pause(
                clock.require(caseId).id(),
                new PauseOrder(from, String.valueOf(order.ground()), number, null, order.facts()),
                unit);
        orders.order(caseId, Kind.EXCLUSION, number, from, unit);
    }

    /** The inspection is over, the appraisal has arrived: that day counts again. */
    public void endExclusion(String caseId, LocalDate on, Actor actor) {
        ReviewOrder order = orders.find(caseId, Kind.EXCLUSION, State.ORDERED)
                .orElseThrow(() -> Refusal.conflict("REVIEW_ORDER_NOT_PROPOSED"));
        LocalDate from = order.orderedOn();
        if (from != null && on.isBefore(from)) {
            throw Refusal.fields(List.of(FieldError.of("endedOn", "BEFORE_BEGIN")));
        }
        acts.resume(
                clock.require(caseId).id(),
                new ResumeOrder(on, order.orderNo(), null, String.valueOf(order.ground())),
                ReviewClock.inTheNameOf(actor.name()));
        orders.end(order, on, actor);
    }

    /** The last of the sixty days of a suspension on item 1, 2 or 4; empty where none is counted. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> sixtiethDay(String caseId) {
        boolean watched = clock.find(caseId).stream()
                .flatMap(limit -> limit.pauses().stream())
                .anyMatch(pause -> pause.to() == null && PauseGrounds.watched(String.valueOf(pause.ground())));
        return watched
                ? limits.of(caseId).stream()
                        .filter(limit -> limit.rule().equals("AR-SUSP60"))
                        .reduce((first, second) -> second)
                        .flatMap(limit -> Optional.ofNullable(limit.dueOn()))
                : Optional.empty();
    }

    /** Time that does not count, as during an appraisal, does not stand in the way of a suspension. */
    private void requireUnsuspended(String caseId) {
        clock.require(caseId);
        suspension(caseId).ifPresent(pause -> {
            throw Refusal.conflict("SUSPENDED_ALREADY", pause.from());
        });
    }
}
