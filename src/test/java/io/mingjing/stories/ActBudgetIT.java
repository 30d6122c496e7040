package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Intakes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.BareEngine;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.Statements;
import io.mingjing.testing.TestDatabase;
import io.mingjing.worklist.Worklist;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * What an act costs in statements, beside the engine alone doing the same step of the same model, counted in the same
 * way. Whatever an act costs, it is one commit ({@link OneActOneCommitIT}).
 */
@IntegrationTest
@Import(Statements.class)
class ActBudgetIT {

    /** Entry, party, organ, search terms, key dates with their history, the document itself, the form, the task's row. */
    private static final int START = 40;

    /** The row as it was, lock, case and form, its effects, the alerts that wait for it, its row and the next one's. */
    private static final int COMPLETE = 12;

    /** What the log takes whatever is done: lock of its head, end of the case's stream, entries, new head. */
    private static final int LOG = 4;

    @Autowired
    Worklist worklist;

    @Autowired
    CaseTasks tasks;

    @Autowired
    Intakes intakes;

    @Autowired
    ApplicationContext context;

    Office office;
    Actor filer;

    @BeforeEach
    void anOfficeWhoseSecondCaseThisIs() {
        office = Office.in(context);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        complete(submit());
    }

    @Test
    void completingCostsAtMostTwelveMoreThanTheEngineAlone() throws Exception {
        String task = submit();
        worklist.claim(task, filer);

        List<String> ours = Statements.of(() -> worklist.complete(task, Map.of("check", "REGISTER"), filer));

        int engines = engineAlone().completed();
        assertThat(withoutLog(ours)).hasSizeLessThanOrEqualTo(engines + COMPLETE);
        assertThat(ours).hasSizeLessThanOrEqualTo(engines + COMPLETE + LOG);
        assertThat(engines).as("the engine's own statements").isBetween(15, 25);
    }

    @Test
    void startingACaseStaysWithinItsBudget() throws Exception {
        List<String> ours = Statements.of(() -> intakes.start("recordReview", document(), null, filer));

        int engines = engineAlone().started();
        assertThat(ours).hasSizeLessThanOrEqualTo(engines + START + LOG);
        assertThat(engines).as("the engine's own statements").isBetween(5, 15);
    }

    @Test
    void openingATaskWithItsFormCostsAtMostEight() throws Exception {
        String task = submit();
        worklist.claim(task, filer);

        assertThat(Statements.of(() -> {
                    worklist.get(task, filer);
                    tasks.form(task, filer);
                }))
                .hasSizeLessThanOrEqualTo(8);
    }

    private record Price(int started, int completed) {}

    /** The engine does the step twice: what it parses and caches is not counted, as it is not for us. */
    private static Price engineAlone() throws Exception {
        try (BareEngine bare = BareEngine.on(TestDatabase.fresh(), Statements::counting)
                .deploy("bpmn/filing/record-review.bpmn", "submit-document", "check-form", "review-record")) {
            price(bare.engine());
            return price(bare.engine());
        }
    }

    private static Price price(ProcessEngine engine) throws Exception {
        String[] instance = new String[1];
        List<String> started = Statements.of(() -> instance[0] = engine.getRuntimeService()
                .startProcessInstanceByKey("recordReview", "case")
                .getId());
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance[0])
                .singleResult()
                .getId();
        engine.getTaskService().claim(task, "officer");
        List<String> completed =
                Statements.of(() -> engine.getTaskService().complete(task, Map.of("check", "REGISTER")));
        return new Price(started.size(), completed.size());
    }

    private String submit() {
        String caseId = intakes.start("recordReview", document(), null, filer).id();
        return worklist.openOfCase(caseId).get(0).id();
    }

    private void complete(String task) {
        worklist.claim(task, filer);
        worklist.complete(task, Map.of("check", "REGISTER"), filer);
    }

    private Map<String, Object> document() {
        return Map.ofEntries(
                Map.entry("filingOrgan", office.department.id()),
                Map.entry("title", "和平区城市道路停车管理办法"),
                Map.entry("documentNumber", "和政规〔2026〕1号"),
                Map.entry("documentKind", "GOVERNMENT"),
                Map.entry("publishedOn", "2026-02-20"),
                Map.entry("effectiveOn", "2026-03-20"),
                Map.entry("submittedOn", "2026-03-02"),
                Map.entry("pack", List.of("REPORT")),
                Map.entry("contactName", "王芳"),
                Map.entry("contactPhone", "024-0000019"));
    }

    private static List<String> withoutLog(List<String> statements) {
        return statements.stream().filter(sql -> !sql.contains("audit_")).toList();
    }
}
