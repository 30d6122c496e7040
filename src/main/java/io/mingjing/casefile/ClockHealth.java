package io.mingjing.casefile;

import io.mingjing.engine.Processes;
import io.mingjing.engine.Processes.Timer;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares the limits with the timers of the engine and mends what can be mended: dates are data, timers obey. */
@Service
@Transactional
public class ClockHealth {

    /** More is a difference; less is rounding. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** What is wrong between a limit and its timer. */
    public enum Fault {
        /** The limit runs and no timer will act for it. */
        LIMIT_WITHOUT_TIMER,
        /** A timer will act for a limit that does not run. */
        TIMER_WITHOUT_LIMIT,
        /** The timer fires at another moment than the limit says. */
        OTHER_DATE,
        /** The limit is paused and its timer is not, or the other way round. */
        OTHER_PAUSE
    }

    /**
     * Something that is wrong. Serializable, since the session carries it to the page after a repair.
     *
     * @param limitId null for a timer without a limit
     * @param expected when the limit says that its consequence fires
     * @param actual when the timer fires; null where there is none
     * @param repaired whether {@link ClockHealth#repair} has mended it
     */
    public record Finding(
            Fault fault,
            String caseId,
            @Nullable String limitId,
            @Nullable String rule,
            String scopeId,
            @Nullable Instant expected,
            @Nullable Instant actual,
            boolean repaired)
            implements Serializable {

        Finding mended() {
            return new Finding(fault, caseId, limitId, rule, scopeId, expected, actual, true);
        }
    }

    /**
     * A comparison.
     *
     * @param limits open limits with a timer that were looked at
     * @param timers timers that were looked at
     */
    public record Report(int limits, int timers, List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        public long count(Fault fault) {
            return findings.stream().filter(finding -> finding.fault() == fault).count();
        }
    }

    private final LimitBook book;
    private final CaseVisibility visibility;
    private final Processes processes;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ClockHealth(
            LimitBook book,
            CaseVisibility visibility,
            Processes processes,
            Clock clock,
            ApplicationEventPublisher events) {
        this.book = book;
        this.visibility = visibility;
        this.processes = processes;
        this.clock = clock;
        this.events = events;
    }

    /** Everything that is wrong now; empty when limits and timers agree. */
    @Transactional(readOnly = true)
    public List<Finding> check() {
        return compare().findings();
    }

    /** What was compared and everything that is wrong (ADMIN, AUDITOR). */
    @Transactional(readOnly = true)
    public Report report(Actor actor) {
        if (!actor.isSystem() && !actor.hasAny(Role.ADMIN, Role.AUDITOR)) {
            throw Refusal.forbidden("ADMIN_OR_AUDITOR");
        }
        return compare();
    }

    /** What differs once may have changed between reading the timers and the limits: only what differs twice is told. */
    private Report compare() {
        Report first = look();
        if (first.findings().isEmpty()) {
            return first;
        }
        Report again = look();
        return new Report(
                again.limits(),
                again.timers(),
                again.findings().stream().filter(first.findings()::contains).toList());
    }

    private Report look() {
        Map<String, Timer> timers = new HashMap<>();
        processes.timers().forEach(timer -> timers.put(timer.scopeId(), timer));
        int all = timers.size();
        List<Finding> findings = new ArrayList<>();
        List<CaseLimit> limits = book.openWithTimer();
        for (CaseLimit limit : limits) {
            compare(limit, timers.remove(String.valueOf(limit.scopeId())), findings);
        }
        timers.values()
                .forEach(timer -> findings.add(new Finding(
                        Fault.TIMER_WITHOUT_LIMIT,
                        timer.caseId(),
                        null,
                        null,
                        timer.scopeId(),
                        null,
                        timer.due(),
                        false)));
        return new Report(limits.size(), all, findings);
    }

    /** Sets dates and pauses of timers as the limits say (ADMIN or the system) and tells what it did and could not do. */
    public List<Finding> repair(Actor actor) {
        if (!actor.isSystem() && !actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
        List<Finding> results = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(compare().findings());
        findings.sort(Comparator.comparing(Finding::caseId)); // locks are taken in one order
        for (Finding finding : findings) {
            results.add(repaired(finding, actor));
        }
        return results;
    }

    private Finding repaired(Finding finding, Actor actor) {
        String limitId = finding.limitId();
        if (limitId == null || finding.actual() == null) {
            return finding; // a timer cannot be made or unmade from outside of its scope: an operator moves the case
        }
        visibility.lock(finding.caseId());
        CaseLimit limit = book.get(limitId); // as it is now that nobody moves it
        if (!limit.state().isOpen()) {
            return finding;
        }
        Instant expected = expected(limit);
        if (expected.equals(LegalEffect.NEVER)) {
            processes.suspendTimer(finding.scopeId());
        } else {
            processes.resumeTimer(finding.scopeId(), expected);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("fault", finding.fault().name());
        facts.put("limitId", limitId);
        facts.put("rule", String.valueOf(finding.rule()));
        facts.put("expected", expected.toString());
        facts.put("actual", String.valueOf(finding.actual()));
        events.publishEvent(Act.of("casefile.clockRepaired", finding.caseId(), actor, facts));
        return finding.mended();
    }

    private void compare(CaseLimit limit, @Nullable Timer timer, List<Finding> findings) {
        Instant expected = expected(limit);
        if (timer == null) {
            // An overdue limit whose timer has fired goes on until the act is done.
            if (expected.isAfter(clock.instant())) {
                findings.add(finding(Fault.LIMIT_WITHOUT_TIMER, limit, expected, null));
            }
            return;
        }
        boolean paused = limit.state() == LimitState.PAUSED;
        if (paused != timer.suspended()) {
            findings.add(finding(Fault.OTHER_PAUSE, limit, expected, timer.due()));
        } else if (!paused && Duration.between(expected, timer.due()).abs().compareTo(TOLERANCE) > 0) {
            findings.add(finding(Fault.OTHER_DATE, limit, expected, timer.due()));
        }
    }

    private static Instant expected(CaseLimit limit) {
        return limit.state() == LimitState.PAUSED ? LegalEffect.NEVER : LegalEffect.of(limit.dueOn());
    }

    private static Finding finding(Fault fault, CaseLimit limit, Instant expected, @Nullable Instant actual) {
        return new Finding(
                fault,
                limit.caseId(),
                limit.id(),
                limit.rule(),
                String.valueOf(limit.scopeId()),
                expected,
                actual,
                false);
    }
}
