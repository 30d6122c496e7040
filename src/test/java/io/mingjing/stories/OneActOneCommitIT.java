package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.alert.AlertKind;
import io.mingjing.alert.AlertRef;
import io.mingjing.alert.Alerts;
import io.mingjing.alert.Outbox;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Intakes;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When the last step of an act fails, nothing of it remains: engine, rows, limits, worklist, log, owed mail. */
@IntegrationTest
class OneActOneCommitIT {

    /** What an act writes, one table of each kind; inside the act each must have changed, or this test proves nothing. */
    private static final Set<String> TOUCHED = Set.of(
            "act_ru_task",
            "act_ru_job",
            "review_case",
            "casefile_limit",
            "casefile_submission",
            "casefile_key_date",
            "document_approval",
            "worklist_task",
            "alert_mail",
            "alert_message");

    @Autowired
    private People people;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Worklist worklist;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Alerts alerts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void anActWhoseLastStepFailsLeavesNothingAnywhere() {
        String caseId = intakes.start("administrativeReview", application(), null, actor("intake-clerk"))
                .id();
        complete(caseId, "review-officer", acceptance());
        TaskItem approval = worklist.openOfCase(caseId).get(0);
        worklist.claim(approval.id(), actor("unit-head"));
        CaseLimit intake = limits.of(caseId).get(0);
        LocalDate due = Objects.requireNonNull(intake.dueOn());

        Map<String, String> before = snapshot();
        TransactionTemplate act = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> act.executeWithoutResult(status -> {
                    worklist.complete(approval.id(), approve(), actor("unit-head"));
                    alerts.raise(
                            AlertKind.LIMIT_OVERDUE,
                            caseId,
                            new AlertRef(intake.id(), intake.version()),
                            intake.rule(),
                            due,
                            due.plusDays(1));
                    assertThat(outbox.owed()).isPositive();
                    Map<String, String> inside = snapshot();
                    assertThat(TOUCHED)
                            .allSatisfy(table ->
                                    assertThat(inside.get(table)).as(table).isNotEqualTo(before.get(table)));
                    failAtTheVeryEnd(Objects.requireNonNull(before.get("audit_entry")));
                }))
                .hasMessage("the last step");

        assertThat(snapshot()).isEqualTo(before);
        // and the act can still be done
        worklist.complete(approval.id(), approve(), actor("unit-head"));
        assertThat(limits.open(caseId, "AR-DECIDE-ORD")).isPresent();
    }

    /** After everything else that runs before a commit, the log's own writing included. */
    private void failAtTheVeryEnd(String logBefore) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return Ordered.LOWEST_PRECEDENCE;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                assertThat(content("audit_entry")).as("the log was written").isNotEqualTo(logBefore);
                throw new IllegalStateException("the last step");
            }
        });
    }

    /** Every table of the database with a digest of all it holds. */
    private Map<String, String> snapshot() {
        Map<String, String> tables = new TreeMap<>();
        List<String> names = jdbc.queryForList(
                "select table_name from information_schema.tables where table_type in ('BASE TABLE', 'TABLE')"
                        + " and lower(table_schema) in (lower(database()), 'public')",
                String.class);
        for (String name : names) {
            if (!name.toLowerCase(Locale.ROOT).startsWith("flyway")) {
                tables.put(name.toLowerCase(Locale.ROOT), content(name));
            }
        }
        assertThat(tables.keySet()).containsAll(TOUCHED);
        return tables;
    }

    private String content(String table) {
        Set<String> rows = new TreeSet<>();
        jdbc.query("select * from " + table, row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                line.append(value instanceof byte[] bytes ? Arrays.toString(bytes) : value)
                        .append('|');
            }
            rows.add(line.toString());
        });
        return rows.size() + " rows, " + rows.hashCode();
    }

    private void complete(String caseId, String login, Map<String, Object> values) {
        TaskItem task = worklist.openOfCase(caseId).get(0);
        worklist.claim(task.id(), actor(login));
        worklist.complete(task.id(), values, actor(login));
    }

    private Actor actor(String login) {
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }

    private Map<String, Object> application() {
        LocalDate today = LocalDate.now(clock);
        return Map.ofEntries(
                Map.entry("receivedOn", today.toString()),
                Map.entry("channel", "COUNTER"),
                Map.entry("applicantKind", "PERSON"),
                Map.entry("applicantName", "吴𠮷祥"),
                Map.entry("applicantPhone", "13900004321"),
                Map.entry("applicantAddress", "盛阳市和安区槐荫路18号"),
                Map.entry(
                        "respondentOrgan",
                        people.findByLogin("organ-contact").orElseThrow().organId()),
                Map.entry("actKind", "PENALTY"),
                Map.entry("actName", "住建罚字〔2026〕7号行政处罚决定"),
                Map.entry("requests", "请求撤销该处罚决定。"),
                Map.entry("reasons", "处罚前没有告知。"));
    }

    private static Map<String, Object> acceptance() {
        return ReviewCase.acceptance();
    }

    private Map<String, Object> approve() {
        return Map.of(
                "result",
                "APPROVE",
                "opinion",
                "同意受理。",
                "acceptedOn",
                LocalDate.now(clock).toString());
    }
}
