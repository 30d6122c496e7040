package io.mingjing.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.engine.CatchUp;
import io.mingjing.engine.DueItems;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many lights at once: everybody is told of each, nobody is buried in mail, nothing comes twice. */
@IntegrationTest
class GatheringIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Sweeper sweeper;

    @Autowired
    CatchUp catchUp;

    @Autowired
    Gathering gathering;

    @Autowired
    Messages messages;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    Office office;
    Actor officer;
    Actor head;
    String file;
    LocalDate today;

    private static final RealTime LATER = new RealTime() {
        @Override
        Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(3600);
        }
    };

    @BeforeEach
    void anOfficeOfItsOwn() {
        catchUp.runDue();
        office = Office.in(context);
        officer = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        file = office.caseOf(Area.REVIEW, office.district);
        office.lead(file, officer);
        today = LocalDate.now(clock);
    }

    @Test
    void aFewAlertsOfADayComeInMailsOfTheirOwnAndManyInOne() {
        due(3);
        catchUp.runDue();
        assertThat(mailsOf(officer)).hasSize(3);
        due(40);
        catchUp.runDue();
        due(10);
        catchUp.runDue();

        assertThat(messages.list(null, null, 100, officer).unread()).isEqualTo(53);
        assertThat(mailsOf(officer)).hasSize(4);
        assertThat(gathering.write(LATER)).isPositive();

        Map<String, Object> mail =
                jdbc.queryForMap("select * from alert_mail where receiver = ? and alert_id is null", officer.userId());
        assertThat(mail.get("subject")).isEqualTo("[明镜] 今日提醒共 50 条");
        assertThat(mail.get("open_for")).isNull();
        assertThat((String) mail.get("body_text"))
                .contains("期限将满 50", "其余 30 条", "/messages")
                .doesNotContain("明珠物业");
        assertThat((String) mail.get("body_html")).contains("今日提醒共 50 条", "/cases/" + file);
        due(2);
        catchUp.runDue();
        assertThat(mailsOf(officer)).as("5 a day singly, then gathered anew").hasSize(6);
    }

    @Test
    void whatIsWithdrawnBeforeTheMailIsWrittenIsNotInIt() {
        List<String> limits = due(20);
        catchUp.runDue();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> limits.subList(0, 15).forEach(context.getBean(Alerts.class)::withdraw));

        gathering.write(LATER);

        assertThat(jdbc.queryForObject(
                        "select subject from alert_mail where receiver = ?", String.class, officer.userId()))
                .isEqualTo("[明镜] 今日提醒共 5 条");
        List<String> all = due(20);
        catchUp.runDue();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> all.forEach(context.getBean(Alerts.class)::withdraw));
        gathering.write(LATER);
        assertThat(jdbc.queryForList(
                        "select state from alert_mail where receiver = ? order by id", String.class, officer.userId()))
                .containsExactly("OWED", "WITHDRAWN");
    }

    @Test
    void oneThatIsLeftAloneReadsLikeAnyOther() {
        List<String> limits = due(20);
        catchUp.runDue();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> limits.subList(1, 20).forEach(context.getBean(Alerts.class)::withdraw));

        gathering.write(LATER);

        assertThat(jdbc.queryForObject(
                        "select subject from alert_mail where receiver = ?", String.class, officer.userId()))
                .doesNotContain("今日提醒共")
                .contains("期限将满");
    }

    @Test
    void twoSweepersAtOnceSayEverythingOnce() throws Exception {
        due(2500);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Integer> node = () -> {
            start.await();
            int batches = 0;
            for (Optional<DueItems.DueItem> item = sweeper.next(clock.instant());
                    item.isPresent();
                    item = sweeper.next(clock.instant())) {
                sweeper.run(item.get());
                batches++;
            }
            return batches;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<Integer>> both = new ArrayList<>();
        both.add(nodes.submit(node));
        both.add(nodes.submit(node));
        for (Future<Integer> one : both) {
            one.get();
        }
        nodes.shutdown();

        for (Actor person : List.of(officer, head)) {
            assertThat(count("select count(*) from alert_message where receiver = ?", person.userId()))
                    .isEqualTo(2500);
            assertThat(count("select count(distinct alert_id) from alert_message where receiver = ?", person.userId()))
                    .isEqualTo(2500);
        }
        assertThat(mailsOf(officer)).hasSize(1);
        assertThat(count("select count(*) from alert_due where case_id = ?", file))
                .isZero();
    }

    @Test
    void aSweepThatDiesInTheMiddleHasSaidNothingAndTheNextSaysAllOnce() {
        due(50);
        DueItems.DueItem item = sweeper.next(clock.instant()).orElseThrow();

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                            sweeper.run(item); // all is written …
                            throw new StackOverflowError("the plug was pulled"); // … and nothing committed
                        }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(messages.unread(officer)).isZero();
        assertThat(mailsOf(officer)).isEmpty();
        catchUp.runDue();

        assertThat(messages.unread(officer)).isEqualTo(50);
        assertThat(mailsOf(officer)).hasSize(1);
    }

    /** So many limits of the case turn red today. */
    private List<String> due(int number) {
        List<String> limits = new ArrayList<>();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String limit = Ids.next();
            limits.add(limit);
            rows.add(new Object[] {Ids.next(), file, limit, today, today.plusDays(1), today});
        }
        jdbc.batchUpdate(
                "insert into alert_due (id, case_id, ref_id, ref_version, kind, rule, due_on, limit_due_on, after_days,"
                        + " trigger_on, subject, closing, failures)"
                        + " values (?, ?, ?, 1, 'LIMIT_RED', 'AR-INTAKE', ?, ?, 0, ?, '', false, 0)",
                rows);
        return limits;
    }

    private List<String> mailsOf(Actor person) {
        return jdbc.queryForList(
                "select id from alert_mail where receiver = ? order by id", String.class, person.userId());
    }

    private int count(String sql, Object... args) {
        Integer count = jdbc.queryForObject(sql, Integer.class, args);
        return count == null ? -1 : count;
    }
}
