package io.mingjing.casefile;

import io.mingjing.engine.LimitScope;
import io.mingjing.engine.LimitScopes;
import io.mingjing.engine.Processes;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Pause;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The limits of cases. Whatever moves a date writes the row and a version, moves the timer of the engine, tells the other
 * modules and the log, all in one transaction. Dates come from {@link TimeLimits} alone.
 */
@Service
@Transactional
public class CaseLimits implements LimitScopes {

    private final LimitBook book;
    private final LimitMapper mapper;
    private final KeyDates keyDates;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final Processes processes;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseLimits(
            LimitBook book,
            LimitMapper mapper,
            KeyDates keyDates,
            CaseVisibility visibility,
            TimeLimits time,
            Processes processes,
            Clock clock,
            ApplicationEventPublisher events) {
        this.book = book;
        this.mapper = mapper;
        this.keyDates = keyDates;
        this.visibility = visibility;
        this.time = time;
        this.processes = processes;
        this.clock = clock;
        this.events = events;
    }

    // --- reading

    /** All limits of a case, in the order in which they opened; for use inside an act, without a check of visibility. */
    @Transactional(readOnly = true)
    public List<CaseLimit> of(String caseId) {
        return book.of(caseId);
    }

    /** A limit of a case the actor sees. */
    @Transactional(readOnly = true)
    public CaseLimit get(String limitId, Actor actor) {
        CaseLimit limit = book.get(limitId);
        visibility.requireVisible(limit.caseId(), actor);
        return limit;
    }

    /** The latest open limit of that rule. */
    @Transactional(readOnly = true)
    public Optional<CaseLimit> open(String caseId, String rule) {
        return book.of(caseId).stream()
                .filter(limit -> limit.rule().equals(rule) && limit.state().isOpen())
                .reduce((first, second) -> second);
    }

    /**
     * The last day of the latest limit of that rule, whether it still runs or has lapsed: the legal date of what its lapse
     * brings about.
     */
    @Transactional(readOnly = true)
    public LocalDate lastDay(String caseId, String rule) {
        return book.of(caseId).stream()
                .filter(limit -> limit.rule().equals(rule))
                .reduce((first, second) -> second)
                .map(CaseLimit::dueOn)
                .orElseThrow(() -> new IllegalStateException("case " + caseId + " has no dated limit " + rule));
    }

    /** Every version of a limit, first to last. */
    @Transactional(readOnly = true)
    public List<LimitChange> changes(String limitId, Actor actor) {
        return book.changes(get(limitId, actor).id());
    }

    /** The light of a limit on a day. */
    public Light light(CaseLimit limit, LocalDate today) {
        return limit.light(today);
    }

    /**
     * Days left in the unit of the limit, 0 on the last day, negative after it; while a pause is open what was left on its
     * first day (frozen), empty when the limit has ended.
     */
    @Transactional(readOnly = true)
    public Optional<Long> daysLeft(CaseLimit limit, LocalDate today) {
        LocalDate due = limit.dueOn();
        if (limit.state() == LimitState.PAUSED && limit.pausedOn() != null) {
            LocalDate pausedOn = limit.pausedOn();
            LocalDate dueWithout =
                    time.dates(LimitVersion.resumed(limit, pausedOn)).due();
            return dueWithout == null
                    ? Optional.empty()
                    : Optional.of(time.daysLeft(limit.unit(), pausedOn.minusDays(1), dueWithout));
        }
        return due == null || limit.state() != LimitState.RUNNING
                ? Optional.empty()
                : Optional.of(time.daysLeft(limit.unit(), today, due));
    }

    // --- the engine's scopes

    /**
     * Opens the limit of a scope that the engine enters, or finds it. The start must be known as a key date by then.
     *
     * @return when the consequence fires: 00:00 of the day after the due day; 9999-12-31 while a pause is open
     * @throws IllegalStateException when the key date, or the length of a limit that a document sets, is missing: the
     *     area forgot to record it before the process moved on
     */
    @Override
    public Instant enter(LimitScope scope) {
        visibility.lock(scope.caseId());
        Optional<CaseLimit> known = book.findByScope(scope.caseId(), scope.activityId(), scope.scopeId());
        if (known.isPresent()) {
            // The engine asks once more for scopes with a boundary timer: first for its date, then on entry.
            mapper.updateHasTimer(known.get().id());
            return LegalEffect.of(known.get().dueOn());
        }
        LocalDate startOn = keyDates.find(scope.caseId(), scope.startFact())
                .orElseThrow(() -> new IllegalStateException("limit " + scope.rule() + " of " + scope.activityId()
                        + " starts at the key date '" + scope.startFact() + "', which case " + scope.caseId()
                        + " does not have"));
        Optional<LimitMapper.Setting> setting = book.setting(scope.caseId(), scope.rule());
        if (setting.isEmpty() && time.rule(scope.rule(), startOn).setByDocument()) {
            throw new IllegalStateException("the length of limit " + scope.rule() + " of " + scope.activityId()
                    + " is set by a document; set it with setDocumentLength for case " + scope.caseId());
        }
        LimitRequest request = new LimitRequest(
                scope.rule(),
                startOn,
                List.of(),
                0,
                setting.map(LimitMapper.Setting::setLength).orElse(null),
                setting.map(LimitMapper.Setting::setUnit).orElse(null));
        CaseLimit limit = LimitVersion.opened(
                Ids.next(),
                scope.caseId(),
                scope.activityId(),
                scope.scopeId(),
                scope.startFact(),
                request,
                time.dates(request));
        opened(limit, scope.activityId(), Actor.SYSTEM);
        return LegalEffect.of(limit.dueOn());
    }

    /**
     * The engine leaves the scope: met today; or lapsed, when the law put its consequence in the place of the act, or when
     * the act came after the last day.
     */
    @Override
    public void leave(LimitScope scope, boolean lapsed) {
        visibility.lock(scope.caseId());
        CaseLimit limit = book.findByScope(scope.caseId(), scope.activityId(), scope.scopeId())
                .filter(known -> known.state().isOpen())
                .orElse(null);
        if (limit == null) {
            return;
        }
        LocalDate due = limit.dueOn();
        if (lapsed) {
            end(limit, LimitState.LAPSED, null, LimitChange.Kind.LAPSED, scope.activityId(), null, Actor.SYSTEM);
        } else if (due != null && today().isAfter(due)) {
            end(limit, LimitState.LAPSED, today(), LimitChange.Kind.MET_LATE, scope.activityId(), null, Actor.SYSTEM);
        } else {
            end(limit, LimitState.MET, today(), LimitChange.Kind.MET, scope.activityId(), null, Actor.SYSTEM);
        }
    }

    // --- limits without a timer

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
        LimitRequest request = new LimitRequest(rule, startOn, List.of(), 0, length, unit);
        CaseLimit limit = LimitVersion.opened(Ids.next(), caseId, null, null, startFact, request, time.dates(request));
        opened(limit, "STARTED", actor);
        return limit;
    }

    /** What the limit was for has been done on that day. Limits of the process end with their step instead. */
    public void meet(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        requireOpen(limit);
        requireWithoutTimer(limit);
        end(limit, LimitState.MET, on, LimitChange.Kind.MET, "MET", null, actor);
    }

    /** The limit no longer applies (the handlers or the head of the unit). */
    public void cancel(String limitId, String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        visibility.requireHandlerOr(limit.caseId(), actor, Role.UNIT_HEAD);
        requireOpen(limit);
        requireWithoutTimer(limit);
        requireReason(reason);
        end(limit, LimitState.CANCELLED, null, LimitChange.Kind.CANCELLED, "CANCELLED", reason, actor);
    }

    // --- acts on a running limit

    /** What {@link #pause(String, LocalDate, String, String, Actor)} would do; refuses what it would refuse. */
    @Transactional(readOnly = true)
    public LimitPlan planPause(String limitId, LocalDate from, String ground, Actor actor) {
        CaseLimit limit = get(limitId, actor);
        return plan(limit, pausing(limit, from, ground, actor));
    }

    /** What {@link #resume} would do. */
    @Transactional(readOnly = true)
    public LimitPlan planResume(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = get(limitId, actor);
        return plan(limit, resuming(limit, on, actor));
    }

    /** What {@link #extend} would do. */
    @Transactional(readOnly = true)
    public LimitPlan planExtend(String limitId, int days, Actor actor) {
        CaseLimit limit = get(limitId, actor);
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
        CaseLimit after = redated(limit, request, LimitChange.Kind.PAUSED, ground, reason, actor, from);
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
        CaseLimit after = redated(limit, request, LimitChange.Kind.RESUMED, "RESUMED", null, actor, on);
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
        CaseLimit after = redated(limit, request, LimitChange.Kind.EXTENDED, "EXTENDED", reason, actor, null);
        moveTimer(after);
        return after;
    }

    /** Fixes the length of a limit that a document sets; an open limit of that rule moves with it. */
    public void setDocumentLength(String caseId, String rule, int length, DayUnit unit, Actor actor) {
        visibility.lock(caseId);
        visibility.requireVisible(caseId, actor);
        if (mapper.updateSetting(caseId, rule, length, unit) == 0) {
            mapper.insertSetting(caseId, rule, length, unit);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rule", rule);
        facts.put("length", length);
        facts.put("unit", unit.name());
        events.publishEvent(Act.of("casefile.limitLengthSet", caseId, actor, facts));
        for (CaseLimit limit : book.of(caseId)) {
            boolean other = !Integer.valueOf(length).equals(limit.setLength()) || unit != limit.setUnit();
            if (limit.state().isOpen() && limit.rule().equals(rule) && other) {
                redate(limit, LimitVersion.lasting(limit, length, unit), "LENGTH_SET", actor);
            }
        }
    }

    /** A key date has moved: open limits that count from it move with it. */
    void startMoved(String caseId, String fact, LocalDate on, Actor actor) {
        for (CaseLimit limit : book.of(caseId)) {
            if (limit.state().isOpen()
                    && limit.startFact().equals(fact)
                    && !limit.startOn().equals(on)) {
                redate(limit, LimitVersion.startingOn(limit, on), "START_MOVED", actor);
            }
        }
    }

    /** Computes a limit again on the calendar in force; ids come from {@link #onOtherCalendar()}. Dates may stay. */
    public void recompute(String limitId, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        if (limit.state().isOpen() && !limit.calendarVersion().equals(calendarVersion())) {
            redate(limit, limit.request(), "CALENDAR", actor);
        }
    }

    /** Open limits that were computed on another version of the calendar. */
    @Transactional(readOnly = true)
    public List<String> onOtherCalendar() {
        return book.openOnOtherCalendar(calendarVersion());
    }

    private String calendarVersion() {
        return time.calendar().version();
    }

    // --- what an act computes and refuses, for its plan and for itself

    private LimitRequest pausing(CaseLimit limit, LocalDate from, String ground, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "HEADS_ONLY", Role.UNIT_HEAD, Role.ORGAN_HEAD);
        requireOpen(limit);
        if (limit.state() == LimitState.PAUSED) {
            throw Refusal.conflict("LIMIT_PAUSED");
        }
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

    // --- writing

    private void opened(CaseLimit limit, String cause, Actor actor) {
        book.insert(limit, cause, actor);
        events.publishEvent(Act.of("casefile.limitOpened", limit.caseId(), actor, facts(null, limit, cause))
                .on(limit.startOn()));
        moved(limit, LimitChange.Kind.OPENED);
    }

    private void redate(CaseLimit limit, LimitRequest request, String cause, Actor actor) {
        moveTimer(redated(limit, request, LimitChange.Kind.REDATED, cause, null, actor, null));
    }

    private CaseLimit redated(
            CaseLimit limit,
            LimitRequest request,
            LimitChange.Kind kind,
            String cause,
            @Nullable String reason,
            Actor actor,
            @Nullable LocalDate legalDate) {
        CaseLimit after = LimitVersion.dated(limit, request, time.dates(request));
        book.update(limit, after, kind, cause, reason, actor);
        Map<String, Object> facts = facts(limit, after, cause);
        events.publishEvent(new Act(logKind(kind), limit.caseId(), actor, facts, Map.of(), legalDate));
        moved(after, kind);
        return after;
    }

    private void end(
            CaseLimit limit,
            LimitState state,
            @Nullable LocalDate metOn,
            LimitChange.Kind kind,
            String cause,
            @Nullable String reason,
            Actor actor) {
        if (limit.state() == LimitState.PAUSED) {
            book.closePause(limit, today(), actor);
        }
        CaseLimit after = LimitVersion.ended(limit, state, metOn);
        book.update(limit, after, kind, cause, reason, actor);
        LocalDate legalDate = kind == LimitChange.Kind.LAPSED ? limit.dueOn() : metOn;
        Map<String, Object> facts = facts(limit, after, cause);
        events.publishEvent(new Act(logKind(kind), limit.caseId(), actor, facts, Map.of(), legalDate));
        events.publishEvent(new LimitEnded(limit.caseId(), limit.id(), limit.rule(), state.name()));
    }

    private void moveTimer(CaseLimit limit) {
        if (limit.scopeId() != null && limit.state() == LimitState.RUNNING) {
            processes.redateTimer(limit.scopeId(), LegalEffect.of(limit.dueOn()));
        }
    }

    private void moved(CaseLimit limit, LimitChange.Kind kind) {
        events.publishEvent(new LimitMoved(
                limit.caseId(),
                limit.id(),
                limit.version(),
                limit.rule(),
                limit.dueOn(),
                limit.yellowOn(),
                limit.redOn(),
                limit.state() == LimitState.PAUSED,
                limit.provisional(),
                kind.name()));
    }

    private static Map<String, Object> facts(@Nullable CaseLimit before, CaseLimit after, String cause) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("limitId", after.id());
        facts.put("rule", after.rule());
        facts.put("version", after.version());
        facts.put("cause", cause);
        facts.put("start", after.startOn().toString());
        facts.put("due", text(after.dueOn()));
        if (before != null) {
            facts.put("dueBefore", text(before.dueOn()));
        }
        facts.put("extensionDays", after.extensionDays());
        facts.put("provisional", after.provisional());
        return facts;
    }

    private static String text(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String logKind(LimitChange.Kind kind) {
        return switch (kind) {
            case OPENED -> "casefile.limitOpened";
            case PAUSED -> "casefile.limitPaused";
            case RESUMED -> "casefile.limitResumed";
            case EXTENDED -> "casefile.limitExtended";
            case REDATED -> "casefile.limitRedated";
            case MET -> "casefile.limitMet";
            case LAPSED -> "casefile.limitLapsed";
            case MET_LATE -> "casefile.limitMetLate";
            case CANCELLED -> "casefile.limitCancelled";
        };
    }

    private CaseLimit locked(String limitId, Actor actor) {
        CaseLimit seen = book.get(limitId);
        visibility.requireVisible(seen.caseId(), actor);
        visibility.lock(seen.caseId());
        return book.get(limitId);
    }

    private static void requireOpen(CaseLimit limit) {
        if (!limit.state().isOpen()) {
            throw Refusal.conflict("LIMIT_ENDED", limit.state().name());
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
