package io.mingjing.casefile;

import io.mingjing.engine.Processes;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes a change of a limit everywhere at once: its row and version, the timer of the engine, the log, the other modules. */
@Component
class LimitKeeper {

    private final LimitBook book;
    private final TimeLimits time;
    private final Processes processes;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LimitKeeper(LimitBook book, TimeLimits time, Processes processes, Clock clock, ApplicationEventPublisher events) {
        this.book = book;
        this.time = time;
        this.processes = processes;
        this.clock = clock;
        this.events = events;
    }

    void opened(CaseLimit limit, LimitCause cause) {
        book.insert(limit, cause);
        events.publishEvent(Act.of("casefile.limitOpened", limit.caseId(), cause.actor(), facts(null, limit, cause))
                .on(limit.startOn()));
        moved(limit, LimitChange.Kind.OPENED);
    }

    void redate(CaseLimit limit, LimitRequest request, String cause, Actor actor) {
        moveTimer(redated(limit, request, LimitCause.of(LimitChange.Kind.REDATED, cause, actor)));
    }

    /** Writes the limit with new inputs and the dates that follow from them; the timer is left to the caller. */
    CaseLimit redated(CaseLimit limit, LimitRequest request, LimitCause cause) {
        CaseLimit after = LimitVersion.dated(limit, request, time.dates(request));
        book.update(limit, after, cause);
        publish(limit, after, cause, cause.on());
        moved(after, cause.kind());
        return after;
    }

    /**
     * A limit on another calendar.
     *
     * @param how what that does to it; the reminders of a limit whose dates stay are left as they are
     * @param change what made the calendar; null when it came with the installation
     */
    void recalendared(CaseLimit limit, CaseLimit after, Redating.Kind how, @Nullable CalendarChange change) {
        boolean stays = how == Redating.Kind.FINAL || how == Redating.Kind.PROVISIONAL;
        LimitChange.Kind kind = stays ? LimitChange.Kind.CONFIRMED : LimitChange.Kind.REDATED;
        String notice = change == null ? "" : "《" + change.notice() + "》（" + change.noticeNumber() + "）";
        LimitCause cause = LimitCause.of(kind, "CALENDAR", Actor.SYSTEM).because(notice.isEmpty() ? null : notice);
        book.update(limit, after, cause);
        Map<String, Object> facts = facts(limit, after, cause);
        facts.put("calendar", after.calendarVersion());
        facts.put("notice", notice);
        if (change != null) {
            facts.put("changeId", change.id());
        }
        events.publishEvent(Act.of(logKind(kind, after), limit.caseId(), Actor.SYSTEM, facts));
        moved(after, kind);
        if (!stays) {
            moveTimer(after);
        }
    }

    /** What the limit was for was done on that day: in time or after the last day. */
    void met(CaseLimit limit, LocalDate on, LimitCause cause) {
        LocalDate due = limit.dueOn();
        if (due != null && on.isAfter(due)) {
            LimitCause late = new LimitCause(
                    LimitChange.Kind.MET_LATE, cause.code(), cause.reason(), cause.order(), on, cause.actor());
            end(limit, LimitState.LAPSED, on, late);
        } else {
            end(limit, LimitState.MET, on, cause.on(on));
        }
    }

    /**
     * Writes that the limit no longer runs.
     *
     * @param metOn day on which what it was for was done; null when it was not
     */
    void end(CaseLimit limit, LimitState state, @Nullable LocalDate metOn, LimitCause cause) {
        if (limit.state() == LimitState.PAUSED) {
            book.closePause(limit, null, today(), null, cause.actor());
        }
        CaseLimit after = LimitVersion.ended(limit, state, metOn);
        book.update(limit, after, cause);
        publish(limit, after, cause, cause.on());
        events.publishEvent(new LimitEnded(limit.caseId(), limit.id(), limit.rule(), state.name()));
    }

    private void publish(CaseLimit before, CaseLimit after, LimitCause cause, @Nullable LocalDate legalDate) {
        Map<String, Object> facts = facts(before, after, cause);
        events.publishEvent(new Act(logKind(cause.kind()), after.caseId(), cause.actor(), facts, Map.of(), legalDate));
    }

    void moveTimer(CaseLimit limit) {
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

    private static Map<String, Object> facts(@Nullable CaseLimit before, CaseLimit after, LimitCause cause) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("limitId", after.id());
        facts.put("rule", after.rule());
        facts.put("version", after.version());
        facts.put("cause", cause.code());
        facts.put("start", after.startOn().toString());
        facts.put("due", text(after.dueOn()));
        if (before != null) {
            facts.put("dueBefore", text(before.dueOn()));
        }
        facts.put("extensionDays", after.extensionDays());
        facts.put("provisional", after.provisional());
        if (cause.order() != null) {
            facts.put("order", cause.order());
        }
        if (cause.reason() != null && !cause.reason().isBlank()) {
            facts.put("reason", cause.reason());
        }
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
            case ORDERED -> "casefile.limitOrdered";
            case ORDER_LIFTED -> "casefile.limitOrderLifted";
            case MET -> "casefile.limitMet";
            case LAPSED -> "casefile.limitLapsed";
            case MET_LATE -> "casefile.limitMetLate";
            case CANCELLED -> "casefile.limitCancelled";
            case CONFIRMED -> "casefile.limitConfirmed";
            case SUPERSEDED -> "casefile.limitSuperseded";
        };
    }

    /** A limit on another calendar is told in its own words, since they name the notice. */
    private static String logKind(LimitChange.Kind kind, CaseLimit after) {
        if (kind == LimitChange.Kind.REDATED) {
            return "casefile.limitRecalendared";
        }
        return after.provisional() ? "casefile.limitProvisional" : "casefile.limitConfirmed";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
