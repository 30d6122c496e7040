package io.mingjing.casefile;

import io.mingjing.engine.Processes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.CaseResumed;
import io.mingjing.shared.event.CaseSuspended;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Extension;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to a limit. What the law refuses stands in {@link LimitRules}, what it would change in {@link WhatIf}. */
@Service
@Transactional
public class LimitActs {

    /** The superior's time for deciding after 提级审理. */
    private static final String ELEVATED = "AR-ELEVATE-DECIDE";

    private final LimitBook book;
    private final LimitKeeper keeper;
    private final LimitRules rules;
    private final KeyDates keyDates;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final Processes processes;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LimitActs(
            LimitBook book,
            LimitKeeper keeper,
            LimitRules rules,
            KeyDates keyDates,
            CaseVisibility visibility,
            TimeLimits time,
            Processes processes,
            Clock clock,
            ApplicationEventPublisher events) {
        this.book = book;
        this.keeper = keeper;
        this.rules = rules;
        this.keyDates = keyDates;
        this.visibility = visibility;
        this.time = time;
        this.processes = processes;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Stops the clock from that day on; on a ground of 行政复议法 art. 39 that suspends the case (the head of the organ). There
     * is no due date until it is resumed; the timer sleeps.
     */
    public CaseLimit pause(String limitId, PauseOrder order, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = rules.pausing(limit, order, null, actor);
        book.openPause(limit, order, actor);
        CaseLimit after = keeper.redated(
                limit,
                request,
                LimitCause.of(LimitChange.Kind.PAUSED, order.ground(), actor)
                        .because(order.reason())
                        .by(order.order())
                        .on(order.from()));
        if (after.scopeId() != null) {
            processes.suspendTimer(after.scopeId());
        }
        if (PauseGrounds.suspends(limit.rule(), order.ground())) {
            events.publishEvent(new CaseSuspended(limit.caseId(), order.ground(), order.from()));
        }
        return after;
    }

    /**
     * Excludes days that are over, such as those of an inspection (the heads of unit and organ).
     *
     * @param to first day that counts again
     */
    public CaseLimit exclude(String limitId, PauseOrder order, LocalDate to, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = rules.pausing(limit, order, to, actor);
        book.openPause(limit, order, actor);
        book.closePause(limit, order.ground(), to, order.order(), actor);
        CaseLimit after = keeper.redated(
                limit,
                request,
                LimitCause.of(LimitChange.Kind.PAUSED, order.ground(), actor)
                        .because(order.reason())
                        .by(order.order())
                        .on(order.from()));
        keeper.moveTimer(after);
        return after;
    }

    /** Ends a pause; unless another is open, the clock runs again and that day counts (who may stop it). */
    public CaseLimit resume(String limitId, ResumeOrder order, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = rules.resuming(limit, order, actor);
        book.closePause(limit, order.ground(), order.on(), order.order(), actor);
        CaseLimit after = keeper.redated(
                limit,
                request,
                LimitCause.of(LimitChange.Kind.RESUMED, "RESUMED", actor)
                        .because(order.reason())
                        .by(order.order())
                        .on(order.on()));
        if (after.scopeId() != null && after.state() == LimitState.RUNNING) {
            processes.resumeTimer(after.scopeId(), LegalEffect.of(after.dueOn()));
        }
        if (LimitRules.suspended(limit) && !LimitRules.suspended(after)) {
            events.publishEvent(new CaseResumed(limit.caseId(), order.on()));
        }
        return after;
    }

    /**
     * Lengthens a limit before it expires (行政复议法 art. 62.1; the head of the unit). All extensions together stay within
     * what the rule allows.
     */
    public CaseLimit extend(String limitId, ExtensionOrder order, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = rules.extending(limit, order, actor);
        LimitRules.requireReason(order.reason());
        Extension granted = request.extensions().get(request.extensions().size() - 1);
        time.dates(request);
        book.addExtension(limit, granted, order.reason(), today(), actor);
        CaseLimit after = keeper.redated(
                limit,
                request,
                LimitCause.of(LimitChange.Kind.EXTENDED, "EXTENDED", actor)
                        .because(order.reason())
                        .by(order.order())
                        .on(today()));
        keeper.moveTimer(after);
        return after;
    }

    /** The limits of the simplified procedure, which {@link #convert} replaces. */
    public static Set<String> simplifiedRules() {
        return LimitRules.ORDINARY.keySet();
    }

    /**
     * Goes from the simplified to the ordinary procedure: the limit of sixty days takes the place of that of thirty, from
     * the same acceptance and with the same pauses (行政复议法 art. 55, 62; the head of the unit). The limits of notice and
     * reply change likewise. A timer of the process watches the successor from now on.
     *
     * @return the limit that runs from now on
     */
    public CaseLimit convert(String limitId, String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        LimitRequest request = rules.converting(limit, actor);
        LimitRules.requireReason(reason);
        keeper.end(
                limit,
                LimitState.SUPERSEDED,
                null,
                LimitCause.of(LimitChange.Kind.SUPERSEDED, request.rule(), actor)
                        .because(reason)
                        .on(today()));
        boolean timed = book.leaveScope(limit);
        CaseLimit successor = LimitVersion.opened(
                Ids.next(),
                limit.caseId(),
                limit.activityId(),
                limit.scopeId(),
                limit.startFact(),
                request,
                time.dates(request));
        keeper.opened(
                successor,
                LimitCause.of(LimitChange.Kind.OPENED, limit.rule(), actor).because(reason));
        book.copyPauses(limit, successor);
        if (timed) {
            book.watched(successor);
            keeper.moveTimer(successor);
        }
        return successor;
    }

    /**
     * A superior organ decides from now on: its sixty days take the place of what was left here, without pauses and
     * extensions (实施条例 art. 40.3; the heads of unit and organ).
     *
     * @param startFact key date on which it received the file; must be set
     * @return the limit that runs from now on
     */
    public CaseLimit elevate(String limitId, String startFact, String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        visibility.requireRole(limit.caseId(), actor, "HEADS_ONLY", Role.UNIT_HEAD, Role.ORGAN_HEAD);
        LimitRules.requireOpen(limit);
        LocalDate startOn = keyDates.find(limit.caseId(), startFact)
                .orElseThrow(() -> Refusal.conflict("KEY_DATE_MISSING", startFact));
        LimitRequest request = new LimitRequest(
                ELEVATED, startOn, List.of(), 0, null, null, book.lights(limit.caseId(), ELEVATED), null);
        keeper.end(
                limit,
                LimitState.SUPERSEDED,
                null,
                LimitCause.of(LimitChange.Kind.SUPERSEDED, ELEVATED, actor)
                        .because(reason)
                        .on(startOn));
        boolean timed = book.leaveScope(limit);
        CaseLimit successor = LimitVersion.opened(
                Ids.next(),
                limit.caseId(),
                limit.activityId(),
                limit.scopeId(),
                startFact,
                request,
                time.dates(request));
        keeper.opened(
                successor,
                LimitCause.of(LimitChange.Kind.OPENED, limit.rule(), actor).because(reason));
        String scope = successor.scopeId();
        if (timed && scope != null) {
            book.watched(successor);
            processes.resumeTimer(scope, LegalEffect.of(successor.dueOn()));
        }
        return successor;
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
        keeper.opened(limit, LimitCause.of(LimitChange.Kind.OPENED, "STARTED", actor));
        return limit;
    }

    /**
     * What the limit was for has been done on that day, perhaps too late (the handlers or the head of the unit). Limits of
     * the process end with their step instead.
     */
    public void meet(String limitId, LocalDate on, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        visibility.requireHandlerOr(limit.caseId(), actor, Role.UNIT_HEAD);
        LimitRules.requireOpen(limit);
        LimitRules.requireWithoutTimer(limit);
        if (on.isAfter(today())) {
            throw Refusal.fields(List.of(FieldError.of("on", "IN_FUTURE")));
        }
        keeper.met(limit, on, LimitCause.of(LimitChange.Kind.MET, "MET", actor));
    }

    /** The limit no longer applies (the handlers or the head of the unit). */
    public void cancel(String limitId, String reason, Actor actor) {
        CaseLimit limit = locked(limitId, actor);
        visibility.requireHandlerOr(limit.caseId(), actor, Role.UNIT_HEAD);
        LimitRules.requireOpen(limit);
        LimitRules.requireWithoutTimer(limit);
        LimitRules.requireReason(reason);
        keeper.end(
                limit,
                LimitState.CANCELLED,
                null,
                LimitCause.of(LimitChange.Kind.CANCELLED, "CANCELLED", actor)
                        .because(reason)
                        .on(today()));
    }

    private CaseLimit locked(String limitId, Actor actor) {
        CaseLimit seen = book.get(limitId);
        visibility.requireVisible(seen.caseId(), actor);
        visibility.lock(seen.caseId());
        return book.get(limitId);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
