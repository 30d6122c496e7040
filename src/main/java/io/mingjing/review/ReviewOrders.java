package io.mingjing.review;

import io.mingjing.review.ReviewOrder.Draft;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrder.State;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The book of what turned the course of a review. Who may order what is for the services that use it. */
@Service
@Transactional
public class ReviewOrders {

    private final ReviewOrderMapper mapper;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewOrders(ReviewOrderMapper mapper, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.clock = clock;
        this.events = events;
    }

    /** Every order of a case and every proposal, first to last. */
    @Transactional(readOnly = true)
    public List<ReviewOrder> of(String caseId) {
        return mapper.findByCase(caseId);
    }

    /** The latest of that kind in that state. */
    @Transactional(readOnly = true)
    public Optional<ReviewOrder> find(String caseId, Kind kind, State state) {
        return of(caseId).stream()
                .filter(order -> order.kind() == kind && order.state() == state)
                .reduce((first, second) -> second);
    }

    /** The proposal in hand. */
    @Transactional(readOnly = true)
    public Optional<ReviewOrder> proposed(String caseId, Kind kind) {
        return find(caseId, kind, State.PROPOSED);
    }

    /** Writes a proposal, over the one in hand if there is one; nothing has effect until it is ordered. */
    public ReviewOrder propose(String caseId, Kind kind, Draft draft, Actor actor) {
        return propose(caseId, kind, draft, null, actor);
    }

    /** @param number of the paper that is in hand already */
    public ReviewOrder propose(String caseId, Kind kind, Draft draft, @Nullable String number, Actor actor) {
        ReviewOrder before = proposed(caseId, kind).orElse(null);
        ReviewOrder order = new ReviewOrder(
                before == null ? Ids.next() : before.id(),
                caseId,
                kind,
                draft.ground(),
                draft.facts(),
                draft.evidence(),
                draft.days(),
                draft.askedOn(),
                draft.expectedOn(),
                State.PROPOSED,
                number,
                null,
                null,
                actor.userId(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                before == null ? 0 : before.version());
        if (before == null) {
            mapper.insert(order);
        } else {
            write(order);
        }
        tell("Proposed", order, actor, null);
        return order;
    }

    /** The officer no longer proposes it. */
    public void drop(String caseId, Kind kind, Actor actor) {
        proposed(caseId, kind).ifPresent(order -> {
            write(order.to(State.DROPPED, null, null, null));
            tell("Dropped", order, actor, null);
        });
    }

    /**
     * The proposal in hand has been ordered.
     *
     * @param on day of the order; from it the order has effect
     * @throws Refusal {@code ORDER_NOT_PROPOSED}
     */
    public ReviewOrder order(String caseId, Kind kind, @Nullable String number, LocalDate on, Actor actor) {
        ReviewOrder order = proposed(caseId, kind).orElseThrow(() -> Refusal.conflict("REVIEW_ORDER_NOT_PROPOSED"));
        ReviewOrder after = order.to(State.ORDERED, number, on, null);
        write(after);
        tell("Ordered", after, actor, on);
        return after;
    }

    /** What the order began is over. */
    public void end(ReviewOrder order, LocalDate on, Actor actor) {
        write(order.to(State.ENDED, order.orderNo(), order.orderedOn(), on));
        tell("Ended", order, actor, on);
    }

    private void tell(String what, ReviewOrder order, Actor actor, @Nullable LocalDate on) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("ground", order.ground() == null ? "" : order.ground());
        facts.put("number", order.orderNo() == null ? "" : order.orderNo());
        Act act = Act.of("review." + word(order.kind()) + what, order.caseId(), actor, facts);
        events.publishEvent(on == null ? act : act.on(on));
    }

    /** What the log calls it; the termination proposed after sixty days of suspension has an entry of its own. */
    private static String word(Kind kind) {
        return kind == Kind.TERMINATION ? "ending" : kind.name().toLowerCase(Locale.ROOT);
    }

    private void write(ReviewOrder order) {
        if (mapper.update(order) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
