package io.mingjing.casefile;

import io.mingjing.engine.LimitScope;
import io.mingjing.engine.LimitScopes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and ends limits as the processes enter and leave the sub-processes that span them. */
@Service
@Transactional
class ProcessLimits implements LimitScopes {

    private final LimitBook book;
    private final LimitMapper mapper;
    private final LimitKeeper keeper;
    private final KeyDates keyDates;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final ActDay actDay;
    private final Clock clock;

    ProcessLimits(
            LimitBook book,
            LimitMapper mapper,
            LimitKeeper keeper,
            KeyDates keyDates,
            CaseVisibility visibility,
            TimeLimits time,
            ActDay actDay,
            Clock clock) {
        this.book = book;
        this.mapper = mapper;
        this.keeper = keeper;
        this.keyDates = keyDates;
        this.visibility = visibility;
        this.time = time;
        this.actDay = actDay;
        this.clock = clock;
    }

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
        LimitRule rule = time.inForce(scope.rule(), startOn);
        if (setting.isEmpty() && rule.setByDocument()) {
            throw new IllegalStateException("the length of limit " + scope.rule() + " of " + scope.activityId()
                    + " is set by a document; set it with setDocumentLength for case " + scope.caseId());
        }
        LimitRequest request = new LimitRequest(
                scope.rule(),
                startOn,
                List.of(),
                0,
                setting.map(LimitMapper.Setting::setLength).orElse(null),
                setting.map(LimitMapper.Setting::setUnit).orElse(null),
                book.lights(scope.caseId(), scope.rule()),
                null);
        CaseLimit limit = LimitVersion.opened(
                Ids.next(),
                scope.caseId(),
                scope.activityId(),
                scope.scopeId(),
                scope.startFact(),
                request,
                time.dates(request));
        keeper.opened(limit, LimitCause.of(LimitChange.Kind.OPENED, scope.activityId(), Actor.SYSTEM));
        return LegalEffect.of(limit.dueOn());
    }

    /**
     * The engine leaves the scope: met on the day of the act; or lapsed, when the law put its consequence in the place of
     * the act, or when the act came after the last day; or cancelled, when something else took the process away before the last day.
     */
    @Override
    public void leave(LimitScope scope, End end) {
        visibility.lock(scope.caseId());
        CaseLimit limit = book.findByScope(scope.caseId(), scope.activityId(), scope.scopeId())
                .filter(known -> known.state().isOpen())
                .orElse(null);
        if (limit == null) {
            return;
        }
        LocalDate due = limit.dueOn();
        if (end == End.LAPSED) {
            requireLapsed(limit);
        }
        if (end == End.DONE) {
            keeper.met(limit, today(), cause(LimitChange.Kind.MET, scope));
        } else if (end == End.LAPSED || (due != null && today().isAfter(due))) {
            keeper.end(
                    limit,
                    LimitState.LAPSED,
                    null,
                    cause(LimitChange.Kind.LAPSED, scope).on(due));
        } else {
            keeper.end(
                    limit,
                    LimitState.CANCELLED,
                    null,
                    cause(LimitChange.Kind.CANCELLED, scope).on(today()));
        }
    }

    /**
     * The timer was set by an earlier calendar, and the lock above has just moved the limit. Nothing lapses before its
     * day: the job fails, and the run that re-dates every case gives it its new date.
     */
    private void requireLapsed(CaseLimit limit) {
        if (LegalEffect.of(limit.dueOn()).isAfter(clock.instant())) {
            throw new IllegalStateException("limit " + limit.id() + " runs until " + limit.dueOn()
                    + " on the calendar in force; its timer fires then");
        }
    }

    private static LimitCause cause(LimitChange.Kind kind, LimitScope scope) {
        return LimitCause.of(kind, scope.activityId(), Actor.SYSTEM);
    }

    private LocalDate today() {
        return actDay.today();
    }
}
