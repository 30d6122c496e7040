package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.engine.CatchUp;
import io.mingjing.engine.Timekeeper;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterIssued;
import io.mingjing.shared.event.LetterServed;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.shared.event.ProcessFailed;
import io.mingjing.shared.event.ProcessMended;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.shared.event.TaskUrged;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.StoryDay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody does is told to the next level, after as many working days as the policy table says. */
@IntegrationTest
class EscalationIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    Messages messages;

    @Autowired
    CatchUp catchUp;

    @Autowired
    Timekeeper time;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    Office office;
    Actor officer;
    Actor head;
    Actor supervisor;
    Actor leader;
    Actor contact;
    Actor organHead;
    LocalDate monday;

    @BeforeEach
    void anOfficeOfItsOwnOnAMonday() {
        StoryDay.set(context, StoryDay.MORNING); // in weeks without holidays
        monday = LocalDate.now(clock);
        office = Office.in(context);
        officer = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        supervisor = office.person("吴敏", office.districtBureau, Role.SUPERVISOR);
        leader = office.person("周正", office.district, Role.ORGAN_HEAD);
        contact = office.person("孙立", office.department, Role.ORGAN_CONTACT);
        organHead = office.person("林国栋", office.department, Role.UNIT_HEAD);
    }

    @Test
    void anOverdueLimitReachesTheLeaderAfterThreeWorkingDays() {
        String file = caseLedBy(officer);
        publish(moved(file, Ids.next(), "AR-DECIDE-ORD", 1, monday.minusDays(1), false));

        passTo(monday);
        assertThat(told(officer)).contains(AlertKind.LIMIT_OVERDUE);
        assertThat(told(leader)).isEmpty();
        passTo(monday.plusDays(2));
        assertThat(told(leader)).isEmpty();
        passTo(monday.plusDays(3));

        assertThat(told(leader)).containsExactly(AlertKind.LIMIT_OVERDUE);
        assertThat(told(officer).stream().filter(kind -> kind == AlertKind.LIMIT_OVERDUE))
                .hasSize(1);
    }

    @Test
    void theLeaderWhoDecidesIsWarnedOfARedDecisionAndTheSupervisorWhoCannotOpenItIsNot() {
        publish(moved(caseLedBy(officer), Ids.next(), "AR-DECIDE-ORD", 1, monday.plusDays(1), false));

        passTo(monday.plusDays(2));

        assertThat(told(leader)).containsExactly(AlertKind.LIMIT_RED);
        assertThat(told(supervisor)).isEmpty();
    }

    @Test
    void aClosedCaseIsRemindedOfTheArchiveBeforeTheEndOfJuneUntilItIsThere() {
        String file = caseLedBy(officer);
        LocalDate due = LocalDate.of(monday.getYear(), 6, 30);
        publish(Act.of("casefile.closed", file, Actor.SYSTEM, Map.of()).on(monday.minusYears(1)));
        String archived = caseLedBy(officer);
        publish(Act.of("casefile.closed", archived, Actor.SYSTEM, Map.of()).on(monday.minusYears(1)));
        publish(Act.of("casefile.archived", archived, Actor.SYSTEM, Map.of()).on(monday));

        assertThat(jdbc.queryForList(
                        "select trigger_on from alert_due where kind = 'ARCHIVE_DUE' and case_id = ?",
                        LocalDate.class,
                        file))
                .containsExactly(due);
        assertThat(jdbc.queryForList(
                        "select ref_id from alert_due where kind = 'ARCHIVE_DUE' and case_id = ?",
                        String.class,
                        archived))
                .isEmpty();
    }

    @Test
    void whatIsDoneInTheMeantimeGoesNoFurther() {
        String file = caseLedBy(officer);
        String limit = Ids.next();
        publish(moved(file, limit, "AR-DECIDE-ORD", 1, monday.minusDays(1), false));
        passTo(monday.plusDays(1));

        publish(new LimitEnded(file, limit, "AR-DECIDE-ORD", "LAPSED")); // done late
        passTo(monday.plusDays(10));

        assertThat(told(leader)).isEmpty();
    }

    @Test
    void aLimitOfWhichTheLawHasDrawnTheConsequenceIsToldOnceAndNotPressed() {
        String file = caseLedBy(officer);
        String limit = Ids.next();
        publish(moved(file, limit, "AR-INTAKE", 1, monday.plusDays(1), false));
        publish(new LimitEnded(file, limit, "AR-INTAKE", "LAPSED"));

        passTo(monday.plusDays(14));

        assertThat(told(officer)).containsExactly(AlertKind.LIMIT_OVERDUE);
        assertThat(told(leader)).isEmpty();
    }

    @Test
    void anOrderThatIsNotSignedForClimbsFromTheContactToTheHeads() {
        String order = office.caseOf(Area.SUPERVISION, office.district);
        office.relate(order, office.department, "RESPONSIBLE");
        String task = open(order, "userTask_signOrder", "ORGAN_CONTACT");

        passTo(monday.plusDays(1));
        assertThat(told(contact)).containsExactly(AlertKind.ORDER_UNSIGNED);
        assertThat(told(supervisor)).containsExactly(AlertKind.ORDER_UNSIGNED);
        assertThat(told(organHead)).isEmpty();
        passTo(monday.plusDays(2));
        assertThat(told(organHead)).containsExactly(AlertKind.ORDER_UNSIGNED);
        assertThat(told(head)).isEmpty();
        publish(new TaskClosed(task, order, true));
        passTo(monday.plusDays(9));

        assertThat(told(head)).isEmpty();
        assertThat(told(contact)).as("withdrawn when it was signed for").isEmpty();
    }

    @Test
    void aTaskThatNobodyTakesReachesTheHeadAndThenTheLeader() {
        String file = office.caseOf(Area.FILING, office.district);
        open(file, "userTask_checkForm", "FILING_OFFICER");

        passTo(monday.plusDays(1));
        assertThat(told(head)).isEmpty();
        passTo(monday.plusDays(2));
        assertThat(told(head)).containsExactly(AlertKind.TASK_UNCLAIMED);
        passTo(monday.plusDays(7));

        assertThat(told(leader)).containsExactly(AlertKind.TASK_UNCLAIMED);
    }

    @Test
    void aClaimedTaskIsSilentAndSpokenOfAgainWhenItIsGivenBack() {
        String file = office.caseOf(Area.FILING, office.district);
        String task = open(file, "userTask_checkForm", "FILING_OFFICER");
        jdbc.update("update worklist_task set assignee = ? where id = ?", officer.userId(), task);

        passTo(monday.plusDays(3));
        assertThat(told(head)).isEmpty();
        jdbc.update("update worklist_task set assignee = null where id = ?", task);
        passTo(monday.plusDays(10));

        assertThat(told(head)).containsExactly(AlertKind.TASK_UNCLAIMED);
    }

    @Test
    void aLetterThatIsNotServedIsToldToTheHandlerAndLaterToTheHead() {
        String file = caseLedBy(officer);
        String letter = letter(file);

        passTo(monday.plusDays(2));
        assertThat(told(officer)).isEmpty();
        passTo(monday.plusDays(3));
        assertThat(told(officer)).containsExactly(AlertKind.LETTER_UNSERVED);
        assertThat(messages.list(null, null, 10, officer).messages().get(0).args())
                .contains("沈和政复〔2026〕12号");
        passTo(monday.plusDays(7));
        assertThat(told(head)).containsExactly(AlertKind.LETTER_UNSERVED);
        publish(new LetterServed(file, letter, "acceptance-notice", Ids.next(), monday, true));

        assertThat(told(officer)).isEmpty();
        assertThat(told(head)).isEmpty();
    }

    @Test
    void aVoidedLetterNeedNotBeServed() {
        String file = caseLedBy(officer);
        String letter = letter(file);
        jdbc.update("update document_letter set state = 'VOID' where id = ?", letter);

        passTo(monday.plusDays(14));

        assertThat(told(officer)).isEmpty();
    }

    @Test
    void aProvisionalDateIsAnnouncedTenWorkingDaysBefore() {
        String file = caseLedBy(officer);
        LocalDate due = monday.plusDays(28);
        publish(moved(file, Ids.next(), "AR-DECIDE-ORD", 1, due, true));

        passTo(due.minusDays(15));
        assertThat(told(officer)).doesNotContain(AlertKind.PROVISIONAL_NEAR);
        passTo(due.minusDays(13));

        assertThat(told(officer)).contains(AlertKind.PROVISIONAL_NEAR);
    }

    @Test
    void anUrgeReachesTheHolderAtOnceOrElseThePool() {
        String file = caseLedBy(officer);
        Actor colleague = office.person("冯远", office.districtBureau, Role.REVIEW_OFFICER);
        TaskUrged urge = new TaskUrged(
                Ids.next(),
                file,
                Ids.next(),
                head.userId(),
                officer.userId(),
                "REVIEW_OFFICER@" + office.district.id(),
                1);

        publish(urge);
        publish(urge);
        assertThat(told(officer)).containsExactly(AlertKind.TASK_URGED);
        assertThat(told(colleague)).isEmpty();
        publish(new TaskUrged(
                Ids.next(), file, Ids.next(), head.userId(), null, "REVIEW_OFFICER@" + office.district.id(), 2));

        assertThat(told(officer)).hasSize(2);
        assertThat(told(colleague)).containsExactly(AlertKind.TASK_URGED);
    }

    @Test
    void aFaultOfTheEngineReachesAdministratorsAndIsWithdrawnWhenItIsMended() {
        String file = caseLedBy(officer);
        Actor admin = office.person("管理员", office.districtBureau, Role.ADMIN);
        String incident = Ids.next();

        publish(new ProcessFailed(incident, file, "serviceTask_closeCase"));
        catchUp.runDue();
        assertThat(told(admin)).containsExactly(AlertKind.ENGINE_INCIDENT);
        publish(new ProcessMended(incident));

        assertThat(told(admin)).isEmpty();
        passTo(monday.plusDays(2));
        assertThat(told(head)).doesNotContain(AlertKind.ENGINE_INCIDENT);
    }

    private String caseLedBy(Actor person) {
        String file = office.caseOf(Area.REVIEW, office.district);
        office.lead(file, person);
        return file;
    }

    private String open(String file, String definition, String pool) {
        String task = Ids.next();
        publish(new TaskOpened(
                task,
                file,
                "test",
                definition,
                "签收督办单",
                pool,
                pool.equals("ORGAN_CONTACT") ? "RESPONSIBLE" : null,
                List.of(),
                Map.of()));
        return task;
    }

    private String letter(String file) {
        String letter = Ids.next();
        jdbc.update(
                "insert into document_letter (id, case_id, type, title, state, letter_number, issued_on, version,"
                        + " draft_no, levels, drafted_by, drafted_at)"
                        + " values (?, ?, 'acceptance-notice', '受理通知书', 'ISSUED', ?, ?, 1, 1, 'UNIT_HEAD', 'x', ?)",
                letter,
                file,
                letter,
                monday,
                java.sql.Timestamp.valueOf(monday.atStartOfDay()));
        publish(new LetterIssued(file, letter, "acceptance-notice", "沈和政复〔2026〕12号", monday));
        return letter;
    }

    private static LimitMoved moved(
            String file, String limit, String rule, int version, LocalDate due, boolean provisional) {
        return new LimitMoved(
                file, limit, version, rule, due, due.minusDays(3), due.minusDays(1), false, provisional, "REDATED");
    }

    private void passTo(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            time.advanceTo(day.atTime(9, 0).atZone(ZONE).toInstant());
        }
        catchUp.runDue();
    }

    private List<AlertKind> told(Actor person) {
        return messages.list(null, null, 50, person).messages().stream()
                .map(Message::code)
                .toList();
    }

    private void publish(Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(event));
    }
}
