package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.engine.CatchUp;
import io.mingjing.engine.Timekeeper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Limits come near and pass; each test works after the days of the one before, for time only goes forward. */
@IntegrationTest
class AlertIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger LIMITS = new AtomicInteger();

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
    String file;
    LocalDate today;

    @BeforeEach
    void aCaseInAnOfficeOfItsOwn() {
        office = Office.in(context);
        officer = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        supervisor = office.person("吴敏", office.districtBureau, Role.SUPERVISOR);
        file = office.caseOf(Area.REVIEW, office.district);
        office.lead(file, officer);
        today = LocalDate.now(clock);
    }

    @Test
    void theHandlerIsWarnedOnTheFirstYellowDayAndNotBefore() {
        limit("AR-INTAKE", 1, today.plusDays(10));

        passTo(today.plusDays(6));
        assertThat(told(officer)).isEmpty();
        passTo(today.plusDays(7));

        assertThat(told(officer)).containsExactly(AlertKind.LIMIT_YELLOW);
        assertThat(messages.list(null, null, 10, officer).messages())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.caseId()).isEqualTo(file);
                    assertThat(message.args())
                            .startsWith("AR-INTAKE", today.plusDays(10).toString());
                });
    }

    @Test
    void aSecondSweepOfTheSameDaySaysNothingNew() {
        limit("AR-INTAKE", 1, today.plusDays(3));
        passTo(today);
        List<AlertKind> once = told(officer);

        assertThat(catchUp.runDue()).isZero();

        assertThat(once).containsExactly(AlertKind.LIMIT_YELLOW);
        assertThat(told(officer)).isEqualTo(once);
    }

    @Test
    void evenADueRowThatComesBackTellsNobodyTwice() {
        String limit = limit("AR-INTAKE", 1, today.plusDays(3));
        passTo(today);

        jdbc.update(
                "insert into alert_due (id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on, after_days,"
                        + " trigger_on, subject, closing, failures)"
                        + " values (?, ?, ?, 1, 'LIMIT_YELLOW', 'AR-INTAKE', ?, ?, 0, ?, '', false, 0)",
                Ids.next(),
                file,
                limit,
                today,
                today.plusDays(3),
                today);
        assertThat(catchUp.runDue()).isEqualTo(1);

        assertThat(told(officer)).containsExactly(AlertKind.LIMIT_YELLOW);
    }

    @Test
    void manyAtOnceAreSaidOnceEachWhereverTheyBelong() {
        Office other = Office.in(context);
        Actor elsewhere = other.person("钱朗", other.districtBureau, Role.REVIEW_OFFICER);
        String theirs = other.caseOf(Area.REVIEW, other.district);
        other.lead(theirs, elsewhere);
        int each = Sweeper.BATCH / 2 + 100;
        due(each, file);
        due(each, theirs);

        passTo(today);

        for (Actor one : List.of(officer, elsewhere)) {
            assertThat(count("select count(*) from alert_message where receiver = '" + one.userId() + "'"))
                    .isEqualTo(each);
            assertThat(count("select count(distinct ref_id) from alert_alert where receiver = '" + one.userId() + "'"))
                    .isEqualTo(each);
        }
        assertThat(count("select count(*) from audit_entry where kind = 'alert.raised' and case_id in ('" + file
                        + "', '" + theirs + "')"))
                .isEqualTo(2 * each);
    }

    private void due(int number, String caseId) {
        jdbc.batchUpdate(
                "insert into alert_due (id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on, after_days,"
                        + " trigger_on, subject, closing, failures)"
                        + " values (?, ?, ?, 1, 'LIMIT_YELLOW', 'AR-INTAKE', ?, ?, 0, ?, '', false, 0)",
                Stream.generate(() -> new Object[] {Ids.next(), caseId, Ids.next(), today, today.plusDays(3), today})
                        .limit(number)
                        .toList());
    }

    @Test
    void aMovedDateWithdrawsWhatWasSaidAndIsSaidAnewOnItsOwnDay() {
        String limit = limit("AR-INTAKE", 1, today.plusDays(3));
        passTo(today);
        assertThat(told(officer)).containsExactly(AlertKind.LIMIT_YELLOW);

        move(limit, "AR-INTAKE", 2, today.plusDays(13));

        assertThat(told(officer)).isEmpty();
        passTo(today.plusDays(9));
        assertThat(told(officer)).isEmpty();
        passTo(today.plusDays(10));
        assertThat(told(officer)).containsExactly(AlertKind.LIMIT_YELLOW);
    }

    @Test
    void aPausedLimitIsSilent() {
        String limit = limit("AR-INTAKE", 1, today.plusDays(5));

        move(limit, "AR-INTAKE", 2, null);
        passTo(today.plusDays(30));

        assertThat(told(officer)).isEmpty();
    }

    @Test
    void whatIsDoneInTimeIsNotWarnedOf() {
        String limit = limit("AR-INTAKE", 1, today.plusDays(5));

        publish(new LimitEnded(file, limit, "AR-INTAKE", "MET"));
        passTo(today.plusDays(30));

        assertThat(told(officer)).isEmpty();
        assertThat(told(head)).isEmpty();
    }

    @Test
    void aLimitThatLapsedIsSaidToHaveLapsedWhetherTheProcessOrTheSweeperWasFirst() {
        String first = limit("AR-INTAKE", 1, today.plusDays(1));
        publish(new LimitEnded(file, first, "AR-INTAKE", "LAPSED"));
        limit("AR-DECIDE-ORD", 1, today.plusDays(1));

        passTo(today.plusDays(2));

        assertThat(told(head))
                .filteredOn(kind -> kind == AlertKind.LIMIT_OVERDUE)
                .hasSize(2);
    }

    @Test
    void aMissingReplyReachesTheSupervisorByMailAsWell() {
        String order = office.caseOf(Area.SUPERVISION, office.district);
        publish(new LimitMoved(
                order,
                newLimit(),
                1,
                "SO-REPLY",
                today.plusDays(1),
                today.plusDays(1),
                today.plusDays(2),
                false,
                false,
                "OPENED"));

        passTo(today.plusDays(2));

        assertThat(told(supervisor)).contains(AlertKind.REPLY_MISSING);
        Map<String, Object> mail = jdbc.queryForMap(
                "select * from alert_mail where case_id = ? and to_name = '吴敏' order by id desc limit 1", order);
        assertThat(mail.get("state")).isEqualTo("OWED");
        assertThat((String) mail.get("subject")).startsWith("[明镜] 收〔2026〕").endsWith("逾期未回复");
        assertThat((String) mail.get("body_text"))
                .contains("/cases/" + order)
                .doesNotContain("明珠物业")
                .doesNotContain("吴敏");
        assertThat((String) mail.get("body_html")).contains("/cases/" + order).doesNotContain("明珠物业");
    }

    @Test
    void whoIsRecusedIsNotTold() {
        office.recuse(file, officer);
        limit("AR-INTAKE", 1, today.plusDays(3));

        passTo(today);

        assertThat(told(officer)).isEmpty();
    }

    @Test
    void beforeThereIsAHandlerTheHeadOfTheUnitIsTold() {
        String fresh = office.caseOf(Area.REVIEW, office.district);
        publish(new LimitMoved(
                fresh,
                newLimit(),
                1,
                "AR-INTAKE",
                today.plusDays(5),
                today,
                today.plusDays(3),
                false,
                false,
                "OPENED"));

        passTo(today);

        assertThat(told(head)).containsExactly(AlertKind.LIMIT_YELLOW);
    }

    @Test
    void anActThatFailsOwesNoMailAndTellsNobody() {
        int before = count("select count(*) from alert_mail");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            context.getBean(Alerts.class)
                    .raise(
                            AlertKind.LIMIT_OVERDUE,
                            file,
                            new AlertRef(newLimit(), 1),
                            "AR-INTAKE",
                            today.minusDays(1),
                            today);
            assertThat(count("select count(*) from alert_mail")).isGreaterThan(before);
            status.setRollbackOnly();
        });

        assertThat(count("select count(*) from alert_mail")).isEqualTo(before);
        assertThat(told(head)).isEmpty();
    }

    @Test
    void messagesAreReadOneByOneOrAllThatWereShown() {
        limit("AR-INTAKE", 1, today.plusDays(3));
        limit("AR-DECIDE-ORD", 1, today.plusDays(3));
        passTo(today);
        List<Message> shown = messages.list(null, null, 10, officer).messages();
        assertThat(shown).hasSize(2).allMatch(Message::unread);

        messages.read(shown.get(0).id(), officer);
        assertThat(messages.unread(officer)).isEqualTo(1);
        assertThat(messages.list(null, null, 10, officer).messages())
                .extracting(Message::id)
                .containsExactly(shown.get(1).id(), shown.get(0).id());
        messages.readAll(shown.get(0).id(), officer);

        assertThat(messages.unread(officer)).isZero();
        assertThatThrownBy(() -> messages.read(shown.get(0).id(), head))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MESSAGE_NOT_FOUND"));
    }

    @Test
    void messagesPageFromUnreadIntoRead() {
        for (int i = 0; i < 5; i++) {
            limit("AR-INTAKE", 1, today.plusDays(3));
        }
        passTo(today);
        List<Message> all = messages.list(null, null, 10, officer).messages();
        messages.read(all.get(1).id(), officer);
        messages.read(all.get(3).id(), officer);

        java.util.ArrayList<String> seen = new java.util.ArrayList<>();
        MessagePage page = messages.list(null, null, 2, officer);
        page.messages().forEach(message -> seen.add(message.id()));
        while (page.next() != null) {
            page = messages.list(null, page.next(), 2, officer);
            page.messages().forEach(message -> seen.add(message.id()));
        }

        assertThat(seen)
                .containsExactly(
                        all.get(0).id(),
                        all.get(2).id(),
                        all.get(4).id(),
                        all.get(1).id(),
                        all.get(3).id());
    }

    /** A limit of the case, yellow from three days before its last day on and red from the day before. */
    private String limit(String rule, int version, LocalDate due) {
        String id = newLimit();
        move(id, rule, version, due);
        return id;
    }

    private void move(String limit, String rule, int version, @Nullable LocalDate due) {
        publish(new LimitMoved(
                file,
                limit,
                version,
                rule,
                due,
                due == null ? null : due.minusDays(3),
                due == null ? null : due.minusDays(1),
                due == null,
                false,
                "REDATED"));
    }

    private static String newLimit() {
        return "limit-" + LIMITS.incrementAndGet() + "-" + Ids.next();
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

    private int count(String sql) {
        Integer count = jdbc.queryForObject(sql, Integer.class);
        return count == null ? 0 : count;
    }

    private void publish(Object event) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(event));
    }
}
