package io.mingjing.casefile;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.engine.CatchUp;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.testing.Calendar2026;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.StoryDay;
import io.mingjing.time.Calendars;
import io.mingjing.time.Notices;
import io.mingjing.time.TimeLimits;
import io.mingjing.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice from its import to the last re-dated case. */
@IntegrationTest
@RecordApplicationEvents
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarChangesIT {

    private static final LocalDate NOTICE_DATE = LocalDate.of(2026, 11, 2);
    /** Sixty days from here end on 9 February 2027: a working day until the notice makes it a holiday. */
    private static final LocalDate MOVES = LocalDate.of(2026, 12, 11);
    /** Sixty days from here end on New Year's Day and roll to 4 January, with the notice and without. */
    private static final LocalDate STAYS = LocalDate.of(2026, 11, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    CalendarChanges changes;

    @Autowired
    RedatingRun run;

    @Autowired
    Calendars calendars;

    @Autowired
    TimeLimits time;

    @Autowired
    Cases cases;

    @Autowired
    CaseLimits limits;

    @Autowired
    LimitActs acts;

    @Autowired
    ClockHealth health;

    @Autowired
    CaseVisibility visibility;

    @Autowired
    CatchUp catchUp;

    @Autowired
    LockProvider leases;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents events;

    CaseWorld world;
    LimitedProcess process;

    @BeforeAll
    void december(
            @Autowired Organs organs,
            @Autowired People people,
            @Autowired RepositoryService repository,
            @Autowired Processes processes) {
        world = new CaseWorld(organs, people);
        process = new LimitedProcess(repository, processes);
        StoryDay.set(
                context,
                LocalDateTime.of(2026, 12, 15, 9, 0).atZone(Timekeeper.ZONE).toInstant());
    }

    @AfterEach
    void forgetTheNotice() {
        Calendar2026.restore(context);
    }

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

    private static Instant midnightAfter(int year, int month, int day) {
        return LocalDate.of(year, month, day)
                .plusDays(1)
                .atStartOfDay(Timekeeper.ZONE)
                .toInstant();
    }

    private String proposed() {
        return changes.propose(Notices.of2027(NOTICE_DATE), false, world.admin);
    }

    private String approved() {
        String id = proposed();
        changes.approve(id, world.unitHead);
        return id;
    }

    private List<String> log(String caseId) {
        return jdbc.queryForList(
                "select kind from audit_entry where case_id = ? and kind like 'casefile.limit%' order by case_seq",
                String.class, caseId);
    }

    private List<Redating.Move> moves(String id, String caseId) {
        List<Redating.Move> found = new ArrayList<>();
        changes.export(id, world.admin, found::addAll);
        return found.stream().filter(move -> move.caseId().equals(caseId)).toList();
    }

    @Test
    void thePreviewTellsWhatMovesAndWhatBecomesFinalAndTouchesNothing() {
        String moving = started(MOVES);
        String staying = started(STAYS);
        CaseLimit before = limit(moving);
        String met = started(MOVES);
        transaction.executeWithoutResult(
                status -> jdbc.update("update casefile_limit set state = 'MET' where case_id = ?", met));

        String id = proposed();

        assertThat(before.provisional()).isTrue();
        assertThat(moves(id, moving)).singleElement().satisfies(move -> {
            assertThat(move.kind()).isEqualTo(Redating.Kind.LATER);
            assertThat(move.dueBefore()).isEqualTo(LocalDate.of(2027, 2, 9));
            assertThat(move.dueAfter()).isEqualTo(LocalDate.of(2027, 2, 13)); // a make-up Saturday
            assertThat(move.lightBefore()).isEqualTo(Light.GREEN);
            assertThat(move.lightAfter()).isEqualTo(Light.GREEN);
            assertThat(move.provisionalBefore()).isTrue();
            assertThat(move.provisionalAfter()).isFalse();
        });
        assertThat(moves(id, staying)).singleElement().satisfies(move -> {
            assertThat(move.kind()).isEqualTo(Redating.Kind.FINAL);
            assertThat(move.dueAfter()).isEqualTo(LocalDate.of(2027, 1, 4));
        });
        assertThat(moves(id, met)).isEmpty();
        assertThat(limit(moving)).isEqualTo(before);
        assertThat(time.calendar().status(2027)).isEqualTo(WorkingCalendar.Status.PROJECTED);
        CalendarChanges.Summary summary = changes.summary(id, world.unitHead);
        assertThat(summary.byKind().get(Redating.Kind.LATER)).isPositive();
        assertThat(summary.changed()).isGreaterThanOrEqualTo(summary.cases());
        assertThat(changes.get(id, world.unitHead).limits()).isGreaterThanOrEqualTo(summary.changed());
    }

    @Test
    void approvalMovesRowTimerWorklistRemindersAndLogTogetherAndNamesTheNotice() {
        String moving = started(MOVES);
        String staying = started(STAYS);
        String id = approved();

        catchUp.runDue();

        CaseLimit moved = limit(moving);
        assertThat(moved.dueOn()).isEqualTo(LocalDate.of(2027, 2, 13));
        assertThat(moved.provisional()).isFalse();
        assertThat(moved.calendarVersion()).isEqualTo("2027.5");
        assertThat(timer(moving)).isEqualTo(midnightAfter(2027, 2, 13));
        assertThat(jdbc.queryForObject("select due_on from worklist_task where case_id = ?", LocalDate.class, moving))
                .isEqualTo(moved.dueOn());
        assertThat(jdbc.queryForList(
                        "select limit_due_on from alert_due where ref_id = ?", LocalDate.class, moved.id()))
                .isNotEmpty()
                .containsOnly(moved.dueOn());
        assertThat(limits.changes(moved.id(), world.officer)).last().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(LimitChange.Kind.REDATED);
            assertThat(change.cause()).isEqualTo("CALENDAR");
            assertThat(change.reason()).contains(Notices.NAME_2027, Notices.NUMBER_2027);
        });
        assertThat(log(moving)).containsExactly("casefile.limitOpened", "casefile.limitRecalendared");
        assertThat(jdbc.queryForObject(
                        "select payload from audit_entry where case_id = ? and kind = 'casefile.limitRecalendared'",
                        String.class,
                        moving))
                .contains(Notices.NAME_2027);
        assertThat(limit(staying).provisional()).isFalse();
        assertThat(limit(staying).dueOn()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(log(staying)).containsExactly("casefile.limitOpened", "casefile.limitConfirmed");
        assertThat(jdbc.queryForList("select kind from alert_due where case_id = ?", String.class, staying))
                .contains("LIMIT_OVERDUE")
                .doesNotContain("PROVISIONAL_NEAR");
        assertThat(events.stream(LimitMoved.class)
                        .filter(event -> event.caseId().equals(moving) && event.version() == 2))
                .hasSize(1);
        CalendarChange change = changes.get(id, world.admin);
        assertThat(change.state()).isEqualTo(CalendarChange.State.APPLIED);
        assertThat(change.casesDone()).isGreaterThanOrEqualTo(2);
        assertThat(time.calendar().status(2027)).isEqualTo(WorkingCalendar.Status.PUBLISHED);
        assertThat(time.calendar().status(2030)).isEqualTo(WorkingCalendar.Status.PROJECTED);
        assertThat(health.check()).noneMatch(finding -> Set.of(moving, staying).contains(finding.caseId()));
    }

    @Test
    void anActOnACaseThatIsStillOnTheOldCalendarRedatesItFirst() {
        String caseId = started(MOVES);
        approved();

        acts.extend(limit(caseId).id(), ExtensionOrder.of(1, "案情复杂"), world.unitHead);

        assertThat(limits.changes(limit(caseId).id(), world.officer))
                .extracting(LimitChange::kind)
                .containsExactly(LimitChange.Kind.OPENED, LimitChange.Kind.REDATED, LimitChange.Kind.EXTENDED);
        assertThat(limits.changes(limit(caseId).id(), world.officer).get(2).dueBefore())
                .isEqualTo(LocalDate.of(2027, 2, 13));
        int version = limit(caseId).version();
        catchUp.runDue();
        assertThat(limit(caseId).version()).isEqualTo(version);
    }

    @Test
    void whoCompletesAStepOfACaseOnTheOldCalendarRedatesItFirst() {
        String caseId = started(MOVES);
        approved();

        transaction.executeWithoutResult(status -> visibility.lockVisible(caseId, world.officer));

        assertThat(limits.changes(limit(caseId).id(), world.officer))
                .extracting(LimitChange::kind)
                .containsExactly(LimitChange.Kind.OPENED, LimitChange.Kind.REDATED);
        assertThat(timer(caseId)).isEqualTo(midnightAfter(2027, 2, 13));
    }

    @Test
    void aRunThatIsKilledGoesOnWhereItStoodAndMovesEachLimitOnce() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(started(MOVES));
        }
        String id = approved();
        List<String> seen = Collections.synchronizedList(new ArrayList<>());

        assertThatThrownBy(() -> run.go(changes.get(id, world.admin), caseId -> {
                    seen.add(caseId);
                    if (seen.size() >= 5) {
                        throw new IllegalStateException("the node is gone");
                    }
                }))
                .hasMessageContaining("goes on with the next sweep");

        long done = ids.stream()
                .filter(caseId -> limit(caseId).calendarVersion().equals("2027.5"))
                .count();
        assertThat(done).isLessThan(12);
        assertThat(changes.get(id, world.admin).state()).isEqualTo(CalendarChange.State.APPROVED);

        catchUp.runDue(); // what the next node does at its start, before any timer

        assertThat(changes.get(id, world.admin).state()).isEqualTo(CalendarChange.State.APPLIED);
        assertThat(ids).allSatisfy(caseId -> {
            assertThat(limit(caseId).dueOn()).isEqualTo(LocalDate.of(2027, 2, 13));
            assertThat(limit(caseId).version()).isEqualTo(2);
            assertThat(log(caseId)).containsExactly("casefile.limitOpened", "casefile.limitRecalendared");
            assertThat(timer(caseId)).isEqualTo(midnightAfter(2027, 2, 13));
        });
    }

    @Test
    void twoPeopleWhoPressApplyMoveEachLimitOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(started(MOVES));
        }
        String id = approved();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> pressed = new ArrayList<>();
            for (Actor actor : List.of(world.unitHead, world.admin)) {
                pressed.add(both.submit(() -> changes.apply(id, actor)));
            }
            for (Future<?> press : pressed) {
                try {
                    press.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(((Refusal) Objects.requireNonNull(e.getCause())).code())
                            .isIn("REDATING_UNDER_WAY", "REDATING_NOT_APPROVED");
                }
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(changes.get(id, world.admin).state()).isEqualTo(CalendarChange.State.APPLIED);
        assertThat(ids).allSatisfy(caseId -> assertThat(limit(caseId).version()).isEqualTo(2));
    }

    @Test
    void ofTwoNoticesThatAreProposedAtOnceOneIsUnderWayAndTheOtherIsRefused() throws Exception {
        List<String> refusals = new ArrayList<>();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                asked.add(both.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return proposed();
                }));
            }
            for (Future<String> one : asked) {
                try {
                    assertThat(one.get()).isNotBlank();
                } catch (java.util.concurrent.ExecutionException e) {
                    refusals.add(((Refusal) Objects.requireNonNull(e.getCause())).code());
                }
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(refusals).containsExactly("REDATING_OPEN");
        assertThat(changes.underWay(world.admin)).isPresent();
    }

    @Test
    void whileAnotherNodeHoldsTheLeaseThisOneKeepsItsHandsOff() {
        String caseId = started(MOVES);
        String id = approved();
        SimpleLock other = leases.lock(
                        new LockConfiguration(ClockProvider.now(), "redating", Duration.ofMinutes(1), Duration.ZERO))
                .orElseThrow();
        try {
            refused("REDATING_UNDER_WAY", () -> changes.apply(id, world.unitHead));
            assertThat(limit(caseId).version()).isEqualTo(1);
        } finally {
            other.unlock();
        }
        changes.apply(id, world.unitHead);
        assertThat(limit(caseId).version()).isEqualTo(2);
    }

    @Test
    void aTimerOfTheOldCalendarBringsNothingAboutBeforeTheNewDay() {
        String caseId = started(LocalDate.of(2026, 10, 16)); // ends on Tuesday 15 December: today
        String job = management.createJobQuery().list().stream()
                .filter(one -> process.timers(caseId).get(0).jobId().equals(one.getId()))
                .findFirst()
                .orElseThrow()
                .getId();

        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("its timer fires then");

        assertThat(limit(caseId).state()).isEqualTo(LimitState.RUNNING);
    }

    @Test
    void fourEyesDecideAndOnlyOnce() {
        refused("ADMIN_ONLY", () -> changes.propose(Notices.of2027(NOTICE_DATE), false, world.unitHead));
        started(MOVES);
        String id = proposed();

        refused("REDATING_OPEN", this::proposed);
        refused("UNIT_HEAD_ONLY", () -> changes.approve(id, world.admin));
        refused("UNIT_HEAD_ONLY", () -> changes.approve(id, world.organHead));
        Actor both = new Actor(
                world.admin.userId(),
                world.admin.name(),
                world.admin.organId(),
                world.admin.organPath(),
                Set.of(Role.ADMIN, Role.UNIT_HEAD));
        refused("OWN_CALENDAR", () -> changes.approve(id, both));
        refused("OWN_CALENDAR", () -> changes.reject(id, "不符", both));
        refused("FIELDS", () -> changes.reject(id, " ", world.unitHead));
        refused("CALENDAR_READERS_ONLY", () -> changes.get(id, world.officer));
        refused("CALENDAR_READERS_ONLY", () -> changes.moves(id, null, 0, 50, world.contact));
        Actor elsewhere = new Actor(
                world.strangerOfficer.userId(),
                world.strangerOfficer.name(),
                world.strangerOfficer.organId(),
                world.strangerOfficer.organPath(),
                Set.of(Role.UNIT_HEAD));
        assertThat(changes.moves(id, null, 0, 50, world.auditor).moves()).isNotEmpty();
        assertThat(changes.moves(id, null, 0, 50, elsewhere).moves()).isEmpty();
        assertThat(changes.summary(id, elsewhere).changed())
                .isEqualTo(changes.summary(id, world.auditor).changed())
                .isPositive();
        refused("REDATING_NOT_APPROVED", () -> changes.apply(id, world.unitHead));

        changes.approve(id, world.unitHead);

        refused("REDATING_DECIDED", () -> changes.approve(id, world.unitHead));
        refused("REDATING_DECIDED", () -> changes.reject(id, "不符", world.unitHead));
        refused("REDATING_DECIDED", () -> changes.withdraw(id, "有误", world.admin));
        refused("CALENDAR_PEOPLE_ONLY", () -> changes.apply(id, world.officer));
    }

    @Test
    void aRejectedNoticeChangesNothingAndTheNextOneIsAnotherVersion() {
        String caseId = started(MOVES);
        String id = proposed();

        changes.reject(id, "与原件不符", world.unitHead);

        assertThat(changes.get(id, world.admin))
                .extracting(CalendarChange::state, CalendarChange::reason, CalendarChange::decidedByName)
                .containsExactly(CalendarChange.State.REJECTED, "与原件不符", world.unitHead.name());
        catchUp.runDue();
        assertThat(limit(caseId).version()).isEqualTo(1);
        assertThat(time.calendar().version()).isEqualTo("2026.4");

        changes.approve(proposed(), world.unitHead);

        assertThat(calendars.versions(2027))
                .extracting(year -> year.version() + " " + year.status())
                .containsExactly("2 PUBLISHED", "1 REJECTED");
        assertThat(time.calendar().version()).isEqualTo("2027.6");
    }

    @Test
    void aCorrectionOfAPublishedYearIsANewVersionAndTheOldOneStays() {
        String sheet = sheetOf2026() + "2026-12-31,放假,特别安排\n";

        String id = changes.propose(
                Notices.draft(2026, "国务院办公厅关于调整2026年部分节假日安排的通知", LocalDate.of(2026, 12, 1), sheet), true, world.admin);
        changes.approve(id, world.unitHead);

        assertThat(time.calendar().isWorkingDay(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(time.calendar().version()).isEqualTo("2026.5");
        assertThat(calendars.version(2026, 1).named())
                .noneMatch(day -> day.date().equals(LocalDate.of(2026, 12, 31)));
        assertThat(calendars.versions(2026)).hasSize(2);
    }

    @Test
    void noticesThatCannotBeAreRefused() {
        refused(
                "CALENDAR_YEAR",
                () -> changes.propose(
                        Notices.draft(2028, "2028年通知", NOTICE_DATE, Notices.SHEET_2027), false, world.admin));
        refused(
                "CALENDAR_SHEET",
                () -> changes.propose(
                        Notices.draft(2027, Notices.NAME_2027, NOTICE_DATE, "2027-01-01,放假,元旦"), false, world.admin));
        refused(
                "CALENDAR_SAME",
                () -> changes.propose(
                        Notices.draft(2026, "关于2026年的通知", LocalDate.of(2025, 11, 4), sheetOf2026()),
                        false,
                        world.admin));
        String unusual = Notices.SHEET_2027.replace("2027-10-09,上班,国庆节调休上班\n", "");
        refused(
                "CALENDAR_UNUSUAL",
                () -> changes.propose(
                        Notices.draft(2027, Notices.NAME_2027, NOTICE_DATE, unusual), false, world.admin));
        refused(
                "FIELDS",
                () -> changes.propose(
                        Notices.draft(2027, "放假通知", LocalDate.of(2027, 3, 1), Notices.SHEET_2027), false, world.admin));
        assertThat(changes.recent(world.admin)).isEmpty();
    }

    private String sheetOf2026() {
        StringBuilder sheet = new StringBuilder();
        calendars
                .version(2026, 1)
                .named()
                .forEach(day -> sheet.append(day.date())
                        .append(day.kind() == io.mingjing.time.CalendarYear.Kind.MAKEUP ? ",上班," : ",放假,")
                        .append(day.name())
                        .append('\n'));
        return sheet.toString();
    }

    @Test
    void publishedAndProjectedYearsAreShownForWhatTheyAre() {
        assertThat(calendars.years())
                .extracting(year -> year.year() + " " + year.status() + " " + year.workingDays())
                .startsWith("2023 PUBLISHED 249", "2024 PUBLISHED 251", "2025 PUBLISHED 248", "2026 PUBLISHED 248")
                .hasSize(7);
        assertThat(calendars.years().subList(4, 7))
                .extracting(year -> year.year() + " " + year.status())
                .containsExactly("2027 PROJECTED", "2028 PROJECTED", "2029 PROJECTED");

        changes.approve(proposed(), world.unitHead);

        assertThat(calendars.year(2027).workingDays()).isEqualTo(248);
        assertThat(calendars.years())
                .last()
                .satisfies(year -> assertThat(year.year()).isEqualTo(2030));
    }

    @Test
    void aPausedLimitKeepsWaitingAndCountsOnTheNewCalendarWhenItGoesOn() {
        String caseId = started(MOVES);
        acts.pause(limit(caseId).id(), PauseOrder.of(LocalDate.of(2026, 12, 14), "6", "中〔2026〕1号"), world.organHead);
        approved();

        catchUp.runDue();

        assertThat(limit(caseId).state()).isEqualTo(LimitState.PAUSED);
        assertThat(limit(caseId).calendarVersion()).isEqualTo("2027.5");
        assertThat(process.timers(caseId))
                .singleElement()
                .satisfies(timer -> assertThat(timer.suspended()).isTrue());
        acts.resume(limit(caseId).id(), ResumeOrder.of(LocalDate.of(2026, 12, 15)), world.organHead);
        assertThat(limit(caseId).dueOn()).isEqualTo(LocalDate.of(2027, 2, 13));
        assertThat(Map.of("provisional", limit(caseId).provisional())).containsEntry("provisional", false);
    }
}
