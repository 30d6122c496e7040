package io.mingjing.casefile;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.document.Attachments;
import io.mingjing.document.FilePart;
import io.mingjing.engine.Processes;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@Import(CaseTasksIT.Handling.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseTasksIT {

    /** An area's handler that refuses on a word. */
    @TestConfiguration
    static class Handling {
        @Bean
        Procedure aside(Notes notes) {
            return new Procedure() {
                @Override
                public String processKey() {
                    return "aside";
                }

                @Override
                public boolean offered(CaseFile file, Actor actor) {
                    return actor.has(Role.REVIEW_OFFICER) && file.title().equals("任务");
                }

                @Override
                public List<Consequence> plan(CaseFile file, Map<String, Object> values) {
                    return List.of(Consequence.of("decided", String.valueOf(values.get("outcome"))));
                }

                @Override
                public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
                    notes.add(file.id(), "已发起", actor);
                    if ("拒绝".equals(values.get("remark"))) {
                        throw Refusal.conflict("LINK_TO_SELF");
                    }
                    return Map.of();
                }
            };
        }

        @Bean
        TaskHandler decideTask(Notes notes) {
            return new TaskHandler() {
                @Override
                public String processKey() {
                    return LimitedProcess.KEY;
                }

                @Override
                public String taskKey() {
                    return "userTask_decide";
                }

                @Override
                public Map<String, Object> prefill(TaskContext task) {
                    return Map.of("remark", "预填");
                }

                @Override
                public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
                    return List.of(Consequence.of("decided", String.valueOf(values.get("outcome"))));
                }

                @Override
                public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
                    notes.add(task.file().id(), "已决定", actor);
                    if ("拒绝".equals(values.get("remark"))) {
                        throw Refusal.conflict("LINK_TO_SELF");
                    }
                    return Map.of();
                }
            };
        }
    }

    private final Cases cases;
    private final CaseTasks tasks;
    private final Procedures procedures;
    private final Processes processes;
    private final Notes notes;
    private final Attachments attachments;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final CaseWorld world;
    private final LimitedProcess process;
    private String caseId = "";
    private String taskId = "";

    @Autowired
    CaseTasksIT(
            Cases cases,
            CaseTasks tasks,
            Procedures procedures,
            Notes notes,
            Attachments attachments,
            Processes processes,
            RepositoryService repository,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            Organs organs,
            People people) {
        this.cases = cases;
        this.tasks = tasks;
        this.procedures = procedures;
        this.processes = processes;
        this.notes = notes;
        this.attachments = attachments;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.world = new CaseWorld(organs, people);
        this.process = new LimitedProcess(repository, processes);
    }

    @BeforeEach
    void startACase() {
        CaseFile started = transaction.execute(status -> {
            CaseFile file = cases.register(limited(world.review("任务")), world.clerk);
            cases.setKeyDate(file.id(), "accepted", CaseWorld.MONDAY, world.officer);
            process.start(file.id());
            return file;
        });
        caseId = Objects.requireNonNull(started).id();
        taskId = process.task(caseId).id();
    }

    /** A case whose main process is the small one of these tests. */
    private static NewCase limited(NewCase review) {
        return new NewCase(
                review.area(),
                LimitedProcess.KEY,
                review.title(),
                review.governmentId(),
                review.receivedOn(),
                review.parties());
    }

    @Test
    void completingKeepsTheValuesDoesTheEffectsAndMovesOn() {
        tasks.complete(
                taskId, Map.of("outcome", "AGREE", "remark", "身份证210102", "heardOn", "2026-03-02"), world.officer);

        assertThat(process.task(caseId).definitionKey()).isEqualTo("userTask_answer");
        assertThat(cases.keyDate(caseId, "heard")).contains(CaseWorld.MONDAY);
        assertThat(notes.of(caseId, world.officer)).hasSize(1);
        assertThat(tasks.submissions(caseId, world.officer)).singleElement().satisfies(submission -> {
            assertThat(submission.values()).containsEntry("outcome", "AGREE").containsEntry("heardOn", "2026-03-02");
            assertThat(submission.digest()).isEqualTo(Submissions.sha256(submission.canonical()));
            assertThat(submission.actorName()).isEqualTo("李军");
        });
        assertThat(jdbc.queryForObject(
                        "select values_sealed from casefile_submission where case_id = ?", String.class, caseId))
                .doesNotContain("身份证");
    }

    @Test
    void aRefusalOfTheAreaUndoesEverything() {
        refused(
                "LINK_TO_SELF",
                () -> tasks.complete(
                        taskId, Map.of("outcome", "AGREE", "remark", "拒绝", "heardOn", "2026-03-02"), world.officer));

        assertThat(process.task(caseId).id()).isEqualTo(taskId);
        assertThat(cases.keyDate(caseId, "heard")).isEmpty();
        assertThat(notes.of(caseId, world.officer)).isEmpty();
        assertThat(tasks.submissions(caseId, world.officer)).isEmpty();
    }

    @Test
    void wrongValuesAreNamedByField() {
        assertThatThrownBy(() -> tasks.complete(taskId, Map.of("heardOn", "2026-03-03"), world.officer))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Refusal.FieldError::field)
                                .containsExactlyInAnyOrder("outcome", "heardOn"));
    }

    @Test
    void theSameFormSentTwiceIsOneAct() throws Exception {
        Map<String, String> values = Map.of("outcome", "AGREE");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clicks.add(threads.submit(() -> tasks.complete(taskId, values, "key-" + taskId, world.officer)));
        }
        for (Future<?> click : clicks) {
            click.get();
        }
        threads.shutdown();

        assertThat(notes.of(caseId, world.officer)).hasSize(1);
        assertThat(tasks.submissions(caseId, world.officer)).hasSize(1);
    }

    @Test
    void whoComesLateLearnsWhoWasFirst() {
        tasks.complete(taskId, Map.of("outcome", "AGREE"), world.officer);

        assertThatThrownBy(() -> tasks.complete(taskId, Map.of("outcome", "AGREE"), world.secondOfficer))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("TASK_DONE");
                    assertThat(refusal.args()).containsExactly("李军", "2026-03-02 09:00");
                });
        refused("TASK_GONE", () -> tasks.form("no-such-task", world.officer));
    }

    @Test
    void aDraftWaitsForItsWriterAlone() {
        tasks.saveDraft(taskId, Map.of("remark", "写了一半", "stranger", "x"), world.officer);
        tasks.saveDraft(taskId, Map.of("remark", "又写一点"), world.officer);

        TaskForm own = tasks.form(taskId, world.officer);
        assertThat(own.values()).containsEntry("remark", "又写一点").doesNotContainKey("stranger");
        assertThat(own.draftSavedAt()).isNotNull();
        TaskForm other = tasks.form(taskId, world.secondOfficer);
        assertThat(other.values()).containsEntry("remark", "预填");
        assertThat(other.draftSavedAt()).isNull();
        tasks.complete(taskId, Map.of("outcome", "AGREE"), world.officer);
        assertThat(jdbc.queryForObject("select count(*) from casefile_draft where task_id = ?", Integer.class, taskId))
                .isZero();
    }

    @Test
    void thePlanTellsWhatWillHappenAndTouchesNothing() {
        assertThat(tasks.plan(taskId, Map.of("outcome", "AGAIN", "heardOn", "2026-03-02"), world.officer))
                .containsExactly(
                        Consequence.of("keyDateSet", "听取意见日期", LocalDate.of(2026, 3, 2)),
                        Consequence.of("decided", "AGAIN"));
        assertThat(cases.keyDate(caseId, "heard")).isEmpty();
    }

    @Test
    void theRespondentSeesTheCaseWhenItsTaskOpensAndMustAttachItsPapers() {
        refused("CASE_NOT_FOUND", () -> cases.get(caseId, world.contact));
        tasks.complete(taskId, Map.of("outcome", "AGREE"), world.officer);
        String answer = process.task(caseId).id();
        Map<String, String> values = Map.of("outcome", "AGREE");
        assertThat(cases.get(caseId, world.contact).id()).isEqualTo(caseId);
        refused("ATTACHMENT_REQUIRED", () -> tasks.complete(answer, values, world.contact));

        attachments.store(
                caseId,
                answer,
                "答复书",
                FilePart.MAIN,
                "答复书.pdf",
                new ByteArrayInputStream("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8)),
                world.contact);
        tasks.complete(answer, values, world.contact);

        assertThat(tasks.submissions(caseId, world.contact)).hasSize(1);
        assertThat(tasks.submissions(caseId, world.officer)).hasSize(2);
    }

    @Test
    void aFurtherProcedureRunsBesideTheMainProcess() {
        assertThat(cases.get(caseId, world.officer).stage()).isEqualTo("decision");
        assertThat(procedures.offered(cases.get(caseId, world.officer), world.officer))
                .containsExactly(new Procedures.Offer("aside", "另行程序"));
        assertThat(procedures.plan(caseId, "aside", Map.of("outcome", "AGREE"), world.officer))
                .containsExactly(Consequence.of("decided", "AGREE"));

        procedures.start(
                caseId, "aside", Map.of("outcome", "AGREE", "heardOn", "2026-03-02"), "k1-aside", world.officer);
        procedures.start(caseId, "aside", Map.of("outcome", "AGREE"), "k1-aside", world.officer);

        assertThat(processes.openTasks(caseId))
                .extracting(Processes.OpenTask::definitionKey)
                .containsExactlyInAnyOrder("userTask_decide", "userTask_agree");
        assertThat(cases.keyDate(caseId, "heard")).contains(CaseWorld.MONDAY);
        assertThat(cases.get(caseId, world.officer).stage()).isEqualTo("decision");
        assertThat(tasks.submissions(caseId, world.officer)).hasSize(1);
        assertThat(notes.of(caseId, world.officer)).extracting(Note::body).containsExactly("已发起");

        procedures.stop(caseId, "aside", "test");
        assertThat(procedures.running(caseId, "aside")).isFalse();
        assertThat(process.task(caseId).id()).isEqualTo(taskId);
    }

    @Test
    void aProcedureThatIsNotOfferedOrIsRefusedLeavesNothing() {
        Map<String, String> values = Map.of("outcome", "AGREE", "remark", "拒绝");
        refused("PROCEDURE_UNKNOWN", () -> procedures.start(caseId, "nothing", values, null, world.officer));
        refused("PROCEDURE_NOT_OFFERED", () -> procedures.start(caseId, "aside", values, null, world.clerk));
        refused("CASE_NOT_FOUND", () -> procedures.start(caseId, "aside", values, null, world.strangerOfficer));
        refused("FIELDS", () -> procedures.start(caseId, "aside", Map.of(), null, world.officer));
        refused("LINK_TO_SELF", () -> procedures.start(caseId, "aside", values, null, world.officer));

        assertThat(procedures.running(caseId, "aside")).isFalse();
        assertThat(notes.of(caseId, world.officer)).isEmpty();
        assertThat(tasks.submissions(caseId, world.officer)).isEmpty();
    }

    @Test
    void whoDoesNotSeeTheCaseDoesNotSeeItsTasks() {
        refused("CASE_NOT_FOUND", () -> tasks.form(taskId, world.strangerOfficer));
        refused("CASE_NOT_FOUND", () -> tasks.complete(taskId, Map.of("outcome", "AGREE"), world.admin));
    }
}
