package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.engine.Processes;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.time.DayUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseLimitsIT {

    private static final LocalDate MONDAY = CaseWorld.MONDAY;

    private final Cases cases;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final LimitRedating redating;
    private final ClockHealth health;
    private final Processes processes;
    private final ManagementService management;
    private final TransactionTemplate transaction;
    private final CaseWorld world;
    private final LimitedProcess process;

    @Autowired
    ApplicationEvents events;

    @Autowired
    CaseLimitsIT(
            Cases cases,
            CaseLimits limits,
            LimitActs acts,
            LimitRedating redating,
            ClockHealth health,
            Processes processes,
            ManagementService management,
            RepositoryService repository,
            TransactionTemplate transaction,
            Organs organs,
            People people) {
        this.cases = cases;
        this.limits = limits;
        this.acts = acts;
        this.redating = redating;
        this.health = health;
        this.processes = processes;
        this.management = management;
        this.transaction = transaction;
        this.world = new CaseWorld(organs, people);
        this.process = new LimitedProcess(repository, processes);
    }

    /** A case whose sixty days run from a Friday in February. */
    private String started(LocalDate acceptedOn) {
        return transaction.execute(status -> {
            CaseFile file = cases.register(world.review("限时"), world.clerk);
            cases.setKeyDate(file.id(), "accepted", acceptedOn, world.officer);
            process.start(file.id());
            return file.id();
        });
    }

    private CaseLimit limit(String caseId) {
        return limits.of(caseId).get(0);
    }

    private Instant timer(String caseId) {
        return process.timers(caseId).get(0).due();
    }

    private static Instant midnightAfter(@Nullable LocalDate day) {
        return Objects.requireNonNull(day)
                .plusDays(1)
                .atStartOfDay(Timekeeper.ZONE)
                .toInstant();
    }

    @Test
    void enteringTheScopeOpensTheLimitAndSetsTheTimer() {
        String id = started(MONDAY);

        CaseLimit limit = limit(id);
        assertThat(limits.of(id)).hasSize(1);
        assertThat(limit.state()).isEqualTo(LimitState.RUNNING);
        assertThat(limit.startOn()).isEqualTo(MONDAY);
        assertThat(limit.dueOn()).isEqualTo(LocalDate.of(2026, 5, 6)); // 60 days end on 1 May, a holiday until the 5th
        assertThat(timer(id)).isEqualTo(midnightAfter(LocalDate.of(2026, 5, 6)));
        assertThat(cases.require(id).stage()).isEqualTo("decision");
        assertThat(limits.changes(limit.id(), world.officer))
                .extracting(LimitChange::kind)
                .containsExactly(LimitChange.Kind.OPENED);
        assertThat(events.stream(LimitMoved.class)
                        .filter(moved -> moved.caseId().equals(id)))
                .singleElement()
                .satisfies(moved -> assertThat(moved.dueOn()).isEqualTo(limit.dueOn()));
    }

    @Test
    void pauseAndResumeMoveRowAndTimerTogether() {
        String id = started(LocalDate.of(2026, 2, 2));
        CaseLimit before = limit(id);
        LocalDate from = LocalDate.of(2026, 2, 9);
        LimitPlan planned = acts.planPause(before.id(), from, "6", world.unitHead);
        assertThat(planned.dueAfter()).isNull();
        assertThat(limit(id)).isEqualTo(before);

        acts.pause(before.id(), from, "6", "双方同意调解", world.unitHead);

        CaseLimit paused = limit(id);
        assertThat(paused.state()).isEqualTo(LimitState.PAUSED);
        assertThat(paused.dueOn()).isNull();
        assertThat(paused.pausedOn()).isEqualTo(from);
        assertThat(process.timers(id))
                .singleElement()
                .satisfies(timer -> assertThat(timer.suspended()).isTrue());
        assertThat(limits.daysLeft(paused, MONDAY)).contains(54L);

        LocalDate on = LocalDate.of(2026, 2, 20);
        LocalDate expected = acts.planResume(before.id(), on, world.unitHead).dueAfter();
        acts.resume(before.id(), on, world.unitHead);

        CaseLimit resumed = limit(id);
        assertThat(resumed.state()).isEqualTo(LimitState.RUNNING);
        assertThat(resumed.dueOn()).isEqualTo(expected).isAfter(before.dueOn());
        assertThat(resumed.version()).isEqualTo(3);
        assertThat(process.timers(id)).singleElement().satisfies(timer -> {
            assertThat(timer.suspended()).isFalse();
            assertThat(timer.due()).isEqualTo(midnightAfter(resumed.dueOn()));
        });
        assertThat(limits.changes(before.id(), world.officer))
                .extracting(LimitChange::kind, LimitChange::actorName)
                .containsExactly(
                        tuple(LimitChange.Kind.OPENED, "系统"),
                        tuple(LimitChange.Kind.PAUSED, "周正"),
                        tuple(LimitChange.Kind.RESUMED, "周正"));
    }

    @Test
    void extensionCountsFromTheStartAndOnlyTheHeadMayGrantIt() {
        String id = started(MONDAY);
        String limitId = limit(id).id();

        refused("UNIT_HEAD_ONLY", () -> acts.extend(limitId, 30, "案情复杂", world.officer));
        refused("EXTENSION_NOT_ALLOWED", () -> acts.extend(limitId, 31, "案情复杂", world.unitHead));
        acts.extend(limitId, 20, "案情复杂", world.unitHead);
        acts.extend(limitId, 10, "案情复杂", world.unitHead);
        refused("EXTENSION_NOT_ALLOWED", () -> acts.extend(limitId, 1, "案情复杂", world.unitHead));

        CaseLimit extended = limit(id);
        assertThat(extended.extensionDays()).isEqualTo(30);
        assertThat(extended.dueOn()).isEqualTo(LocalDate.of(2026, 6, 1)); // 90 days end on Sunday 31 May
        assertThat(timer(id)).isEqualTo(midnightAfter(extended.dueOn()));
    }

    @Test
    void whatTheLawForbidsIsRefusedAndLeavesNothing() {
        String id = started(MONDAY);
        CaseLimit limit = limit(id);

        refused("HEADS_ONLY", () -> acts.pause(limit.id(), MONDAY, "6", world.officer));
        refused("CASE_NOT_FOUND", () -> acts.pause(limit.id(), MONDAY, "6", world.strangerOfficer));
        refused("PAUSE_OUTSIDE_LIMIT", () -> acts.pause(limit.id(), MONDAY, "6", world.unitHead));
        refused("FIELDS", () -> acts.pause(limit.id(), MONDAY.plusDays(1), "6", world.unitHead)); // tomorrow
        refused("FIELDS", () -> acts.pause(limit.id(), MONDAY, "11", world.unitHead));
        refused("LIMIT_NOT_PAUSED", () -> acts.resume(limit.id(), MONDAY, world.unitHead));
        refused("LIMIT_OF_PROCESS", () -> acts.meet(limit.id(), MONDAY, world.unitHead));
        assertThat(limit(id)).isEqualTo(limit);
    }

    @Test
    void completingTheStepMeetsTheLimitAndEndsTheTimer() {
        String id = started(MONDAY);

        processes.complete(process.task(id).id(), Map.of());

        assertThat(limit(id).state()).isEqualTo(LimitState.MET);
        assertThat(limit(id).metOn()).isEqualTo(MONDAY);
        assertThat(process.timers(id)).isEmpty();
        assertThat(events.stream(LimitEnded.class)
                        .filter(ended -> ended.caseId().equals(id)))
                .extracting(LimitEnded::state)
                .containsExactly("MET");
    }

    @Test
    void theTimerMakesTheLimitLapse() {
        String id = started(LocalDate.of(2025, 12, 1));
        CaseLimit limit = limit(id);
        assertThat(limit.light(MONDAY)).isEqualTo(Light.RED);

        management.executeJob(process.timers(id).get(0).jobId());

        assertThat(limit(id).state()).isEqualTo(LimitState.LAPSED);
        assertThat(limit(id).metOn()).isNull();
        assertThat(limit(id).dueOn()).isEqualTo(limit.dueOn());
    }

    @Test
    void workDoneAfterTheLastDayIsALapseWithItsDay() {
        String id = started(LocalDate.of(2025, 12, 1));

        processes.complete(process.task(id).id(), Map.of());

        assertThat(limit(id).state()).isEqualTo(LimitState.LAPSED);
        assertThat(limit(id).metOn()).isEqualTo(MONDAY);
    }

    @Test
    void movingTheKeyDateMovesTheRunningLimitAndItsTimer() {
        String id = started(MONDAY);

        cases.setKeyDate(id, "accepted", LocalDate.of(2026, 2, 25), world.unitHead);

        assertThat(limit(id).startOn()).isEqualTo(LocalDate.of(2026, 2, 25));
        assertThat(limit(id).dueOn()).isEqualTo(LocalDate.of(2026, 4, 27)); // 60 days end on a Sunday
        assertThat(timer(id)).isEqualTo(midnightAfter(limit(id).dueOn()));
    }

    @Test
    void aRollbackLeavesNothing() {
        String id = started(LocalDate.of(2026, 2, 2));
        CaseLimit before = limit(id);
        Instant due = timer(id);

        transaction.executeWithoutResult(status -> {
            acts.pause(before.id(), LocalDate.of(2026, 2, 9), "6", world.unitHead);
            assertThat(limit(id).state()).isEqualTo(LimitState.PAUSED);
            status.setRollbackOnly();
        });

        assertThat(limit(id)).isEqualTo(before);
        assertThat(limits.changes(before.id(), world.officer)).hasSize(1);
        assertThat(process.timers(id)).singleElement().satisfies(timer -> {
            assertThat(timer.suspended()).isFalse();
            assertThat(timer.due()).isEqualTo(due);
        });
    }

    @Test
    void aProcessThatMovesOnWithoutTheStartDateFailsAndNamesIt() {
        CaseFile file = cases.register(world.review("缺起算日"), world.clerk);

        assertThatThrownBy(() -> process.start(file.id())).hasStackTraceContaining("key date 'accepted'");
        assertThat(limits.of(file.id())).isEmpty();
    }

    @Test
    void aLimitWithoutAProcessIsStartedAndMet() {
        CaseFile file = cases.register(world.review("无流程"), world.clerk);
        cases.setKeyDate(file.id(), "orderServed", MONDAY, world.officer);

        refused("LENGTH_REQUIRED", () -> acts.start(file.id(), "SO-REPLY", "orderServed", null, null, world.officer));
        CaseLimit limit = acts.start(file.id(), "SO-REPLY", "orderServed", 3, DayUnit.WORKING_DAY, world.officer);
        assertThat(limit.dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(limits.daysLeft(limit, MONDAY)).contains(3L);
        redating.setDocumentLength(file.id(), "SO-REPLY", 5, DayUnit.WORKING_DAY, world.officer);
        assertThat(limit(file.id()).dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        acts.meet(limit.id(), MONDAY, world.officer);
        assertThat(limit(file.id()).state()).isEqualTo(LimitState.MET);
    }

    @Test
    void clockHealthFindsAndMendsDifferences() {
        String id = started(MONDAY);
        assertThat(faults(health.check(), id)).isEmpty();
        management.setJobDuedate(process.timers(id).get(0).jobId(), Date.from(midnightAfter(MONDAY)));
        assertThat(faults(health.check(), id)).containsExactly(ClockHealth.Fault.OTHER_DATE);

        List<ClockHealth.Finding> repaired = health.repair(Actor.SYSTEM);

        assertThat(repaired.stream().filter(finding -> finding.caseId().equals(id)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.repaired()).isTrue());
        assertThat(timer(id)).isEqualTo(midnightAfter(limit(id).dueOn()));
        assertThat(faults(health.check(), id)).isEmpty();
        refused("ADMIN_ONLY", () -> health.repair(world.unitHead));
    }

    @Test
    void clockHealthFindsALimitWhoseTimerIsGone() {
        String id = started(MONDAY);
        management.deleteJob(process.timers(id).get(0).jobId());

        assertThat(faults(health.check(), id)).containsExactly(ClockHealth.Fault.LIMIT_WITHOUT_TIMER);
        processes.cancel(id, "test");
    }

    private static List<ClockHealth.Fault> faults(List<ClockHealth.Finding> findings, String caseId) {
        return findings.stream()
                .filter(finding -> finding.caseId().equals(caseId))
                .map(ClockHealth.Finding::fault)
                .toList();
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
