package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.identity.Delegation;
import io.mingjing.identity.Leave;
import io.mingjing.identity.Leaves;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** While somebody is on leave, the substitute does the tasks: nobody else, no longer, and never against a recusal. */
@IntegrationTest
class StandInIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Worklist worklist;

    @Autowired
    StandIns standIns;

    @Autowired
    TaskMapper mapper;

    @Autowired
    People people;

    @Autowired
    Leaves leaves;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    Office office;
    Tasks tasks;
    Actor wang;
    Actor li;
    Actor zhou;
    Actor head;
    String task;

    @BeforeEach
    void wangHasATask() {
        office = Office.in(context);
        tasks = new Tasks(office, context);
        wang = office.person("王芳", office.districtBureau, Role.FILING_OFFICER);
        li = office.person("李军", office.districtBureau, Role.INTAKE_CLERK);
        zhou = office.person("周明远", office.districtBureau, Role.INTAKE_CLERK);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        task = tasks.filing(TODAY.plusDays(3));
        worklist.claim(task, wang);
    }

    @Test
    void theSubstituteHasTheTaskAmongTheOwnOnes() {
        assertThat(mine(li)).isEmpty();
        people.delegate(wang.userId(), li.userId(), TODAY, TODAY.plusDays(2), wang);

        assertThat(mine(again(li))).containsExactly(task);
        assertThat(worklist.counts(again(li)).mine()).isEqualTo(1);
        assertThat(worklist.requireHeld(task, again(li)).assigneeName()).isEqualTo("王芳");
        assertThat(mine(wang)).containsExactly(task);
        assertRefused("TASK_NOT_YOURS", () -> worklist.requireHeld(task, zhou));
    }

    @Test
    void whatTheSubstituteDoesIsTheSubstitutesAndSaysInWhoseStead() {
        people.delegate(wang.userId(), li.userId(), TODAY, TODAY, wang);
        Actor substitute = again(li);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            standIns.takeOver(mapper.find(task).orElseThrow(), substitute);
            context.publishEvent(
                    new TaskClosed(task, mapper.find(task).orElseThrow().caseId(), true));
        });

        Worklist.Overview done = worklist.overview(TaskQuery.of(TaskList.DONE), substitute);
        assertThat(done.page().items()).extracting(TaskItem::id).containsExactly(task);
        assertThat(done.stoodInFor()).containsEntry(task, "王芳");
        assertThat(jdbc.queryForList(
                        "select kind from audit_entry where case_id = ? and actor_id = ?",
                        String.class,
                        mapper.find(task).orElseThrow().caseId(),
                        li.userId()))
                .contains("worklist.stoodIn");
    }

    @Test
    void aLeaveThatHasNotBegunOrIsEndedLendsNothing() {
        people.delegate(wang.userId(), li.userId(), TODAY.plusDays(1), TODAY.plusDays(2), wang);
        assertThat(mine(again(li))).isEmpty();

        Delegation today = people.delegate(wang.userId(), li.userId(), TODAY, TODAY, wang);
        assertThat(mine(again(li))).containsExactly(task);
        people.endDelegation(today.id(), head);

        assertThat(mine(again(li))).isEmpty();
        assertRefused("TASK_NOT_YOURS", () -> worklist.requireHeld(task, again(li)));
    }

    @Test
    void aLeaveEndsByItselfAfterItsLastDay() {
        people.delegate(wang.userId(), li.userId(), TODAY, TODAY.plusDays(1), wang);
        jdbc.update(
                "update identity_delegation set from_on = ?, to_on = ? where from_user_id = ?",
                TODAY.minusDays(5),
                TODAY.minusDays(1),
                wang.userId());

        assertThat(mine(again(li))).isEmpty();
        assertThat(leaves.own(wang)).isEmpty();
    }

    @Test
    void aRecusedSubstituteSeesNothingOfTheCase() {
        people.delegate(wang.userId(), li.userId(), TODAY, TODAY, wang);
        office.recuse(mapper.find(task).orElseThrow().caseId(), li);

        assertThat(mine(again(li))).isEmpty();
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, again(li)));
    }

    @Test
    void standingInIsNotPassedOn() {
        people.delegate(wang.userId(), li.userId(), TODAY, TODAY, wang);
        people.delegate(li.userId(), zhou.userId(), TODAY, TODAY, li);

        assertThat(mine(again(zhou))).isEmpty();
        assertThat(standIns.holders(zhou.userId())).containsExactly(zhou.userId(), li.userId());
    }

    @Test
    void nobodyStandsInWhoIsAwayAndNobodyIsAwayTwice() {
        people.delegate(li.userId(), zhou.userId(), TODAY, TODAY.plusDays(3), li);

        assertRefused(
                "SUBSTITUTE_AWAY",
                () -> people.delegate(wang.userId(), li.userId(), TODAY.plusDays(3), TODAY.plusDays(4), wang));
        assertRefused(
                "LEAVE_OVERLAPS",
                () -> people.delegate(li.userId(), wang.userId(), TODAY.plusDays(2), TODAY.plusDays(9), li));
    }

    @Test
    void theHeadOfTheUnitEntersAndEndsALeaveACollegueDoesNot() {
        assertRefused("LEAVE_NOT_ALLOWED", () -> people.delegate(wang.userId(), li.userId(), TODAY, TODAY, zhou));
        Actor elsewhere = office.person("郑义", office.cityBureau, Role.UNIT_HEAD);
        assertRefused("LEAVE_NOT_ALLOWED", () -> people.delegate(wang.userId(), li.userId(), TODAY, TODAY, elsewhere));

        Actor leader = office.person("何区长", office.districtBureau, Role.ORGAN_HEAD);
        assertRefused("LEAVE_NOT_ALLOWED", () -> people.delegate(leader.userId(), head.userId(), TODAY, TODAY, head));

        people.delegate(wang.userId(), li.userId(), TODAY, TODAY, head);

        assertThat(leaves.ofUnit(head)).extracting(Leave::fromName).containsExactly("王芳");
        assertThat(leaves.ofUnit(zhou)).isEmpty();
        String id = leaves.ofUnit(head).get(0).id();
        assertRefused("LEAVE_NOT_ALLOWED", () -> people.endDelegation(id, zhou));
        people.endDelegation(id, head);
        assertThat(leaves.ofUnit(head)).isEmpty();
    }

    private Actor again(Actor person) {
        return people.actor(person.userId());
    }

    private List<String> mine(Actor actor) {
        return worklist.list(TaskQuery.of(TaskList.MINE), actor).items().stream()
                .map(TaskItem::id)
                .toList();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
