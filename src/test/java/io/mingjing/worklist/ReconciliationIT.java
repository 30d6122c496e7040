package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.engine.Processes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Against the real engine: a process that waits for its first task. */
@IntegrationTest
class ReconciliationIT {

    private static final Actor ADMIN = new Actor("admin", "管理员", null, null, Set.of(Role.ADMIN));

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Processes processes;

    @Autowired
    Worklist worklist;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    String file;
    String task;

    @BeforeEach
    void aProcessThatWaits() {
        Office office = Office.in(context);
        file = office.caseOf(Area.FILING, office.district);
        reconciliation.repair(ADMIN); // what other tests left behind
        processes.start("recordReview", file, Map.of());
        task = processes.openTasks(file).get(0).id();
    }

    @Test
    void theRowOfATaskIsWrittenWithTheTaskSoThereIsNothingToRepair() {
        assertThat(worklist.openOfCase(file)).singleElement().satisfies(item -> {
            assertThat(item.id()).isEqualTo(task);
            assertThat(item.definitionKey()).isEqualTo("userTask_checkForm");
            assertThat(item.pool()).isEqualTo(Role.FILING_OFFICER);
        });
        assertThat(reconciliation.report(ADMIN).differences()).isZero();
    }

    @Test
    void aRowThatIsMissingStaleOrOfAnotherStepIsFoundAndRepaired() {
        jdbc.update("update worklist_task set definition_key = 'userTask_other' where id = ?", task);
        assertThat(reconciliation.report(ADMIN).different()).containsExactly(task);
        reconciliation.repair(ADMIN);
        assertThat(worklist.openOfCase(file))
                .extracting(TaskItem::definitionKey)
                .containsExactly("userTask_checkForm");

        jdbc.update("delete from worklist_task where id = ?", task);
        assertThat(reconciliation.report(ADMIN).missing()).containsExactly(task);
        assertThat(reconciliation.repair(ADMIN).differences()).isEqualTo(1);
        assertThat(worklist.openOfCase(file)).extracting(TaskItem::id).containsExactly(task);

        jdbc.update("update worklist_task set id = 'no-such-task' where id = ?", task);
        Reconciliation.Report found = reconciliation.report(ADMIN);
        assertThat(found.stale()).containsExactly("no-such-task");
        assertThat(found.missing()).containsExactly(task);
        reconciliation.repair(ADMIN);
        assertThat(reconciliation.report(ADMIN).differences()).isZero();
        jdbc.update("delete from worklist_task where id = 'no-such-task'");
    }
}
