package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.casefile.Handlers;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an act costs in statements. The log's own are counted apart: every act of every module pays the same for it. */
@IntegrationTest
@Import(Statements.class)
class WorklistBudgetIT {

    @Autowired
    Worklist worklist;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Handlers handlers;

    @Autowired
    Suggestions suggestions;

    Office office;
    Actor head;
    Actor filer;

    @BeforeEach
    void tasksInAnOfficeOfItsOwn() {
        office = Office.in(context);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
    }

    @Test
    void aListCostsAtMostThreeStatementsHoweverManyListsAreCounted() throws Exception {
        for (int i = 0; i < 5; i++) {
            open(Role.FILING_OFFICER);
        }
        worklist.counts(filer); // where an organ stands is asked for once
        for (TaskList list : TaskList.values()) {
            assertThat(Statements.of(() -> worklist.overview(TaskQuery.of(list), filer)))
                    .as("statements of %s", list)
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void aClaimCostsAtMostSixStatementsWithoutTheLog() throws Exception {
        String task = open(Role.UNIT_HEAD);

        List<String> claimed = Statements.of(() -> worklist.claim(task, head));

        assertThat(withoutLog(claimed)).hasSizeLessThanOrEqualTo(6);
        assertThat(claimed).hasSizeLessThanOrEqualTo(10);
    }

    /** Besides the row: what the officer has declared, the lock of the case, its handlers, the new one, the other tasks. */
    @Test
    void aClaimThatMakesALeadCostsAtMostEightWithoutTheLog() throws Exception {
        String task = open(Role.FILING_OFFICER);
        worklist.counts(filer); // where an organ stands is asked for once

        List<String> claimed = Statements.of(() -> worklist.claim(task, filer));

        assertThat(handlers.lead(worklist.get(task, filer).caseId()))
                .hasValueSatisfying(lead -> assertThat(lead.userId()).isEqualTo(filer.userId()));
        assertThat(withoutLog(claimed)).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void suggestingWhoMayTakeATaskCostsTheSameHoweverManyMay() throws Exception {
        String task = open(Role.FILING_OFFICER);
        int few = Statements.of(() -> suggestions.of(task, head)).size();
        for (String name : List.of("吴静", "郑波", "冯涛", "陈洁")) {
            office.person(name, office.districtBureau, Role.FILING_OFFICER);
        }

        List<Suggestion> suggested = new ArrayList<>();
        List<String> statements = Statements.of(() -> suggested.addAll(suggestions.of(task, head)));

        assertThat(suggested).hasSizeGreaterThanOrEqualTo(5);
        assertThat(statements).hasSizeLessThanOrEqualTo(few);
    }

    @Test
    void openingATaskCostsAtMostFour() throws Exception {
        String file = office.caseOf(Area.FILING, office.district);
        opened(file, Role.FILING_OFFICER); // the first task of a kind also enters its step among the filters

        assertThat(Statements.of(() -> opened(file, Role.FILING_OFFICER))).hasSizeLessThanOrEqualTo(4);
    }

    private String open(Role pool) {
        return opened(office.caseOf(Area.FILING, office.district), pool);
    }

    private String opened(String file, Role pool) {
        String task = UUID.randomUUID().toString();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new TaskOpened(
                        task,
                        file,
                        "recordReview",
                        "userTask_checkForm",
                        "形式审查",
                        pool.name(),
                        null,
                        List.of(),
                        Map.of())));
        return task;
    }

    private static List<String> withoutLog(List<String> statements) {
        return statements.stream().filter(sql -> !sql.contains("audit_")).toList();
    }
}
