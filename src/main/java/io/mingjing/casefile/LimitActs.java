package io.mingjing.casefile;

import io.mingjing.engine.Processes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Pause;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to a limit, each act with its plan and with what the law refuses. */
@Service
@Transactional
public class LimitActs {

    private final LimitBook book;
    private final LimitKeeper keeper;
    private final KeyDates keyDates;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final Processes processes;
    private final Clock clock;

    LimitActs(
            LimitBook book,
            LimitKeeper keeper,
            KeyDates keyDates,
            CaseVisibility visibility,
            TimeLimits time,
            Processes processes,
            Clock clock) {
        this.book = book;
        this.keeper = keeper;
        this.keyDates = keyDates;
        this.visibility = visibility;
        this.time = time;
        this.processes = processes;
        this.clock = clock;
    }

    /** What {@link #pause(String, LocalDate, String, String, Actor)} would do; refuses what it would refuse. */
    @Transactional(readOnly = true)
    public LimitPlan planPause(String limitId, LocalDate from, String ground, Actor actor) {
        CaseLimit limit = seen(limitId, actor);
        return plan(limit, pausing(limit, from, ground, actor));
    }

    /** What {@link #resume} would do. */
    @Transactional(readOnly = true)
    public LimitPlan planResume(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = seen(limitId, actor);
        return plan(limit, resuming(limit, on, actor));
    }

    /** What {@link #extend} would do. */
    @Transactional(readOnly = true)
    public LimitPlan planExtend(String limitId, int days, Actor actor) {
        CaseLimit limit = seen(limitId, actor);
        return plan(limit, extending(limit, days, actor));
    }

    public CaseLimit pause(String limitId, LocalDate from, String ground, Actor actor) {
        return pause(limitId, from, ground, null, actor);
    }

    /**
     * Stops the clock from that day on (行政复议法 art. 39; heads of unit and organ). There is no due date until it is
     * resumed; the timer sleeps.
     *
     * @param ground one of {@link PauseGrounds#of}
     */
    public CaseLimit pause(String limitId, LocalDate from, String ground, @Nullable String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = pausing(limit, from, ground, actor);
        book.openPause(limit, from, ground, reason, actor);
        CaseLimit after = keeper.redated(limit, request, LimitChange.Kind.PAUSED, ground, reason, actor, from);
        if (after.scopeId() != null) {
            processes.suspendTimer(after.scopeId());
        }
        return after;
    }

    /** Lets the clock run again; that day counts (heads of unit and organ). */
    public CaseLimit resume(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = resuming(limit, on, actor);
        book.closePause(limit, on, actor);
        CaseLimit after = keeper.redated(limit, request, LimitChange.Kind.RESUMED, "RESUMED", null, actor, on);
        if (after.scopeId() != null) {
            processes.resumeTimer(after.scopeId(), LegalEffect.of(after.dueOn()));
        }
        return after;
    }

    /**
     * Lengthens a limit before it expires (行政复议法 art. 62.1; the head of the unit). All extensions together stay within
     * what the rule allows.
     *
     * @param days in the unit of the limit
     */
    public CaseLimit extend(String limitId, int days, String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = extending(limit, days, actor);
        requireReason(reason);
        CaseLimit after = keeper.redated(limit, request, LimitChange.Kind.EXTENDED, "EXTENDED", reason, actor, null);
        keeper.moveTimer(after);
        return after;
    }

    /**
     * Opens a limit that no process watches.
     *
     * @param startFact key date from which it runs; must be set
     * @param length length set by a document; null for the catalogue's
     */
    public CaseLimit start(
            String caseId,
            String rule,
            String startFact,
            @Nullable Integer length,
            @Nullable DayUnit unit,
            Actor actor) {
        visibility.lock(caseId);
        visibility.requireVisible(caseId, actor);
        LocalDate startOn =
                keyDates.find(caseId, startFact).orElseThrow(() -> Refusal.conflict("KEY_DATE_MISSING", startFact));
        LimitRequest request = new LimitRequest(
                time.inForce(rule, startOn).id(), startOn, List.of(), 0, length, unit, book.lights(caseId, rule), null);
        CaseLimit limit = LimitVersion.opened(Ids.next(), caseId, null, null, startFact, request, time.dates(request));
        keeper.opened(limit, "STARTED", actor);
        return limit;
    }

    /** What the limit was for has been done on that day. Limits of the process end with their step instead. */
    public void meet(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        requireOpen(limit);
        requireWithoutTimer(limit);
        keeper.end(limit, LimitState.MET, on, LimitChange.Kind.MET, "MET", null, actor);
    }

    /** The limit no longer applies (the handlers or the head of the unit). */
    public void cancel(String limitId, String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        visibility.requireHandlerOr(limit.caseId(), actor, Role.UNIT_HEAD);
        requireOpen(limit);
        requireWithoutTimer(limit);
        requireReason(reason);
        keeper.end(limit, LimitState.CANCELLED, null, LimitChange.Kind.CANCELLED, "CANCELLED", reason, actor);
    }

    private LimitRequest pausing(CaseLimit limit, LocalDate from, String ground, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "HEADS_ONLY", Role.UNIT_HEAD, Role.ORGAN_HEAD);
        requireOpen(limit);
        if (limit.state() == LimitState.PAUSED) {
            throw Refusal.conflict("LIMIT_PAUSED");
        }
        requireCounted(limit);
        LimitRule rule = time.rule(limit.rule(), limit.startOn());
        if (!rule.pausable()) {
            throw Refusal.invalid("NOT_PAUSABLE", limit.rule());
        }
        if (!PauseGrounds.of(limit.rule()).contains(ground)) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("ground", "CHOICE")));
        }
        requireNotFuture("from", from);
        LocalDate due = limit.dueOn();
        if (!from.isAfter(limit.startOn()) || (due != null && from.isAfter(due))) {
            throw Refusal.conflict("PAUSE_OUTSIDE_LIMIT", limit.startOn(), due == null ? limit.startOn() : due);
        }
        for (Pause earlier : limit.pauses()) {
            if (earlier.to() != null && from.isBefore(earlier.to())) {
                throw Refusal.conflict("PAUSE_OVERLAPS", earlier.to());
            }
        }
        return LimitVersion.paused(limit, from, ground);
    }

    private LimitRequest resuming(CaseLimit limit, LocalDate on, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "HEADS_ONLY", Role.UNIT_HEAD, Role.ORGAN_HEAD);
        LocalDate pausedOn = limit.pausedOn();
        if (limit.state() != LimitState.PAUSED || pausedOn == null) {
            throw Refusal.conflict("LIMIT_NOT_PAUSED");
        }
        requireNotFuture("on", on);
        if (on.isBefore(pausedOn)) {
            throw Refusal.invalid("BAD_PAUSE", limit.rule(), pausedOn, on);
        }
        return LimitVersion.resumed(limit, on);
    }

    private LimitRequest extending(CaseLimit limit, int days, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        requireOpen(limit);
        if (days < 1) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("days", "TOO_SMALL", 1)));
        }
        requireCounted(limit);
        LocalDate due = limit.dueOn();
        if (due != null && today().isAfter(due)) {
            throw Refusal.conflict("LIMIT_EXPIRED", due);
        }
        return LimitVersion.extended(limit, days);
    }

    private LimitPlan plan(CaseLimit limit, LimitRequest request) {
        var dates = time.dates(request);
        return new LimitPlan(
                limit.id(),
                limit.rule(),
                limit.dueOn(),
                dates.due(),
                dates.yellowOn(),
                dates.redOn(),
                dates.provisional());
    }

    private CaseLimit seen(String limitId, Actor actor) {
        CaseLimit limit = book.get(limitId);
        visibility.requireVisible(limit.caseId(), actor);
        return limit;
    }

    private CaseLimit locked(String limitId, Actor actor) {
        visibility.lock(seen(limitId, actor).caseId());
        return book.get(limitId);
    }

    private static void requireOpen(CaseLimit limit) {
        if (!limit.state().isOpen()) {
            throw Refusal.conflict("LIMIT_ENDED", limit.state().name());
        }
    }

    /** A last day that an order fixes moves by another order alone. */
    private static void requireCounted(CaseLimit limit) {
        if (limit.endOn() != null) {
            throw Refusal.conflict("LIMIT_END_ORDERED", limit.endOn());
        }
    }

    private static void requireWithoutTimer(CaseLimit limit) {
        if (limit.scopeId() != null) {
            throw Refusal.conflict("LIMIT_OF_PROCESS", limit.rule());
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("reason", "REQUIRED")));
        }
    }

    private void requireNotFuture(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw Refusal.fields(List.of(Refusal.FieldError.of(field, "IN_FUTURE")));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
