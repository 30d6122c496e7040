package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.Extension;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Pause;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the law refuses, and with which inputs a limit goes on where it permits the act. */
@Component
class LimitRules {

    /** The limits of the simplified procedure, and those that take their places (行政复议法 art. 48, 54, 55, 62). */
    static final Map<String, String> ORDINARY =
            Map.of("AR-DECIDE-SIM", "AR-DECIDE-ORD", "AR-COPY-SIM", "AR-COPY-ORD", "AR-REPLY-SIM", "AR-REPLY-ORD");

    private final LimitBook book;
    private final CaseVisibility visibility;
    private final TimeLimits time;
    private final Clock clock;

    LimitRules(LimitBook book, CaseVisibility visibility, TimeLimits time, Clock clock) {
        this.book = book;
        this.visibility = visibility;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Suspension 中止 is the organ's (行政复议法 art. 39), excluded time and other clocks are the heads' of unit and organ.
     * A suspension and excluded time may overlap; two of a kind may not.
     *
     * @param to the end that is assumed; null for the act itself, which leaves the pause open
     */
    LimitRequest pausing(CaseLimit limit, PauseOrder order, @Nullable LocalDate to, Actor actor) {
        if (PauseGrounds.suspends(limit.rule(), order.ground())) {
            visibility.requireRole(limit.caseId(), actor, "ORGAN_HEAD_ONLY", Role.ORGAN_HEAD);
        } else {
            visibility.requireRole(limit.caseId(), actor, "HEADS_ONLY", Role.UNIT_HEAD, Role.ORGAN_HEAD);
        }
        requireOpen(limit);
        boolean suspends = PauseGrounds.suspends(limit.rule(), order.ground());
        if (limit.pauses().stream()
                .anyMatch(pause -> pause.to() == null && suspends == suspends(limit.rule(), pause))) {
            throw Refusal.conflict("LIMIT_PAUSED");
        }
        requireCounted(limit);
        LimitRule rule = time.rule(limit.rule(), limit.startOn());
        if (!rule.pausable()) {
            throw Refusal.invalid("NOT_PAUSABLE", limit.rule());
        }
        requireWhole(limit, order);
        LocalDate due = limit.dueOn();
        if (!order.from().isAfter(limit.startOn())
                || (due != null && order.from().isAfter(due))) {
            throw Refusal.conflict("PAUSE_OUTSIDE_LIMIT", limit.startOn(), due == null ? limit.startOn() : due);
        }
        for (Pause earlier : limit.pauses()) {
            if (earlier.to() != null
                    && suspends == suspends(limit.rule(), earlier)
                    && order.from().isBefore(earlier.to())) {
                throw Refusal.conflict("PAUSE_OVERLAPS", earlier.to());
            }
        }
        return LimitVersion.paused(limit, order.from(), to, order.ground(), order.order());
    }

    private void requireWhole(CaseLimit limit, PauseOrder order) {
        List<FieldError> errors = new ArrayList<>();
        if (!PauseGrounds.of(limit.rule()).contains(order.ground())) {
            errors.add(FieldError.of("ground", order.ground().isEmpty() ? "GROUND_REQUIRED" : "NOT_AN_OPTION"));
        }
        if (order.order().isBlank()) {
            errors.add(FieldError.of("order", "ORDER_REQUIRED"));
        }
        if (order.from().isAfter(today())) {
            errors.add(FieldError.of("from", "IN_FUTURE"));
        }
        LocalDate expected = order.expectedOn();
        if (expected != null && expected.isBefore(order.from())) {
            errors.add(FieldError.of("days", "TOO_SMALL", 0));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Whoever may stop a clock may let it run again. */
    LimitRequest resuming(CaseLimit limit, ResumeOrder order, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "HEADS_ONLY", Role.UNIT_HEAD, Role.ORGAN_HEAD);
        List<Pause> ending = limit.pauses().stream().filter(order::ends).toList();
        if (limit.state() != LimitState.PAUSED || ending.isEmpty()) {
            throw Refusal.conflict("LIMIT_NOT_PAUSED");
        }
        if (ending.stream().anyMatch(pause -> suspends(limit.rule(), pause))) {
            visibility.requireRole(limit.caseId(), actor, "ORGAN_HEAD_ONLY", Role.ORGAN_HEAD);
        }
        if (order.on().isAfter(today())) {
            throw Refusal.fields(List.of(FieldError.of("on", "IN_FUTURE")));
        }
        for (Pause pause : ending) {
            if (order.on().isBefore(pause.from())) {
                throw Refusal.invalid("BAD_PAUSE", limit.rule(), pause.from(), order.on());
            }
        }
        return LimitVersion.resumed(limit, order);
    }

    /** Whether an open pause is a suspension of the case. */
    static boolean suspended(CaseLimit limit) {
        return limit.pauses().stream().anyMatch(pause -> pause.to() == null && suspends(limit.rule(), pause));
    }

    private static boolean suspends(String rule, Pause pause) {
        return pause.ground() != null && PauseGrounds.suspends(rule, pause.ground());
    }

    /** Before expiry, within what the rule allows in total, by the head of the unit (art. 62.1). */
    LimitRequest extending(CaseLimit limit, ExtensionOrder order, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        requireOpen(limit);
        if (order.days() < 1) {
            throw Refusal.fields(List.of(FieldError.of("days", "TOO_SMALL", 1)));
        }
        requireCounted(limit);
        requireNotExpired(limit);
        return LimitVersion.extended(limit, new Extension(order.days(), actor.name(), today(), order.order()));
    }

    /** From the simplified to the ordinary procedure, counted from the same acceptance, by the head of the unit (art. 55). */
    LimitRequest converting(CaseLimit limit, Actor actor) {
        visibility.requireRole(limit.caseId(), actor, "UNIT_HEAD_ONLY", Role.UNIT_HEAD);
        requireOpen(limit);
        String ordinary = ORDINARY.get(limit.rule());
        if (ordinary == null) {
            throw Refusal.conflict("NOT_SIMPLIFIED");
        }
        if (limit.state() == LimitState.PAUSED) {
            throw Refusal.conflict("LIMIT_PAUSED");
        }
        requireCounted(limit);
        requireNotExpired(limit);
        return new LimitRequest(
                ordinary,
                limit.startOn(),
                limit.pauses(),
                List.of(),
                null,
                null,
                book.lights(limit.caseId(), ordinary),
                null);
    }

    static void requireOpen(CaseLimit limit) {
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

    static void requireWithoutTimer(CaseLimit limit) {
        if (limit.scopeId() != null) {
            throw Refusal.conflict("LIMIT_OF_PROCESS", limit.rule());
        }
    }

    static void requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("reason", "REQUIRED")));
        }
    }

    private void requireNotExpired(CaseLimit limit) {
        LocalDate due = limit.dueOn();
        if (due != null && today().isAfter(due)) {
            throw Refusal.conflict("LIMIT_EXPIRED", due);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
