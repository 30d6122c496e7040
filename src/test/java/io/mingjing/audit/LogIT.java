package io.mingjing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.audit.Verification.Fault;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.SmokeOnH2;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain on a real database: whole under concurrency, empty after a rollback, broken where somebody touched it. */
class LogIT {

    private static final Actor CLERK = new Actor("u-1", "林晓雯", "o-1", "/sy/sfj/", Set.of(Role.INTAKE_CLERK));

    abstract static class OnADatabase {

        @Autowired
        Log log;

        @Autowired
        ApplicationEventPublisher events;

        @Autowired
        PlatformTransactionManager transactions;

        @Autowired
        JdbcTemplate jdbc;

        @Test
        void actOfACaseStandsInItsStreamWithAllItSays() {
            String caseId = Ids.next();
            inTransaction(() -> publish(Act.of(
                            "casefile.registered",
                            caseId,
                            CLERK,
                            Map.of("registerNo", "收〔2026〕1号", "amount", new BigDecimal("10.50"), "days", 5))
                    .on(LocalDate.of(2026, 3, 1))
                    .withPersonal(Map.of("applicant", "王小五"))));

            Entry entry = only(log.ofCase(caseId, 0, 10));

            assertThat(entry.caseSeq()).isEqualTo(1);
            assertThat(entry.kind()).isEqualTo("casefile.registered");
            assertThat(entry.actorName()).isEqualTo("林晓雯");
            assertThat(entry.legalDate()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(entry.facts())
                    .containsEntry("registerNo", "收〔2026〕1号")
                    .containsEntry("amount", "10.50")
                    .containsEntry("days", 5);
            assertThat(entry.personal()).containsExactly(Map.entry("applicant", "王小五"));
            assertThat(entry.payload()).doesNotContain("王小五");
            assertThat(Hash.of(entry.payload())).isEqualTo(entry.hash());
        }

        @Test
        void actsOfOneTransactionFollowOneAnotherInTheirStream() {
            String one = Ids.next();
            String other = Ids.next();
            inTransaction(() -> {
                publish(Act.of("test.first", one, CLERK, Map.of()));
                publish(Act.of("test.elsewhere", other, CLERK, Map.of()));
                publish(Act.of("test.second", one, CLERK, Map.of()));
            });
            inTransaction(() -> publish(Act.of("test.third", one, CLERK, Map.of())));

            assertThat(log.ofCase(one, 0, 10))
                    .extracting(Entry::kind)
                    .containsExactly("test.first", "test.second", "test.third");
            assertThat(log.ofCase(one, 1, 1)).extracting(Entry::caseSeq).containsExactly(2L);
            assertThat(log.verify(one))
                    .extracting(Verification::whole, Verification::entries)
                    .containsExactly(true, 3L);
        }

        @Test
        void actThatIsRolledBackLeavesNoEntry() {
            String caseId = Ids.next();
            long before = length();
            assertThatThrownBy(() -> inTransaction(() -> {
                        publish(Act.of("test.undone", caseId, CLERK, Map.of()));
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(log.ofCase(caseId, 0, 10)).isEmpty();
            assertThat(length()).isEqualTo(before);
        }

        @Test
        void actOfARolledBackSavepointLeavesNoEntryButTheRestDoes() {
            String caseId = Ids.next();
            TransactionTemplate nested = new TransactionTemplate(transactions);
            nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
            inTransaction(() -> {
                publish(Act.of("test.kept", caseId, CLERK, Map.of()));
                nested.executeWithoutResult(status -> {
                    publish(Act.of("test.dropped", caseId, CLERK, Map.of()));
                    status.setRollbackOnly();
                });
            });

            assertThat(log.ofCase(caseId, 0, 10)).extracting(Entry::kind).containsExactly("test.kept");
        }

        @Test
        void actOutsideAWritingTransactionIsRefused() {
            assertThatThrownBy(() -> publish(Act.of("test.loose", null, CLERK, Map.of())))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("test.loose");
            TransactionTemplate reading = new TransactionTemplate(transactions);
            reading.setReadOnly(true);
            assertThatThrownBy(() -> reading.executeWithoutResult(
                            status -> publish(Act.of("test.loose", null, CLERK, Map.of()))))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void chainDoesNotForkUnderEightWriters() throws Exception {
            long before = length();
            String shared = Ids.next();
            ExecutorService writers = Executors.newFixedThreadPool(8);
            try {
                List<Callable<Void>> work = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String own = Ids.next();
                    work.add(() -> {
                        for (int n = 0; n < 20; n++) {
                            inTransaction(() -> {
                                publish(Act.of("test.own", own, CLERK, Map.of()));
                                publish(Act.of("test.shared", shared, CLERK, Map.of()));
                            });
                        }
                        return null;
                    });
                }
                for (Future<Void> done : writers.invokeAll(work)) {
                    done.get();
                }
            } finally {
                writers.shutdownNow();
            }

            assertThat(length() - before).isEqualTo(320);
            Verification whole = log.verify();
            assertThat(whole.whole()).as("%s", whole).isTrue();
            assertThat(log.ofCase(shared, 0, 500)).hasSize(160);
            assertThat(log.verify(shared).whole()).isTrue();
        }

        @Test
        void personalValuesCanBeDestroyedWhileTheChainHolds() {
            String caseId = Ids.next();
            inTransaction(() ->
                    publish(Act.of("test.named", caseId, CLERK, Map.of()).withPersonal(Map.of("applicant", "李小七"))));

            assertThat(log.destroyPersonal(caseId, "批准-1", CLERK)).isEqualTo(1);

            List<Entry> entries = log.ofCase(caseId, 0, 10);
            assertThat(entries).extracting(Entry::kind).containsExactly("test.named", "audit.personalDestroyed");
            assertThat(entries.get(0).personal()).isEmpty();
            assertThat(log.verify(caseId).whole()).isTrue();
            assertThat(log.verify().whole()).isTrue();
        }

        @Test
        void searchGoesBackwardsAndKeepsToTheQuery() {
            String caseId = Ids.next();
            inTransaction(() -> {
                for (int i = 0; i < 5; i++) {
                    publish(Act.of(i % 2 == 0 ? "even.done" : "odd.done", caseId, CLERK, Map.of("i", i)));
                }
            });
            LogQuery even = new LogQuery(caseId, "u-1", "even.", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2));

            List<Entry> first = log.search(even, null, 2);
            List<Entry> rest = log.search(even, first.get(1).seq(), 2);

            assertThat(first).extracting(entry -> entry.facts().get("i")).containsExactly(4, 2);
            assertThat(rest).extracting(entry -> entry.facts().get("i")).containsExactly(0);
            assertThat(log.search(new LogQuery(caseId, null, "odd.done", null, null), null, 9))
                    .hasSize(2);
            assertThat(log.search(new LogQuery(caseId, null, null, LocalDate.of(2026, 3, 3), null), null, 9))
                    .isEmpty();
        }

        @Test
        void verificationNamesTheFirstEntryThatWasTouched() {
            String caseId = Ids.next();
            inTransaction(() -> {
                for (int i = 0; i < 4; i++) {
                    publish(Act.of("test.step", caseId, CLERK, Map.of("i", i)).withPersonal(Map.of("name", "张" + i)));
                }
            });
            List<Entry> entries = log.ofCase(caseId, 0, 10);
            Entry second = entries.get(1);

            touched("update audit_entry set payload = replace(payload, '\"i\":1', '\"i\":9') where seq = ?", second);
            assertBroken(caseId, second, Fault.PAYLOAD);
            jdbc.update("update audit_entry set payload = ? where seq = ?", second.payload(), second.seq());

            touched("update audit_entry set kind = 'test.other' where seq = ?", second);
            assertBroken(caseId, second, Fault.COLUMN);
            jdbc.update("update audit_entry set kind = 'test.step' where seq = ?", second.seq());

            touched("update audit_personal set content = '赵' where entry_seq = ?", second);
            assertBroken(caseId, second, Fault.PERSONAL);
            jdbc.update("update audit_personal set content = '张1' where entry_seq = ?", second.seq());

            // A text that is rewritten together with its hash breaks the link of the next entry.
            String forged = second.payload().replace("\"i\":1", "\"i\":9");
            jdbc.update(
                    "update audit_entry set payload = ?, hash = ? where seq = ?",
                    forged,
                    Hash.of(forged),
                    second.seq());
            assertBroken(caseId, entries.get(2), Fault.LINK);
            jdbc.update(
                    "update audit_entry set payload = ?, hash = ? where seq = ?",
                    second.payload(),
                    second.hash(),
                    second.seq());

            long end = length();
            jdbc.update("update audit_head set seq = seq + 1");
            assertThat(log.verify())
                    .extracting(Verification::brokenSeq, Verification::fault)
                    .containsExactly(end + 1, Fault.HEAD);
            jdbc.update("update audit_head set seq = seq - 1");
            assertThat(log.verify().whole()).isTrue();
        }

        private void touched(String sql, Entry entry) {
            assertThat(jdbc.update(sql, entry.seq())).isEqualTo(1);
        }

        private void assertBroken(String caseId, Entry entry, Fault fault) {
            assertThat(log.verify())
                    .extracting(Verification::brokenSeq, Verification::fault)
                    .containsExactly(entry.seq(), fault);
            assertThat(log.verify(caseId))
                    .extracting(Verification::brokenSeq, Verification::fault)
                    .containsExactly(entry.seq(), fault);
        }

        private long length() {
            Long seq = jdbc.queryForObject("select seq from audit_head where id = 1", Long.class);
            return seq == null ? -1 : seq;
        }

        private void publish(Act act) {
            events.publishEvent(act);
        }

        private void inTransaction(Runnable work) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
        }

        private static Entry only(List<Entry> entries) {
            assertThat(entries).hasSize(1);
            return entries.get(0);
        }
    }

    @Nested
    @IntegrationTest
    class OnTheServer extends OnADatabase {}

    @Nested
    @SmokeOnH2
    class OnH2 extends OnADatabase {}
}
