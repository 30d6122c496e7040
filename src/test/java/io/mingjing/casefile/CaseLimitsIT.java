package io.mingjing.casefile;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.engine.Processes;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Explanations;
import io.mingjing.time.TimeLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
    private final WhatIf whatIf;
    private final Explanations explanations;
    private final TimeLimits time;
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
            WhatIf whatIf,
            Explanations explanations,
            TimeLimits time,
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
        this.whatIf = whatIf;
        this.explanations = explanations;
        this.time = time;
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

    private static final String ORDER = "沈和政复中〔2026〕3号";

    private static PauseOrder order(LocalDate from, String ground) {
        return PauseOrder.of(from, ground, ORDER);
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
        WhatIf.Outlook planned = whatIf.pause(before.id(), order(from, "6"), world.organHead);
        assertThat(planned.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.dueBefore()).isEqualTo(before.dueOn());
            assertThat(effect.dueAfter()).isNull();
            assertThat(effect.lightAfter()).isEqualTo(Light.PAUSED);
        });
        assertThat(limit(id)).isEqualTo(before);

        acts.pause(before.id(), new PauseOrder(from, "6", ORDER, null, "双方同意调解"), world.organHead);

        CaseLimit paused = limit(id);
        assertThat(paused.state()).isEqualTo(LimitState.PAUSED);
        assertThat(paused.dueOn()).isNull();
        assertThat(paused.pausedOn()).isEqualTo(from);
        assertThat(process.timers(id))
                .singleElement()
                .satisfies(timer -> assertThat(timer.suspended()).isTrue());
        assertThat(limits.daysLeft(paused, MONDAY)).contains(54L);

        LocalDate on = LocalDate.of(2026, 2, 20);
        LocalDate expected =
                whatIf.resume(before.id(), on, world.organHead).effects().get(0).dueAfter();
        acts.resume(before.id(), ResumeOrder.of(on), world.organHead);

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
                        tuple(LimitChange.Kind.PAUSED, "孙立"),
                        tuple(LimitChange.Kind.RESUMED, "孙立"));
    }

    @Test
    void extensionCountsFromTheStartAndOnlyTheHeadMayGrantIt() {
        String id = started(MONDAY);
        String limitId = limit(id).id();

        refused("UNIT_HEAD_ONLY", () -> acts.extend(limitId, ExtensionOrder.of(30, "案情复杂"), world.officer));
        refused("EXTENSION_NOT_ALLOWED", () -> acts.extend(limitId, ExtensionOrder.of(31, "案情复杂"), world.unitHead));
        acts.extend(limitId, ExtensionOrder.of(20, "案情复杂"), world.unitHead);
        acts.extend(limitId, ExtensionOrder.of(10, "案情复杂"), world.unitHead);
        refused("EXTENSION_NOT_ALLOWED", () -> acts.extend(limitId, ExtensionOrder.of(1, "案情复杂"), world.unitHead));

        CaseLimit extended = limit(id);
        assertThat(extended.extensionDays()).isEqualTo(30);
        assertThat(extended.dueOn()).isEqualTo(LocalDate.of(2026, 6, 1)); // 90 days end on Sunday 31 May
        assertThat(timer(id)).isEqualTo(midnightAfter(extended.dueOn()));
    }

    @Test
    void whatTheLawForbidsIsRefusedAndLeavesNothing() {
        String id = started(MONDAY);
        CaseLimit limit = limit(id);

        refused("ORGAN_HEAD_ONLY", () -> acts.pause(limit.id(), order(MONDAY, "6"), world.officer));
        refused("ORGAN_HEAD_ONLY", () -> acts.pause(limit.id(), order(MONDAY, "6"), world.unitHead));
        refused("HEADS_ONLY", () -> acts.pause(limit.id(), order(MONDAY, "SITE"), world.officer));
        refused("FIELDS", () -> acts.pause(limit.id(), PauseOrder.of(MONDAY, "6", " "), world.organHead));
        refused("CASE_NOT_FOUND", () -> acts.pause(limit.id(), order(MONDAY, "6"), world.strangerOfficer));
        refused("PAUSE_OUTSIDE_LIMIT", () -> acts.pause(limit.id(), order(MONDAY, "6"), world.organHead));
        refused("FIELDS", () -> acts.pause(limit.id(), order(MONDAY.plusDays(1), "6"), world.organHead)); // tomorrow
        refused("FIELDS", () -> acts.pause(limit.id(), order(MONDAY, "11"), world.organHead));
        refused("LIMIT_NOT_PAUSED", () -> acts.resume(limit.id(), ResumeOrder.of(MONDAY), world.unitHead));
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
            acts.pause(before.id(), order(LocalDate.of(2026, 2, 9), "6"), world.organHead);
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
        refused("NOT_HANDLER", () -> acts.meet(limit.id(), MONDAY, world.secondOfficer));
        acts.meet(limit.id(), MONDAY, world.unitHead);
        assertThat(limit(file.id()).state()).isEqualTo(LimitState.MET);
    }

    @Test
    void tryingOutShowsEveryLimitThatWouldChangeAndChangesNothing() {
        String id = started(LocalDate.of(2026, 2, 2));
        CaseLimit before = limit(id);
        LocalDate from = LocalDate.of(2026, 2, 20);

        WhatIf.Outlook pause =
                whatIf.pause(before.id(), new PauseOrder(from, "1", ORDER, from.plusDays(12), null), world.organHead);
        assertThat(pause.effects())
                .extracting(WhatIf.Effect::rule, WhatIf.Effect::change, WhatIf.Effect::dueAfter)
                .containsExactly(
                        tuple("AR-DECIDE-ORD", WhatIf.Change.STOPS, LocalDate.of(2026, 4, 15)),
                        tuple("AR-SUSP60", WhatIf.Change.OPENS, LocalDate.of(2026, 4, 21)));
        WhatIf.Outlook extension = whatIf.extend(before.id(), ExtensionOrder.of(20, ""), world.unitHead);
        assertThat(extension.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.dueBefore()).isEqualTo(LocalDate.of(2026, 4, 3));
            assertThat(effect.dueAfter()).isEqualTo(LocalDate.of(2026, 4, 23));
            assertThat(effect.lightAfter()).isEqualTo(Light.GREEN);
        });
        refused("UNIT_HEAD_ONLY", () -> whatIf.extend(before.id(), ExtensionOrder.of(20, ""), world.organHead));
        refused("EXTENSION_NOT_ALLOWED", () -> whatIf.extend(before.id(), ExtensionOrder.of(31, ""), world.unitHead));
        refused("NOT_SIMPLIFIED", () -> whatIf.convert(before.id(), world.unitHead));

        assertThat(limit(id)).isEqualTo(before);
        assertThat(limits.of(id)).hasSize(1);
        assertThat(limits.changes(before.id(), world.officer)).hasSize(1);
        assertThat(timer(id)).isEqualTo(midnightAfter(before.dueOn()));
    }

    @Test
    void anExpiredLimitIsNotExtended() {
        String id = started(LocalDate.of(2025, 12, 1));
        CaseLimit expired = limit(id);

        refused("LIMIT_EXPIRED", () -> whatIf.extend(expired.id(), ExtensionOrder.of(20, ""), world.unitHead));
        refused("LIMIT_EXPIRED", () -> acts.extend(expired.id(), ExtensionOrder.of(20, "案情复杂"), world.unitHead));
        processes.cancel(id, "test");
    }

    @Test
    void theOrdinaryLimitTakesThePlaceOfTheSimplifiedOne() {
        CaseFile file = cases.register(world.review("简易"), world.clerk);
        cases.setKeyDate(file.id(), "accepted", LocalDate.of(2026, 2, 9), world.officer);
        CaseLimit simple = acts.start(file.id(), "AR-DECIDE-SIM", "accepted", null, null, world.officer);
        refused("EXTENSION_NOT_ALLOWED", () -> whatIf.extend(simple.id(), ExtensionOrder.of(5, ""), world.unitHead));
        refused("UNIT_HEAD_ONLY", () -> acts.convert(simple.id(), "争议较大", world.officer));
        refused("FIELDS", () -> acts.convert(simple.id(), " ", world.unitHead));
        acts.pause(simple.id(), PauseOrder.of(LocalDate.of(2026, 2, 20), "SITE", ORDER), world.unitHead);
        acts.resume(simple.id(), ResumeOrder.of(LocalDate.of(2026, 2, 25)), world.unitHead);
        WhatIf.Outlook outlook = whatIf.convert(simple.id(), world.unitHead);

        CaseLimit ordinary = acts.convert(simple.id(), "争议较大", world.unitHead);

        assertThat(outlook.effects())
                .extracting(WhatIf.Effect::rule, WhatIf.Effect::change)
                .containsExactly(
                        tuple("AR-DECIDE-SIM", WhatIf.Change.SUPERSEDED), tuple("AR-DECIDE-ORD", WhatIf.Change.OPENS));
        assertThat(outlook.effects().get(1).dueAfter()).isEqualTo(ordinary.dueOn());
        assertThat(limits.of(file.id()))
                .extracting(CaseLimit::rule, CaseLimit::state, CaseLimit::startOn)
                .containsExactlyInAnyOrder(
                        tuple("AR-DECIDE-SIM", LimitState.SUPERSEDED, LocalDate.of(2026, 2, 9)),
                        tuple("AR-DECIDE-ORD", LimitState.RUNNING, LocalDate.of(2026, 2, 9)));
        assertThat(limits.get(ordinary.id(), world.officer).pauses())
                .isEqualTo(ordinary.pauses())
                .hasSize(1);
        assertThat(limits.changes(simple.id(), world.officer)).last().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(LimitChange.Kind.SUPERSEDED);
            assertThat(change.reason()).isEqualTo("争议较大");
            assertThat(change.actorName()).isEqualTo("周正");
        });
    }

    @Test
    void whatWasDoneTooLateStaysVisibleWithItsDays() {
        CaseFile file = cases.register(world.review("迟办"), world.clerk);
        cases.setKeyDate(file.id(), "orderServed", LocalDate.of(2026, 2, 2), world.officer);
        CaseLimit limit = acts.start(file.id(), "SO-REPLY", "orderServed", 3, DayUnit.WORKING_DAY, world.officer);

        acts.meet(limit.id(), LocalDate.of(2026, 2, 10), world.unitHead);

        CaseLimit late = limit(file.id());
        assertThat(late.state()).isEqualTo(LimitState.LAPSED);
        assertThat(late.metOn()).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(limits.changes(limit.id(), world.officer))
                .extracting(LimitChange::kind, LimitChange::effectiveOn)
                .contains(tuple(LimitChange.Kind.MET_LATE, LocalDate.of(2026, 2, 10)));
    }

    @Test
    void anExtensionIsExplainedWithItsApproverAndAPauseWithItsDocument() {
        String id = started(LocalDate.of(2026, 2, 2));
        String limitId = limit(id).id();
        acts.extend(limitId, new ExtensionOrder(20, "案情复杂", "沈和政复延〔2026〕1号"), world.unitHead);
        acts.pause(limitId, order(LocalDate.of(2026, 2, 9), "6"), world.organHead);
        acts.resume(limitId, new ResumeOrder(LocalDate.of(2026, 2, 20), "沈和政复恢〔2026〕1号", null), world.organHead);

        CaseLimit limit = limit(id);
        String paragraph = explanations.paragraph(time.compute(limit.request()), Locale.SIMPLIFIED_CHINESE);
        assertThat(paragraph)
                .contains("期间开始之日不计入")
                .contains("2026年2月9日至2026年2月19日停止计算11日")
                .contains("文书：" + ORDER)
                .contains("经周正于2026年3月2日批准延长20日（沈和政复延〔2026〕1号）")
                .contains("依据：");
        assertThat(limits.pauses(limit)).singleElement().satisfies(pause -> {
            assertThat(pause.approver()).isEqualTo("孙立");
            assertThat(pause.resumeOrder()).isEqualTo("沈和政复恢〔2026〕1号");
        });
        assertThat(limits.changes(limitId, world.officer))
                .extracting(LimitChange::kind, LimitChange::orderNo, LimitChange::effectiveOn)
                .containsExactly(
                        tuple(LimitChange.Kind.OPENED, null, null),
                        tuple(LimitChange.Kind.EXTENDED, "沈和政复延〔2026〕1号", MONDAY),
                        tuple(LimitChange.Kind.PAUSED, ORDER, LocalDate.of(2026, 2, 9)),
                        tuple(LimitChange.Kind.RESUMED, "沈和政复恢〔2026〕1号", LocalDate.of(2026, 2, 20)));
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
}
