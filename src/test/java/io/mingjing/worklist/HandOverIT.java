package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.worklist.HandOver.Choice;
import io.mingjing.worklist.HandOver.Result;
import io.mingjing.worklist.HandOver.What;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever leaves hands everything over: row by row, with a result each, before the account can be closed. */
@IntegrationTest
class HandOverIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    HandOver handOver;

    @Autowired
    Worklist worklist;

    @Autowired
    Handlers handlers;

    @Autowired
    People people;

    @Autowired
    Delegations delegations;

    @Autowired
    ApplicationContext context;

    Office office;
    Tasks tasks;
    Actor leaver;
    Actor successor;
    Actor other;
    Actor head;
    Actor admin;
    String file;
    String task;

    @BeforeEach
    void somebodyWithWorkLeaves() {
        office = Office.in(context);
        tasks = new Tasks(office, context);
        leaver = office.person("王芳", office.districtBureau, Role.FILING_OFFICER);
        successor = office.person("李军", office.districtBureau, Role.FILING_OFFICER);
        other = office.person("周明远", office.districtBureau, Role.INTAKE_CLERK);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        admin = office.person("管理员", office.districtBureau, Role.ADMIN);
        file = office.caseOf(Area.FILING, office.district);
        task = tasks.inCase(file, TODAY.plusDays(3));
        worklist.claim(task, leaver);
    }

    @Test
    void theDeskShowsTasksAndCasesToTheHeadAndTheAdministrator() {
        for (Actor reader : List.of(head, admin)) {
            HandOver.Desk desk = handOver.desk(leaver.userId(), reader);
            assertThat(desk.tasks()).extracting(HandOver.Task::id).containsExactly(task);
            assertThat(desk.cases()).extracting(HandOver.Case::id).containsExactly(file);
        }
        assertRefused("HANDOVER_NOT_ALLOWED", () -> handOver.desk(leaver.userId(), successor));
        Actor elsewhere = office.person("郑义", office.cityBureau, Role.UNIT_HEAD);
        assertRefused("HANDOVER_NOT_ALLOWED", () -> handOver.desk(leaver.userId(), elsewhere));
    }

    @Test
    void eachRowGoesToItsSuccessorAndSaysSo() {
        List<Result> results = handOver.hand(
                leaver.userId(),
                List.of(
                        new Choice(What.TASK, task, successor.userId()),
                        new Choice(What.CASE, file, successor.userId())),
                "调离本局",
                admin);

        assertThat(results).allMatch(result -> result.refusal() == null);
        assertThat(worklist.get(task, successor).assignee()).isEqualTo(successor.userId());
        assertThat(handlers.of(file)).extracting(Handler::userId).containsExactly(successor.userId());
        assertThat(handlers.lead(file)).isPresent();
        assertThat(handOver.desk(leaver.userId(), head).isEmpty()).isTrue();
    }

    @Test
    void aRowThatIsRefusedLeavesTheOthersDone() {
        String second = tasks.filing(TODAY.plusDays(9));
        worklist.claim(second, leaver);
        office.recuse(file, successor);

        List<Result> results = handOver.hand(
                leaver.userId(),
                List.of(
                        new Choice(What.TASK, task, successor.userId()),
                        new Choice(What.TASK, second, successor.userId()),
                        new Choice(What.CASE, file, other.userId())),
                "病休",
                head);

        assertThat(results.get(0).refusal()).extracting(Refusal::code).isEqualTo("ASSIGNEE_RECUSED");
        assertThat(results.get(1).refusal()).isNull();
        assertThat(results.get(2).refusal()).extracting(Refusal::code).isEqualTo("CANNOT_HANDLE");
        assertThat(worklist.get(task, head).assignee()).isEqualTo(leaver.userId());
        assertThat(worklist.get(second, head).assignee()).isEqualTo(successor.userId());
        assertThat(handlers.lead(file).orElseThrow().userId()).isEqualTo(leaver.userId());
    }

    @Test
    void whoIsRecusedHandsNothingOfTheCaseOver() {
        office.recuse(file, head);

        List<Result> results =
                handOver.hand(leaver.userId(), List.of(new Choice(What.TASK, task, successor.userId())), "调离本局", head);

        assertThat(results.get(0).refusal()).extracting(Refusal::code).isEqualTo("TASK_NOT_FOUND");
        assertThat(worklist.get(task, leaver).assignee()).isEqualTo(leaver.userId());
    }

    @Test
    void whatTheLeaverHasLentIsHandedOverToo() {
        Actor colleague = office.person("郑义", office.districtBureau, Role.REVIEW_OFFICER);
        delegations.delegate(task, colleague.userId(), "请办", null, leaver);
        assertThat(handOver.desk(leaver.userId(), head).tasks())
                .extracting(HandOver.Task::id)
                .containsExactly(task);

        handOver.hand(
                leaver.userId(),
                List.of(
                        new Choice(What.CASE, file, successor.userId()),
                        new Choice(What.TASK, task, successor.userId())),
                "调离本局",
                head);

        assertThat(worklist.get(task, successor).assignee()).isEqualTo(successor.userId());
        assertThat(worklist.get(task, successor).owner()).isNull();
        assertThat(handOver.count(leaver.userId())).isZero();
    }

    @Test
    void aReasonIsGiven() {
        assertRefused(
                "HANDOVER_REASON",
                () -> handOver.hand(
                        leaver.userId(), List.of(new Choice(What.TASK, task, successor.userId())), " ", head));
    }

    @Test
    void anAccountWithOpenWorkIsNotClosed() {
        assertRefused("OPEN_WORK", () -> people.deactivate(leaver.userId(), admin));

        handOver.hand(
                leaver.userId(),
                List.of(
                        new Choice(What.TASK, task, successor.userId()),
                        new Choice(What.CASE, file, successor.userId())),
                "调离本局",
                admin);
        people.deactivate(leaver.userId(), admin);

        assertThat(people.get(leaver.userId()).active()).isFalse();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
