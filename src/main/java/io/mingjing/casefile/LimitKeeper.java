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

    void opened(CaseLimit limit, String cause, Actor actor) {
        book.insert(limit, cause, actor);
        events.publishEvent(Act.of("casefile.limitOpened", limit.caseId(), actor, facts(null, limit, cause))
                .on(limit.startOn()));
        moved(limit, LimitChange.Kind.OPENED);
    }

    void redate(CaseLimit limit, LimitRequest request, String cause, Actor actor) {
        moveTimer(redated(limit, request, LimitChange.Kind.REDATED, cause, null, actor, null));
    }

    CaseLimit redated(
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
        book.update(limit, after, kind, "CALENDAR", notice.isEmpty() ? null : notice, Actor.SYSTEM);
        Map<String, Object> facts = facts(limit, after, "CALENDAR");
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

    void end(
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
            case ORDERED -> "casefile.limitOrdered";
            case ORDER_LIFTED -> "casefile.limitOrderLifted";
            case MET -> "casefile.limitMet";
            case LAPSED -> "casefile.limitLapsed";
            case MET_LATE -> "casefile.limitMetLate";
            case CANCELLED -> "casefile.limitCancelled";
            case CONFIRMED -> "casefile.limitConfirmed";
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
