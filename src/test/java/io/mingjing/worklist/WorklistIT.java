package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.Light;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.CaseChanged;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.shared.event.RecusalsChanged;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class WorklistIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Worklist worklist;

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Handlers handlers;

    Office office;
    Actor officer;
    Actor head;

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = Office.in(context);
        officer = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
    }

    // --- rows

    @Test
    void aTaskIsInItsPoolFromTheCommitThatOpenedIt() {
        String file = office.caseOf(Area.REVIEW, office.district);
        office.limit(file, "AR-INTAKE", TODAY.plusDays(4));

        String task = open(file, "REVIEW_OFFICER", "AR-INTAKE");

        TaskItem item = worklist.get(task, officer);
        assertThat(item.dueOn()).isEqualTo(TODAY.plusDays(4));
        assertThat(item.daysLeft()).isEqualTo(4);
        assertThat(item.light()).isEqualTo(Light.GREEN);
        assertThat(ids(TaskList.AVAILABLE, officer)).containsExactly(task);
        assertThat(worklist.counts(officer)).isEqualTo(new TaskCounts(0, 1, 1, 0));
    }

    @Test
    void aTaskOfARolledBackActWasNeverThere() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String task = UUID.randomUUID().toString();

        inTransaction(status -> {
            events.publishEvent(opened(task, file, "REVIEW_OFFICER", null));
            status.setRollbackOnly();
        });

        assertThat(ids(TaskList.AVAILABLE, officer)).isEmpty();
    }

    @Test
    void aMovedDateMovesTheTask() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String limit = office.limit(file, "AR-INTAKE", TODAY.plusDays(4));
        String task = open(file, "REVIEW_OFFICER", "AR-INTAKE");

        jdbc.update("update casefile_limit set due_on = ?, version = 2 where id = ?", TODAY.minusDays(3), limit);
        jdbc.update(
                "update casefile_limit set yellow_on = ?, red_on = ? where id = ?",
                TODAY.minusDays(5),
                TODAY.minusDays(4),
                limit);
        publish(new LimitMoved(file, limit, 2, "AR-INTAKE", TODAY.minusDays(3), null, null, false, false, "REDATED"));

        TaskItem item = worklist.get(task, officer);
        assertThat(item.dueOn()).isEqualTo(TODAY.minusDays(3));
        assertThat(item.light()).isEqualTo(Light.RED);
        assertThat(item.daysLeft()).isEqualTo(-2); // from Friday on: Saturday 28 February was made up for the festival
    }

    @Test
    void aPausedTaskKeepsItsNumberAndStandsLast() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String limit = office.limit(file, "AR-INTAKE", TODAY.plusDays(4));
        String paused = open(file, "REVIEW_OFFICER", "AR-INTAKE");
        String undated = open(office.caseOf(Area.REVIEW, office.district), "REVIEW_OFFICER", null);

        jdbc.update(
                "update casefile_limit set state = 'PAUSED', due_on = null, yellow_on = null, red_on = null,"
                        + " paused_on = ?, version = 2 where id = ?",
                TODAY,
                limit);
        publish(new LimitMoved(file, limit, 2, "AR-INTAKE", null, null, null, true, false, "PAUSED"));

        TaskItem item = worklist.get(paused, officer);
        assertThat(item.paused()).isTrue();
        assertThat(item.pausedOn()).isEqualTo(TODAY);
        assertThat(item.daysLeft()).isEqualTo(4);
        assertThat(item.light()).isEqualTo(Light.PAUSED);
        assertThat(ids(TaskList.AVAILABLE, officer)).containsExactly(undated, paused);
    }

    @Test
    void aCaseNumberReplacesTheRegisterNumberInEveryRow() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String task = open(file, "REVIEW_OFFICER", null);
        String number = "沈和政复〔2026〕" + task.substring(0, 8) + "号";

        jdbc.update("update casefile_case set case_no = ? where id = ?", number, file);
        publish(new CaseChanged(file));

        assertThat(worklist.get(task, officer).caseNumber()).isEqualTo(number);
    }

    @Test
    void theLeadHandlerKeepsTheCase() {
        String file = office.caseOf(Area.REVIEW, office.district);
        office.lead(file, officer);

        String own = open(file, "REVIEW_OFFICER", null);
        String heads = open(file, "UNIT_HEAD", null);

        assertThat(ids(TaskList.MINE, officer)).containsExactly(own);
        assertThat(worklist.get(heads, head).assignee()).isNull();
    }

    @Test
    void whoIsRecusedLosesTheTaskAndNoLongerSeesIt() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String task = open(file, "REVIEW_OFFICER", null);
        worklist.claim(task, officer);

        office.recuse(file, officer);
        publish(new RecusalsChanged(file));

        assertThat(ids(TaskList.MINE, officer)).isEmpty();
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, officer));
        assertThat(worklist.get(task, head).assignee()).isNull();
    }

    // --- who sees what

    @Test
    void officersSeeTheirPoolAndTheirUnit() {
        String review = open(office.caseOf(Area.REVIEW, office.district), "REVIEW_OFFICER", null);
        String filing = open(office.caseOf(Area.FILING, office.district), "FILING_OFFICER", null);
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);

        assertThat(ids(TaskList.UNIT, officer)).containsExactly(review);
        assertThat(ids(TaskList.UNIT, filer)).containsExactly(filing);
        assertThat(ids(TaskList.AVAILABLE, filer)).containsExactly(filing);
        assertThat(ids(TaskList.UNIT, head)).containsExactlyInAnyOrder(review, filing);
        assertThat(ids(TaskList.AVAILABLE, head)).isEmpty();
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(filing, officer));
    }

    @Test
    void anotherGovernmentSeesNothingButTheSupervisorAboveDoes() {
        String task = open(office.caseOf(Area.SUPERVISION, office.district), "SUPERVISOR", null);
        Actor elsewhere = office.person("周杰", office.cityBureau, Role.UNIT_HEAD);
        Actor above = office.person("吴敏", office.cityBureau, Role.SUPERVISOR);

        assertThat(ids(TaskList.UNIT, elsewhere)).isEmpty();
        assertThat(ids(TaskList.UNIT, above)).containsExactly(task);
        assertThat(ids(TaskList.AVAILABLE, above)).isEmpty();
        assertRefused("NOT_IN_POOL", () -> worklist.claim(task, above));
        assertRefused("TASK_NOT_FOUND", () -> worklist.claim(task, elsewhere));
    }

    @Test
    void aContactSeesOnlyWhatIsPutToTheOwnOrgan() {
        String file = office.caseOf(Area.REVIEW, office.district);
        office.relate(file, office.department, "RESPONDENT");
        String reply = open(file, "ORGAN_CONTACT", null);
        open(file, "REVIEW_OFFICER", null);
        Actor contact = office.person("钱程", office.department, Role.ORGAN_CONTACT);
        Actor stranger = office.person("郑义", office.cityBureau, Role.ORGAN_CONTACT);

        assertThat(ids(TaskList.AVAILABLE, contact)).containsExactly(reply);
        assertThat(ids(TaskList.UNIT, contact)).containsExactly(reply);
        assertThat(ids(TaskList.AVAILABLE, stranger)).isEmpty();
        assertThat(ids(TaskList.UNIT, stranger)).isEmpty();
    }

    @Test
    void administratorsSeeNoTaskAndAuditorsSeeAllButClaimNone() {
        String task = open(office.caseOf(Area.REVIEW, office.district), "REVIEW_OFFICER", null);
        Actor admin = office.person("管理员", office.districtBureau, Role.ADMIN);
        Actor auditor = office.person("审计员", office.cityBureau, Role.AUDITOR);

        assertThat(worklist.overview(TaskQuery.of(TaskList.UNIT), admin).page().items())
                .isEmpty();
        assertThat(ids(TaskList.UNIT, auditor)).containsExactly(task);
        assertRefused("NOT_IN_POOL", () -> worklist.claim(task, auditor));
    }

    @Test
    void aRecusedOfficerFindsTheTaskInNoList() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String task = open(file, "REVIEW_OFFICER", null);
        office.recuse(file, officer);

        assertThat(ids(TaskList.AVAILABLE, officer)).isEmpty();
        assertThat(ids(TaskList.UNIT, officer)).isEmpty();
        assertThat(worklist.counts(officer)).isEqualTo(new TaskCounts(0, 0, 0, 0));
        assertRefused("TASK_NOT_FOUND", () -> worklist.claim(task, officer));
    }

    // --- verbs

    @Test
    void ofEightWhoClaimAtOnceExactlyOneWinsAndTheOthersReadWho() throws Exception {
        String task = open(office.caseOf(Area.FILING, office.district), "FILING_OFFICER", null);
        List<Actor> officers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            officers.add(office.person("备案员" + i, office.districtBureau, Role.FILING_OFFICER));
        }
        CyclicBarrier start = new CyclicBarrier(officers.size());
        ExecutorService threads = Executors.newFixedThreadPool(officers.size());
        List<Future<String>> answers = new ArrayList<>();
        try {
            for (Actor each : officers) {
                answers.add(threads.submit((Callable<String>) () -> {
                    start.await();
                    try {
                        return "won " + worklist.claim(task, each).assigneeName();
                    } catch (Refusal refusal) {
                        return refusal.code() + " " + refusal.args().get(0);
                    }
                }));
            }
            List<String> said = new ArrayList<>();
            for (Future<String> answer : answers) {
                said.add(answer.get());
            }
            String winner = String.valueOf(worklist.get(task, head).assigneeName());
            assertThat(said).filteredOn(text -> text.startsWith("won ")).containsExactly("won " + winner);
            assertThat(said)
                    .filteredOn(text -> text.equals("TASK_CLAIMED " + winner))
                    .hasSize(7);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDoubleClickIsOneClaim() {
        String task = open(office.caseOf(Area.FILING, office.district), "FILING_OFFICER", null);
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);

        TaskItem first = worklist.claim(task, filer);
        TaskItem second = worklist.claim(task, filer);

        assertThat(second).isEqualTo(first);
        assertThat(worklist.counts(filer)).isEqualTo(new TaskCounts(1, 0, 1, 0));
    }

    @Test
    void aReleasedTaskIsEverybodysAgain() {
        String task = open(office.caseOf(Area.REVIEW, office.district), "UNIT_HEAD", null);
        Actor other = office.person("冯远", office.districtBureau, Role.UNIT_HEAD);
        worklist.claim(task, head);

        worklist.release(task, head);

        assertThat(worklist.claim(task, other).assigneeName()).isEqualTo("冯远");
    }

    @Test
    void anUndoneClaimMakesNoHandler() {
        String file = office.caseOf(Area.REVIEW, office.district);
        String task = open(file, "REVIEW_OFFICER", null);
        Actor other = office.person("冯远", office.districtBureau, Role.REVIEW_OFFICER);

        worklist.claim(task, officer);
        assertThat(handlers.lead(file)).map(Handler::name).contains("王芳");
        worklist.release(task, officer);
        assertThat(handlers.lead(file)).isEmpty();

        worklist.claim(task, other);
        assertThat(handlers.lead(file)).map(Handler::name).contains("冯远");
        assertThat(ids(TaskList.MINE, other)).containsExactly(task);
        assertThat(ids(TaskList.AVAILABLE, officer)).isEmpty();
    }

    @Test
    void everyVerbStandsInTheLog() {
        String file = office.caseOf(Area.FILING, office.district);
        String task = open(file, "FILING_OFFICER", null);
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);

        worklist.claim(task, filer);
        worklist.release(task, filer);
        worklist.assign(task, filer.userId(), head);

        assertThat(jdbc.queryForList(
                        "select kind from audit_entry where case_id = ? and kind like 'worklist.%' order by seq",
                        String.class, file))
                .containsExactly("worklist.claimed", "worklist.released", "worklist.assigned");
    }

    @Test
    void nobodyReleasesTheTaskOfAColleagueButTheHeadDoes() {
        String task = open(office.caseOf(Area.FILING, office.district), "FILING_OFFICER", null);
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        Actor colleague = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        worklist.claim(task, filer);

        assertRefused("TASK_NOT_YOURS", () -> worklist.release(task, colleague));
        assertThat(worklist.release(task, head).assignee()).isNull();
    }

    @Test
    void onlyHeadsAssignAndOnlyWithinThePool() {
        String file = office.caseOf(Area.FILING, office.district);
        String task = open(file, "FILING_OFFICER", null);
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        Actor recused = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        Actor elsewhere = office.person("周杰", office.cityBureau, Role.FILING_OFFICER);
        office.recuse(file, recused);

        assertRefused("ASSIGN_NOT_ALLOWED", () -> worklist.assign(task, filer.userId(), filer));
        assertRefused("ASSIGNEE_NOT_IN_POOL", () -> worklist.assign(task, officer.userId(), head));
        assertRefused("ASSIGNEE_NOT_IN_POOL", () -> worklist.assign(task, elsewhere.userId(), head));
        assertRefused("ASSIGNEE_RECUSED", () -> worklist.assign(task, recused.userId(), head));
        assertThat(worklist.assignable(task, head)).extracting("name").containsExactly("孙丽");
        assertThat(worklist.assign(task, filer.userId(), head).assigneeName()).isEqualTo("孙丽");
        assertThat(ids(TaskList.MINE, filer)).containsExactly(task);
    }

    @Test
    void onlyWhoHasATaskCompletesItAndLaterComersReadWhoDid() {
        String task = open(office.caseOf(Area.FILING, office.district), "FILING_OFFICER", null);
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        Actor colleague = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);

        assertRefused("TASK_UNCLAIMED", () -> worklist.complete(task, Map.of(), filer));
        worklist.claim(task, filer);
        assertRefused("TASK_NOT_YOURS", () -> worklist.complete(task, Map.of(), colleague));
        publish(new TaskClosed(task, "case", true));

        assertThatThrownBy(() -> worklist.complete(task, Map.of(), filer))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("TASK_DONE");
                    assertThat(refusal.args()).containsExactly("孙丽", "2026-03-02 09:00");
                });
        assertThat(ids(TaskList.DONE, filer)).containsExactly(task);
        assertThat(ids(TaskList.DONE, colleague)).isEmpty();
    }

    @Test
    void aCancelledTaskIsNobodysDeed() {
        String task = open(office.caseOf(Area.FILING, office.district), "FILING_OFFICER", null);
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        worklist.claim(task, filer);

        publish(new TaskClosed(task, "case", false));

        assertThat(ids(TaskList.DONE, filer)).isEmpty();
        assertThat(ids(TaskList.MINE, filer)).isEmpty();
        assertRefused("TASK_CANCELLED", () -> worklist.complete(task, Map.of(), filer));
    }

    // --- lists

    @Test
    void redComesFirstByItselfAndFiltersNarrow() {
        String late = dated(TODAY.minusDays(4));
        String near = dated(TODAY.plusDays(2));
        String far = dated(TODAY.plusDays(30));
        String none = open(office.caseOf(Area.REVIEW, office.district), "REVIEW_OFFICER", null);

        assertThat(ids(TaskList.AVAILABLE, officer)).containsExactly(late, near, far, none);
        assertThat(filtered(Light.RED, null, null)).containsExactly(late);
        assertThat(filtered(Light.YELLOW, null, null)).containsExactly(near);
        assertThat(filtered(Light.GREEN, null, null)).containsExactly(far);
        assertThat(filtered(Light.NONE, null, null)).containsExactly(none);
        assertThat(filtered(null, DueFilter.OVERDUE, null)).containsExactly(late);
        assertThat(filtered(null, DueFilter.SOON, null)).containsExactly(near);
        assertThat(filtered(null, null, "明珠物业")).hasSize(4);
        assertThat(filtered(null, null, "没有这样的案由")).isEmpty();
        assertThat(worklist.dueCounts(officer)).isEqualTo(new DueCounts(0, 1, 1, 0, 0));
    }

    @Test
    void pagesNeitherRepeatNorLoseARowWhileOthersComeAndGo() {
        List<String> there = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            there.add(dated(TODAY.plusDays(10 + i / 3))); // three of each day: the id decides
        }
        TaskQuery query = new TaskQuery(TaskList.AVAILABLE, null, null, null, null, null, 4, null);
        List<String> seen = new ArrayList<>();
        TaskPage page = worklist.list(query, officer);
        assertThat(page.total()).isEqualTo(9);
        page.items().forEach(item -> seen.add(item.id()));
        dated(TODAY.plusDays(1)); // before the cursor: not shown again, moves nothing
        worklist.claim(seen.get(0), office.person("陈晨", office.districtBureau, Role.REVIEW_OFFICER));
        while (page.next() != null) {
            page = worklist.list(query.after(page.next()), officer);
            page.items().forEach(item -> seen.add(item.id()));
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void doneTasksStandLatestFirstAndPageOn() {
        Actor filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        List<String> closed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String task = open(office.caseOf(Area.FILING, office.district), "FILING_OFFICER", null);
            worklist.claim(task, filer);
            publish(new TaskClosed(task, "case", true));
            closed.add(task);
        }
        TaskQuery query = new TaskQuery(TaskList.DONE, null, null, null, null, null, 2, null);

        TaskPage first = worklist.list(query, filer);
        TaskPage second = worklist.list(query.after(first.next()), filer);

        List<String> seen = new ArrayList<>();
        first.items().forEach(item -> seen.add(item.id()));
        second.items().forEach(item -> seen.add(item.id()));
        assertThat(first.items()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(closed);
    }

    private String dated(LocalDate due) {
        String file = office.caseOf(Area.REVIEW, office.district);
        office.limit(file, "AR-INTAKE", due);
        return open(file, "REVIEW_OFFICER", "AR-INTAKE");
    }

    private List<String> filtered(@Nullable Light light, @Nullable DueFilter due, @Nullable String text) {
        TaskQuery query = new TaskQuery(TaskList.AVAILABLE, null, light, due, null, text, 20, null);
        TaskPage page = worklist.list(query, officer);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(TaskItem::id).toList();
    }

    private List<String> ids(TaskList list, Actor actor) {
        TaskPage page = worklist.list(TaskQuery.of(list), actor);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(TaskItem::id).toList();
    }

    private String open(String caseId, String pool, @Nullable String rule) {
        String task = UUID.randomUUID().toString();
        publish(opened(task, caseId, pool, rule));
        return task;
    }

    private static TaskOpened opened(String task, String caseId, String pool, @Nullable String rule) {
        return new TaskOpened(
                task,
                caseId,
                "administrativeReview",
                "userTask_reviewAcceptance",
                "受理审查",
                pool,
                pool.equals("ORGAN_CONTACT") ? "RESPONDENT" : null,
                rule == null ? List.of() : List.of(rule),
                Map.of());
    }

    private void publish(Object event) {
        inTransaction(status -> events.publishEvent(event));
    }

    private void inTransaction(java.util.function.Consumer<org.springframework.transaction.TransactionStatus> act) {
        new TransactionTemplate(transactions).executeWithoutResult(act);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
