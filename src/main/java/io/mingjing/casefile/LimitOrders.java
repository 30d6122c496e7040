package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.Computed;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a limit of one case another length or last day than the catalogue says, as an order or a special statute has it
 * (such as 行政复议法 art. 20.1 and 62.1: 法律另有规定的除外). The head of the unit does it, and names the document.
 */
@Service
@Transactional
public class LimitOrders {

    private final LimitBook book;
    private final OrderMapper mapper;
    private final LimitKeeper keeper;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LimitOrders(
            LimitBook book,
            OrderMapper mapper,
            LimitKeeper keeper,
            CaseVisibility visibility,
            TimeLimits time,
            Clock clock,
            ApplicationEventPublisher events) {
        this.book = book;
        this.mapper = mapper;
        this.keeper = keeper;
        this.visibility = visibility;
        this.time = time;
        this.clock = clock;
        this.events = events;
    }

    /** Every order on a limit, first to last; for use where the case is known to be visible. */
    @Transactional(readOnly = true)
    public List<LimitOrder> of(String limitId) {
        return mapper.findByLimit(limitId);
    }

    /** The order that stands now. */
    @Transactional(readOnly = true)
    public Optional<LimitOrder> standing(String limitId) {
        return of(limitId).stream()
                .reduce((first, second) -> second)
                .filter(order -> order.kind() != LimitOrder.Kind.LIFTED);
    }

    /** What {@link #order} would do; refuses what it would refuse. */
    @Transactional(readOnly = true)
    public LimitPlan plan(
            String limitId, @Nullable Integer length, @Nullable LocalDate endOn, LimitOrder.Basis basis, Actor actor) {
        CaseLimit limit = book.get(limitId);
        LimitRequest request = ordering(limit, length, endOn, basis, actor);
        return plan(limit, request);
    }

    /** What {@link #lift} would do; refuses what it would refuse. */
    @Transactional(readOnly = true)
    public LimitPlan planLift(String limitId, LimitOrder.Basis basis, Actor actor) {
        CaseLimit limit = book.get(limitId);
        return plan(limit, lifting(limit, basis, actor));
    }

    private LimitPlan plan(CaseLimit limit, LimitRequest request) {
        Computed dates = time.dates(request);
        return new LimitPlan(
                limit.id(),
                limit.rule(),
                limit.dueOn(),
                dates.due(),
                dates.yellowOn(),
                dates.redOn(),
                dates.provisional());
    }

    /**
     * Sets another length or another last day.
     *
     * @param length in the unit of the limit, counted from its start; or null
     * @param endOn the last day itself, which then stands until another order; or null
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code ORDER_ONE_OF}, {@code LIMIT_PAUSED}, {@code LIMIT_ENDED},
     *     {@code END_BEFORE_START}, {@code ORDER_BEFORE_TODAY}, {@code BAD_LENGTH}, {@code FIELDS}
     */
    public CaseLimit order(
            String limitId, @Nullable Integer length, @Nullable LocalDate endOn, LimitOrder.Basis basis, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = ordering(limit, length, endOn, basis, actor);
        LimitOrder.Kind kind = endOn == null ? LimitOrder.Kind.LENGTH : LimitOrder.Kind.END_DATE;
        return write(limit, request, kind, LimitChange.Kind.ORDERED, length, endOn, basis, actor);
    }

    /** Goes back to what the catalogue says; that needs a document too. */
    public CaseLimit lift(String limitId, LimitOrder.Basis basis, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = lifting(limit, basis, actor);
        return write(limit, request, LimitOrder.Kind.LIFTED, LimitChange.Kind.ORDER_LIFTED, null, null, basis, actor);
    }

    private LimitRequest lifting(CaseLimit limit, LimitOrder.Basis basis, Actor actor) {
        requireMayOrder(limit, actor);
        if (standing(limit.id()).isEmpty()) {
            throw Refusal.conflict("ORDER_NONE");
        }
        if (time.rule(limit.rule(), limit.startOn()).setByDocument()) {
            throw Refusal.conflict("ORDER_BY_DOCUMENT", limit.rule());
        }
        requireBasis(basis);
        LimitRequest request = LimitVersion.ordered(limit, null, null);
        requireNotPast(time.dates(request));
        return request;
    }

    private LimitRequest ordering(
            CaseLimit limit, @Nullable Integer length, @Nullable LocalDate endOn, LimitOrder.Basis basis, Actor actor) {
        requireMayOrder(limit, actor);
        if ((length == null) == (endOn == null)) {
            throw Refusal.invalid("ORDER_ONE_OF");
        }
        requireBasis(basis);
        LimitRequest request = LimitVersion.ordered(limit, length == null ? limit.setLength() : length, endOn);
        requireNotPast(time.dates(request));
        return request;
    }

    private CaseLimit write(
            CaseLimit limit,
            LimitRequest request,
            LimitOrder.Kind kind,
            LimitChange.Kind change,
            @Nullable Integer length,
            @Nullable LocalDate endOn,
            LimitOrder.Basis basis,
            Actor actor) {
        String name = text(basis.documentName());
        String number = text(basis.documentNo());
        LocalDate date = Objects.requireNonNull(basis.documentDate());
        CaseLimit after = keeper.redated(
                limit,
                request,
                LimitCause.of(change, "ORDER", actor)
                        .because(name + "（" + date + "）")
                        .by(number)
                        .on(date));
        keeper.moveTimer(after);
        LimitOrder order = new LimitOrder(
                Ids.next(),
                limit.id(),
                after.version(),
                kind,
                length,
                endOn,
                name,
                number,
                date,
                basis.remark() == null || basis.remark().isBlank()
                        ? null
                        : basis.remark().strip(),
                actor.userId(),
                actor.name(),
                clock.instant());
        mapper.insert(order);
        log(order, after, actor);
        return after;
    }

    private void log(LimitOrder order, CaseLimit after, Actor actor) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("limitId", after.id());
        facts.put("rule", after.rule());
        facts.put("kind", order.kind().name());
        facts.put("length", order.setLength() == null ? "" : String.valueOf(order.setLength()));
        facts.put("endOn", order.endOn() == null ? "" : order.endOn().toString());
        facts.put("document", order.documentName());
        facts.put("number", order.documentNo());
        facts.put("on", order.documentDate().toString());
        facts.put("remark", order.remark() == null ? "" : order.remark());
        events.publishEvent(
                Act.of("casefile.orderRecorded", after.caseId(), actor, facts).on(order.documentDate()));
    }

    private void requireMayOrder(CaseLimit limit, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        if (!limit.state().isOpen()) {
            throw Refusal.conflict("LIMIT_ENDED", limit.state().name());
        }
        if (limit.state() == LimitState.PAUSED) {
            throw Refusal.conflict("LIMIT_PAUSED");
        }
    }

    private void requireBasis(LimitOrder.Basis basis) {
        List<FieldError> errors = new ArrayList<>();
        required("documentName", text(basis.documentName()), 200, errors);
        required("documentNo", text(basis.documentNo()), 60, errors);
        LocalDate date = basis.documentDate();
        if (date == null) {
            errors.add(FieldError.of("documentDate", "REQUIRED"));
        } else if (date.isAfter(today())) {
            errors.add(FieldError.of("documentDate", "IN_FUTURE"));
        }
        int remark = text(basis.remark()).length();
        if (remark > 1000) {
            errors.add(FieldError.of("remark", "TOO_LONG", 1000, remark));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void required(String field, String value, int most, List<FieldError> errors) {
        if (value.isEmpty()) {
            errors.add(FieldError.of(field, "REQUIRED"));
        } else if (value.length() > most) {
            errors.add(FieldError.of(field, "TOO_LONG", most, value.length()));
        }
    }

    /** A date that is past already would make the law act at once on what somebody types now. */
    private void requireNotPast(Computed dates) {
        LocalDate due = dates.due();
        if (due != null && due.isBefore(today())) {
            throw Refusal.invalid("ORDER_BEFORE_TODAY", due.toString(), today().toString());
        }
    }

    private CaseLimit locked(String limitId, Actor actor) {
        CaseLimit seen = book.get(limitId);
        visibility.requireVisible(seen.caseId(), actor);
        visibility.lock(seen.caseId());
        return book.get(limitId);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
