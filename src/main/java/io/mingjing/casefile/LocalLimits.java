package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits that an organ has added for its own cases: no process knows them, so the handlers start and end them by hand. They
 * stand beside the limits of law and never in their place.
 */
@Service
@Transactional
public class LocalLimits {

    /** Where the start of such a limit comes from: a day that somebody named, no key date of the case. */
    static final String BY_HAND = "byHand";

    private final LimitBook book;
    private final LimitKeeper keeper;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final Clock clock;

    LocalLimits(LimitBook book, LimitKeeper keeper, CaseVisibility visibility, TimeLimits time, Clock clock) {
        this.book = book;
        this.keeper = keeper;
        this.visibility = visibility;
        this.time = time;
        this.clock = clock;
    }

    /** The local limits that the organ of a case has in force today. */
    @Transactional(readOnly = true)
    public List<LimitRule> of(CaseFile file) {
        LocalDate today = today();
        return time.rules(today).stream()
                .filter(rule -> file.governmentId().equals(rule.organId()) && rule.governs(today))
                .toList();
    }

    /**
     * Starts a local limit (the handlers or the head of the unit).
     *
     * @param startOn day of its event (day 0), not after today
     * @param length length set by a document; only for limits that have none of their own
     * @throws Refusal {@code NOT_HANDLER}, {@code CASE_NOT_OPEN}, {@code NOT_A_LOCAL_LIMIT},
     *     {@code LOCAL_LIMIT_OF_OTHERS}, {@code LIMIT_NOT_YET_VALID}, {@code TIME_LIMIT_ENDED},
     *     {@code LIMIT_RUNS_ALREADY}, {@code LENGTH_REQUIRED}
     */
    public CaseLimit start(
            String caseId,
            String ruleId,
            LocalDate startOn,
            @Nullable Integer length,
            @Nullable DayUnit unit,
            Actor actor) {
        visibility.requireVisible(caseId, actor);
        visibility.lock(caseId);
        visibility.requireHandlerOr(caseId, actor, Role.UNIT_HEAD);
        CaseFile file = visibility.find(caseId);
        if (file.state() != CaseState.OPEN) {
            throw Refusal.conflict("CASE_NOT_OPEN", file.number());
        }
        requireNotFuture("startDate", startOn);
        LimitRule rule = time.inForce(ruleId, startOn);
        if (!rule.local()) {
            throw Refusal.invalid("NOT_A_LOCAL_LIMIT", ruleId);
        }
        if (!file.governmentId().equals(rule.organId())) {
            throw Refusal.invalid("LOCAL_LIMIT_OF_OTHERS", ruleId);
        }
        if (!rule.governs(startOn)) {
            throw Refusal.invalid(
                    "LIMIT_NOT_YET_VALID", ruleId, rule.validFrom().toString());
        }
        for (CaseLimit running : book.of(caseId)) {
            if (running.state().isOpen() && running.rule().equals(ruleId)) {
                throw Refusal.conflict("LIMIT_RUNS_ALREADY", ruleId);
            }
        }
        boolean free = rule.setByDocument();
        LimitRequest request = new LimitRequest(
                ruleId,
                startOn,
                List.of(),
                0,
                free ? length : null,
                free ? unit : null,
                book.lights(caseId, ruleId),
                null);
        CaseLimit limit =
                LimitVersion.opened(Ids.next(), caseId, null, null, BY_HAND, request, time.dates(rule, request));
        keeper.opened(limit, LimitCause.of(LimitChange.Kind.OPENED, "LOCAL", actor));
        return limit;
    }

    /** What the limit was for has been done on that day; after its last day it was done late. */
    public CaseLimit meet(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        requireNotFuture("on", on);
        if (on.isBefore(limit.startOn())) {
            throw Refusal.fields(List.of(
                    FieldError.of("on", "DATE_TOO_EARLY", limit.startOn().toString())));
        }
        keeper.met(limit, on, LimitCause.of(LimitChange.Kind.MET, "MET", actor));
        return book.get(limitId);
    }

    /** The limit no longer applies. */
    public CaseLimit cancel(String limitId, String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        if (reason.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("reason", "REQUIRED")));
        }
        if (reason.length() > 1000) {
            throw Refusal.fields(List.of(FieldError.of("reason", "TOO_LONG", 1000, reason.length())));
        }
        keeper.end(
                limit,
                LimitState.CANCELLED,
                null,
                LimitCause.of(LimitChange.Kind.CANCELLED, "CANCELLED", actor)
                        .because(reason.strip())
                        .on(LocalDate.now(clock)));
        return book.get(limitId);
    }

    private CaseLimit locked(String limitId, Actor actor) {
        String caseId = book.get(limitId).caseId();
        visibility.requireVisible(caseId, actor);
        visibility.lock(caseId);
        visibility.requireHandlerOr(caseId, actor, Role.UNIT_HEAD);
        CaseLimit limit = book.get(limitId);
        if (!limit.rule().startsWith(LimitRule.LOCAL_PREFIX)) {
            throw Refusal.invalid("NOT_A_LOCAL_LIMIT", limit.rule());
        }
        if (!limit.state().isOpen()) {
            throw Refusal.conflict("LIMIT_ENDED", limit.state().name());
        }
        return limit;
    }

    private void requireNotFuture(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw Refusal.fields(List.of(FieldError.of(field, "IN_FUTURE")));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
