package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.ClockHealth;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Recusals;
import io.mingjing.casefile.Submission;
import io.mingjing.document.LetterState;
import io.mingjing.document.Letters;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.TaskUrged;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.ReviewCase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The verbs beside claiming and completing, on real filing and review cases. */
@IntegrationTest
@RecordApplicationEvents
class VerbsIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    Worklist worklist;

    @Autowired
    Delegations delegations;

    @Autowired
    Parts parts;

    @Autowired
    Consultations consultations;

    @Autowired
    Countersigning countersigning;

    @Autowired
    Circulation circulation;

    @Autowired
    Urging urging;

    @Autowired
    SendingBack sendingBack;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    BulkActs bulk;

    @Autowired
    TaskMoves moves;

    @Autowired
    Intakes intakes;

    @Autowired
    Cases cases;

    @Autowired
    CaseTasks tasks;

    @Autowired
    CaseLimits limits;

    @Autowired
    Letters letters;

    @Autowired
    Recusals recusals;

    @Autowired
    ClockHealth health;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents happened;

    Office office;
    Actor filer;
    Actor head;
    /** An officer of the same bureau whose work does not reach filing cases. */
    Actor colleague;

    @BeforeEach
    void anOfficeOfItsOwn() {
        office = Office.in(context);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        colleague = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
    }

    @Test
    void whatWasTypedGoesAlongWhenWorkIsHandedOver() {
        String task = claimed();
        tasks.saveDraft(task, Map.of("note", "先看清单"), filer);
        Actor successor = office.person("李军", office.districtBureau, Role.FILING_OFFICER);

        context.getBean(HandOver.class)
                .hand(
                        filer.userId(),
                        List.of(new HandOver.Choice(HandOver.What.TASK, task, successor.userId())),
                        "调离本局",
                        head);

        assertThat(tasks.form(task, successor).values()).containsEntry("note", "先看清单");
    }

    @Test
    void aDraftedLetterIsNoLongerOnTheDeskOnceItsCaseIsHandedOver() {
        String caseId = worklist.get(atApproval(), head).caseId();
        Actor successor = office.person("李军", office.districtBureau, Role.FILING_OFFICER);
        HandOver handOver = context.getBean(HandOver.class);
        assertThat(handOver.desk(filer.userId(), head).drafts())
                .extracting(HandOver.Draft::caseId)
                .containsExactly(caseId);

        handOver.hand(
                filer.userId(),
                List.of(new HandOver.Choice(HandOver.What.CASE, caseId, successor.userId())),
                "调离本局",
                head);

        assertThat(handOver.desk(filer.userId(), head).drafts()).isEmpty();
    }

    // --- 转办

    @Test
    void aColleagueDoesAPartAndTheTaskComesBackWithANote() {
        String task = claimed();
        String caseId = worklist.get(task, filer).caseId();
        tasks.saveDraft(task, Map.of("note", "先看清单"), filer);
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, colleague));

        TaskItem lent = delegations.delegate(task, colleague.userId(), "请核对报送材料", null, filer);

        assertThat(lent.assigneeName()).isEqualTo("王芳");
        assertThat(lent.ownerName()).isEqualTo("孙丽");
        assertThat(mine(colleague)).containsExactly(task);
        assertThat(cases.get(caseId, colleague).id()).isEqualTo(caseId);
        assertThat(tasks.form(task, colleague).values()).containsEntry("note", "先看清单");
        assertThat(parts.askedOf(filer)).extracting(Asked::taskId).containsExactly(task);
        assertRefused("TASK_DELEGATED", () -> worklist.complete(task, register(), colleague));
        assertRefused("TASK_DELEGATED", () -> worklist.release(task, colleague));
        assertRefused("TASK_NOT_YOURS", () -> worklist.complete(task, register(), filer));

        tasks.saveDraft(task, Map.of("note", "材料齐全"), colleague);
        TaskItem back = delegations.giveBack(task, "已核对，齐全", colleague);

        assertThat(back.assigneeName()).isEqualTo("孙丽");
        assertThat(back.owner()).isNull();
        assertThat(tasks.form(task, filer).values()).containsEntry("note", "材料齐全");
        assertThat(moves.of(task, filer))
                .extracting(TaskMove::kind, TaskMove::byName, TaskMove::note)
                .containsExactly(
                        tuple(TaskMove.Kind.DELEGATED, "孙丽", "请核对报送材料"),
                        tuple(TaskMove.Kind.GIVEN_BACK, "王芳", "已核对，齐全"));
        assertRefused("CASE_NOT_FOUND", () -> cases.get(caseId, colleague));
        assertThat(worklist.complete(task, register(), filer).next()).hasSize(1);
        assertThat(kinds(caseId)).contains("worklist.delegated", "worklist.givenBack");
    }

    @Test
    void aTaskIsLentOnceAndByWhoHasItAndOnlyToColleagues() {
        String task = claimed();
        Actor elsewhere = office.person("周杰", office.cityBureau, Role.FILING_OFFICER);
        Actor auditor = office.person("审计员", office.districtBureau, Role.AUDITOR);

        assertRefused("TASK_NOT_YOURS", () -> delegations.delegate(task, colleague.userId(), "请办", null, head));
        assertRefused("COLLEAGUE_ELSEWHERE", () -> delegations.delegate(task, elsewhere.userId(), "请办", null, filer));
        assertRefused("COLLEAGUE_ELSEWHERE", () -> delegations.delegate(task, auditor.userId(), "请办", null, filer));
        assertFields("people", "COLLEAGUE_SELF", () -> delegations.delegate(task, filer.userId(), "请办", null, filer));
        assertFields("note", "REQUIRED", () -> delegations.delegate(task, colleague.userId(), " ", null, filer));
        assertRefused("TASK_CHANGED", () -> delegations.delegate(task, colleague.userId(), "请办", 0, filer));

        TaskItem first = delegations.delegate(task, colleague.userId(), "请办", null, filer);
        TaskItem second = delegations.delegate(task, colleague.userId(), "请办", null, filer);

        assertThat(second).isEqualTo(first);
        assertThat(moves.of(task, filer)).hasSize(1);
        assertRefused("ALREADY_DELEGATED", () -> delegations.delegate(task, head.userId(), "请办", null, colleague));
        assertThat(delegations.takeBack(task, null, filer).assigneeName()).isEqualTo("孙丽");
        assertRefused("NOT_DELEGATED", () -> delegations.takeBack(task, null, filer));
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, colleague));
    }

    @Test
    void whoIsRecusedIsNeverAskedAndLosesWhatWasLent() {
        String task = claimed();
        String caseId = worklist.get(task, filer).caseId();
        delegations.delegate(task, colleague.userId(), "请办", null, filer);

        recusals.recuse(caseId, colleague.userId(), "亲属", head);

        assertThat(worklist.get(task, filer).assigneeName()).isEqualTo("孙丽");
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, colleague));
        assertRefused("CASE_NOT_FOUND", () -> cases.get(caseId, colleague));
        assertRefused("ASSIGNEE_RECUSED", () -> consultations.ask(task, List.of(colleague.userId()), "请看", filer));
        assertThat(parts.colleagues(task, filer))
                .extracting(person -> person.id())
                .contains(head.userId())
                .doesNotContain(colleague.userId(), filer.userId());
    }

    @Test
    void whatWasLentByWhoIsRecusedGoesToThePoolAndNotToTheColleague() {
        String task = claimed();
        String caseId = worklist.get(task, filer).caseId();
        delegations.delegate(task, colleague.userId(), "请办", null, filer);

        recusals.recuse(caseId, filer.userId(), "亲属", head);

        assertThat(worklist.get(task, head).assignee()).isNull();
        assertThat(worklist.get(task, head).owner()).isNull();
        assertRefused("TASK_NOT_FOUND", () -> worklist.complete(task, register(), colleague));
        assertRefused("CASE_NOT_FOUND", () -> cases.get(caseId, colleague));
    }

    @Test
    void aTaskThatIsDoneIsNotAskedAbout() {
        String task = claimed();
        worklist.complete(task, register(), filer);

        assertRefused("TASK_DONE", () -> countersigning.ask(task, List.of(colleague.userId()), "请签", filer));
        assertThat(parts.of(task, filer)).isEmpty();
    }

    @Test
    void whatTheHeadGivesToSomebodyElseIsNoLongerLent() {
        String task = claimed();
        Actor other = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        delegations.delegate(task, colleague.userId(), "请办", null, filer);

        TaskItem given = worklist.assign(task, other.userId(), head);

        assertThat(given.owner()).isNull();
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, colleague));
        assertThat(worklist.complete(task, register(), other).next()).hasSize(1);
    }

    // --- 加签

    @Test
    void anOpinionIsAskedGivenAndKeptWhileTheProcessGoesOn() {
        String task = claimed();
        String caseId = worklist.get(task, filer).caseId();

        consultations.ask(task, List.of(colleague.userId(), head.userId()), "是否属于备案范围？", filer);
        consultations.ask(task, List.of(colleague.userId()), "是否属于备案范围？", filer);

        assertThat(parts.of(task, filer)).hasSize(2);
        Asked asked = parts.askedOf(colleague).get(0);
        assertThat(asked.question()).isEqualTo("是否属于备案范围？");
        assertThat(worklist.get(task, colleague).id()).isEqualTo(task);
        assertThat(cases.get(caseId, colleague).id()).isEqualTo(caseId);
        assertRefused("PART_NOT_YOURS", () -> consultations.answer(String.valueOf(asked.part()), "我看行", filer));

        Part given = consultations.answer(String.valueOf(asked.part()), "属于。", colleague);
        assertThat(consultations.answer(given.id(), "属于。", colleague)).isEqualTo(given);
        assertRefused("PART_ENDED", () -> consultations.answer(given.id(), "再想想", colleague));

        assertThat(parts.askedOf(colleague)).isEmpty();
        assertRefused("CASE_NOT_FOUND", () -> cases.get(caseId, colleague));
        worklist.complete(task, register(), filer);
        assertThat(parts.of(task, filer))
                .extracting(Part::userName, Part::state, Part::opinion)
                .containsExactly(tuple("王芳", PartState.DONE, "属于。"), tuple("赵强", PartState.CLOSED, null));
        assertThat(parts.askedOf(head)).isEmpty();
    }

    @Test
    void onlyWhoHasTheTaskAsksAndTakesTheQuestionBack() {
        String task = claimed();
        assertRefused("TASK_NOT_YOURS", () -> consultations.ask(task, List.of(colleague.userId()), "？", head));
        assertFields("people", "PEOPLE_REQUIRED", () -> consultations.ask(task, List.of(), "？", filer));
        Part part = consultations
                .ask(task, List.of(colleague.userId()), "请看", filer)
                .get(0);

        assertRefused("PART_NOT_YOURS", () -> parts.withdraw(part.id(), head));
        parts.withdraw(part.id(), filer);

        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, colleague));
        assertRefused("PART_ENDED", () -> consultations.answer(part.id(), "晚了", colleague));
        assertRefused("TASK_NOT_FOUND", () -> parts.find(part.id(), office.person("某", office.city, Role.GOV_OFFICE)));
    }

    // --- 会签

    @Test
    void theTaskWaitsForEverySignatureAndNamesWhoIsMissing() {
        String task = claimed();
        countersigning.ask(task, List.of(colleague.userId(), head.userId()), "请会签", filer);

        assertRefused("SIGNATURES_MISSING", "王芳、赵强", () -> worklist.complete(task, register(), filer));
        String first = String.valueOf(parts.askedOf(colleague).get(0).part());
        assertFields("stand", "REQUIRED", () -> countersigning.sign(first, null, "同意", colleague));
        assertFields("opinion", "REQUIRED", () -> countersigning.sign(first, Stand.AGREE, "", colleague));
        countersigning.sign(first, Stand.DISAGREE, "依据不足", colleague);
        assertRefused("SIGNATURES_MISSING", "赵强", () -> worklist.complete(task, register(), filer));
        countersigning.sign(String.valueOf(parts.askedOf(head).get(0).part()), Stand.AGREE, "同意", head);

        assertThat(worklist.complete(task, register(), filer).next()).hasSize(1);
        assertThat(parts.of(task, filer)).extracting(Part::answer).containsExactly(Stand.DISAGREE, Stand.AGREE);
    }

    @Test
    void whoKeepsAwayFromTheCaseNeedNotSign() {
        String task = claimed();
        countersigning.ask(task, List.of(colleague.userId()), "请会签", filer);

        recusals.recuse(worklist.get(task, filer).caseId(), colleague.userId(), "亲属", head);

        assertThat(worklist.complete(task, register(), filer).next()).hasSize(1);
    }

    // --- 传阅

    @Test
    void circulatedPeopleReadAndAreMarked() {
        String task = claimed();
        String caseId = worklist.get(task, filer).caseId();
        circulation.circulate(task, List.of(colleague.userId()), null, filer);
        parts.seen(task, colleague);
        Part part = parts.of(task, filer).get(0);
        assertThat(part.seenAt()).isNotNull();
        assertThat(part.state()).isEqualTo(PartState.OPEN);

        circulation.read(part.id(), colleague);

        assertThat(parts.of(task, filer).get(0).state()).isEqualTo(PartState.DONE);
        assertThat(cases.get(caseId, colleague).id()).isEqualTo(caseId);
        office.recuse(caseId, colleague);
        assertRefused("CASE_NOT_FOUND", () -> cases.get(caseId, colleague));
        assertRefused("TASK_NOT_FOUND", () -> worklist.get(task, colleague));
        Actor auditor = office.person("审计员", office.districtBureau, Role.AUDITOR);
        assertRefused("AUDITOR_READS", () -> circulation.circulate(task, List.of(head.userId()), null, auditor));
    }

    // --- 催办

    @Test
    void aTaskIsUrgedOnceAWorkingDayByEachAndToldWithIds() {
        String task = claimed();

        assertThat(urging.urge(task, head).urged()).isEqualTo(1);
        assertRefused("URGED_TODAY", () -> urging.urge(task, head));
        assertRefused("URGE_OWN", () -> urging.urge(task, filer));

        assertThat(worklist.list(TaskQuery.of(TaskList.MINE), filer).items())
                .extracting(TaskItem::urged)
                .containsExactly(1);
        assertThat(urging.of(task, filer)).extracting(Urge::userName).containsExactly("赵强");
        assertThat(happened.stream(TaskUrged.class).filter(told -> told.taskId().equals(task)))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.toUserId()).isEqualTo(filer.userId());
                    assertThat(told.fromUserId()).isEqualTo(head.userId());
                    assertThat(told.count()).isEqualTo(1);
                });
    }

    // --- 退回

    @Test
    void aCaseGoesBackToTheStepBeforeAndToWhoDidIt() {
        String approval = atApproval();
        String caseId = worklist.get(approval, head).caseId();
        assertThat(sendingBack.targets(approval, head)).isEmpty();
        worklist.claim(approval, head);
        assertThat(sendingBack.targets(approval, head))
                .extracting(SendingBack.Target::name, SendingBack.Target::doneBy)
                .containsExactly(tuple("备案审查", "孙丽"), tuple("形式审查", "孙丽"));
        assertRefused("STEP_NOT_ALLOWED", () -> sendingBack.sendBack(approval, "userTask_x", "补", null, head));
        assertFields("note", "REQUIRED", () -> sendingBack.sendBack(approval, "userTask_reviewRecord", "", null, head));
        assertRefused(
                "TASK_NOT_YOURS", () -> sendingBack.sendBack(approval, "userTask_reviewRecord", "补", null, filer));

        TaskItem again = sendingBack.sendBack(approval, "userTask_reviewRecord", "意见过于简单", null, head);

        assertThat(again.assigneeName()).isEqualTo("孙丽");
        assertThat(tasks.form(again.id(), filer).values()).containsEntry("opinion", "合法，准予备案登记。");
        assertThat(moves.of(again.id(), filer))
                .extracting(TaskMove::kind, TaskMove::note, TaskMove::stepName)
                .containsExactly(tuple(TaskMove.Kind.SENT_BACK, "意见过于简单", "备案登记审批"));
        assertRefused("TASK_CANCELLED", () -> worklist.complete(approval, approve(), head));
        assertSound(caseId);
        String next =
                worklist.complete(again.id(), review(), filer).next().get(0).id();
        worklist.claim(next, head);
        worklist.complete(next, approve(), head);
        assertThat(letters.current(caseId, "registration-notice").orElseThrow().state())
                .isEqualTo(LetterState.APPROVED);
        assertThat(kinds(caseId)).contains("worklist.sentBack");
    }

    @Test
    void anApprovalThatIsGoneBackToMustBeGivenAnew() {
        String approval = atApproval();
        String caseId = worklist.get(approval, head).caseId();
        worklist.claim(approval, head);
        String issue =
                worklist.complete(approval, approve(), head).next().get(0).id();
        worklist.claim(issue, filer);
        assertThat(sendingBack.targets(issue, filer))
                .extracting(SendingBack.Target::definitionKey)
                .contains("userTask_approveRegistration", "userTask_reviewRecord");

        TaskItem again = sendingBack.sendBack(issue, "userTask_approveRegistration", "审批意见有误", null, filer);

        assertThat(again.assigneeName()).isEqualTo("赵强");
        assertThat(letters.current(caseId, "registration-notice").orElseThrow().state())
                .isEqualTo(LetterState.DRAFT);
        String next =
                worklist.complete(again.id(), approve(), head).next().get(0).id();
        assertThat(worklist.get(next, filer).definitionKey()).isEqualTo("userTask_issueRegistration");
        assertSound(caseId);
    }

    @Test
    void behindAnIssuedLetterNoWayLeadsBack() {
        jdbc.update("update identity_organ set number_code = '和' where id = ?", office.district.id());
        String approval = atApproval();
        worklist.claim(approval, head);
        String issue =
                worklist.complete(approval, approve(), head).next().get(0).id();
        worklist.claim(issue, filer);
        String serve = worklist.complete(issue, Map.of("copies", 2, "sealKeeper", "何静怡"), filer)
                .next()
                .get(0)
                .id();
        worklist.claim(serve, filer);

        assertThat(sendingBack.targets(serve, filer)).isEmpty();
        assertRefused("STEP_NOT_ALLOWED", () -> sendingBack.sendBack(serve, "userTask_reviewRecord", "改", null, filer));
        assertRefused("WITHDRAW_TOO_LATE", () -> withdrawals.withdraw(issue, null, filer));
    }

    // --- 撤回

    @Test
    void anOwnSubmissionIsTakenBackUntilTheNextPersonOpensIt() {
        String check = claimed();
        String caseId = worklist.get(check, filer).caseId();
        String review =
                worklist.complete(check, register(), filer).next().get(0).id();
        worklist.claim(review, filer);
        String approval =
                worklist.complete(review, review(), filer).next().get(0).id();
        assertThat(withdrawals.possible(review, filer)).isTrue();
        assertThat(withdrawals.possible(check, filer)).isFalse();
        assertRefused("WITHDRAW_NOT_YOURS", () -> withdrawals.withdraw(review, null, head));

        TaskItem again = withdrawals.withdraw(review, "少写了一条", filer);

        assertThat(again.definitionKey()).isEqualTo("userTask_reviewRecord");
        assertThat(again.assigneeName()).isEqualTo("孙丽");
        assertThat(tasks.form(again.id(), filer).values()).containsEntry("opinion", "合法，准予备案登记。");
        assertRefused("TASK_CANCELLED", () -> worklist.claim(approval, head));
        assertSound(caseId);

        String second =
                worklist.complete(again.id(), review(), filer).next().get(0).id();
        moves.opened(worklist.get(second, head), true, head);
        assertThat(withdrawals.possible(again.id(), filer)).isFalse();
        assertRefused("WITHDRAW_OPENED", "赵强", () -> withdrawals.withdraw(again.id(), null, filer));
        assertThat(worklist.get(second, head).open()).isTrue();
        assertThat(kinds(caseId)).contains("worklist.withdrawn");
    }

    @Test
    void ofTakingBackAndClaimingExactlyOneHappens() throws Exception {
        for (int round = 0; round < 4; round++) {
            String check = claimed();
            String review =
                    worklist.complete(check, register(), filer).next().get(0).id();
            worklist.claim(review, filer);
            String approval =
                    worklist.complete(review, review(), filer).next().get(0).id();

            List<String> said = atOnce(
                    () -> withdrawals.withdraw(review, null, filer).id(),
                    () -> worklist.claim(approval, head).id());

            assertThat(said).filteredOn(text -> !text.startsWith("refused")).hasSize(1);
        }
    }

    @Test
    void ofTwoWhoSendBackAndCompleteExactlyOneHappens() throws Exception {
        String approval = atApproval();
        worklist.claim(approval, head);

        List<String> said = atOnce(
                () -> sendingBack
                        .sendBack(approval, "userTask_reviewRecord", "补", null, head)
                        .id(),
                () -> worklist.complete(approval, approve(), head).task().id());

        assertThat(said).filteredOn(text -> !text.startsWith("refused")).hasSize(1);
    }

    // --- 批量

    @Test
    void severalTasksAreGivenAtOnceEachWithItsOwnAnswer() {
        String first = claimed();
        String second = open(submit());
        String gone = claimed();
        worklist.complete(gone, register(), filer);
        Actor other = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);

        List<BulkActs.Result> results =
                bulk.assign(List.of(first, second, gone, "none", first), other.userId(), "孙丽休假", head);

        assertThat(results).extracting(BulkActs.Result::done).containsExactly(true, true, false, false);
        assertThat(results.get(2).refusal()).extracting(Refusal::code).isEqualTo("TASK_DONE");
        assertThat(results.get(3).refusal()).extracting(Refusal::code).isEqualTo("TASK_NOT_FOUND");
        assertThat(mine(other)).containsExactlyInAnyOrder(first, second);
        assertThat(moves.of(first, head)).extracting(TaskMove::note).containsExactly("孙丽休假");
        assertThat(bulk.release(List.of(first, second), "改派", head)).allMatch(BulkActs.Result::done);
        assertThat(mine(other)).isEmpty();
        assertFields("note", "REQUIRED", () -> bulk.release(List.of(first), "", head));
        assertFields("tasks", "BULK_SIZE", () -> bulk.release(List.of(), "改派", head));
    }

    // --- 一次办理

    @Test
    void aFormSentTwiceIsOneActAndAnotherFormIsTooLate() {
        String task = claimed();
        Sending once = new Sending("key-" + task, worklist.get(task, filer).version(), null);

        worklist.complete(task, register(), once, filer);
        worklist.complete(task, register(), once, filer);

        assertThat(tasks.submissions(worklist.get(task, filer).caseId(), filer))
                .filteredOn(submission -> task.equals(submission.taskId()))
                .hasSize(1);
        assertRefused(
                "TASK_DONE",
                () -> worklist.complete(task, register(), new Sending("other-" + task, null, null), filer));
        String another = claimed();
        assertThat(worklist.complete(another, register(), new Sending("fresh-" + another, null, null), filer)
                        .next())
                .hasSize(1);
    }

    @Test
    void anActOnAStalePageIsRefused() {
        String task = claimed();
        Actor other = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        int seen = worklist.get(task, filer).version();
        worklist.release(task, filer);
        worklist.claim(task, filer);

        assertRefused("TASK_CHANGED", () -> worklist.complete(task, register(), new Sending(null, seen, null), filer));
        assertRefused("TASK_CHANGED", () -> worklist.assign(task, other.userId(), null, seen, head));
    }

    // --- 补录

    @Test
    void aPastActIsKeptWithBothDaysAndItsDatesFollowIt() {
        Actor officer = colleague;
        Actor clerk = office.person("何静", office.districtBureau, Role.INTAKE_CLERK);
        LocalDate received = LocalDate.of(2026, 2, 25);
        LocalDate done = LocalDate.of(2026, 2, 27);
        String caseId = intakes.start("administrativeReview", application(received), null, clerk)
                .id();
        String review = open(caseId);
        worklist.claim(review, officer);
        assertFields(
                "actedOn", "IN_FUTURE", () -> worklist.complete(review, acceptance(), on(TODAY.plusDays(1)), officer));
        assertFields(
                "actedOn",
                "BEFORE_RECEIPT",
                () -> worklist.complete(review, acceptance(), on(received.minusDays(1)), officer));
        String approval = worklist.complete(review, acceptance(), on(done.minusDays(1)), officer)
                .next()
                .get(0)
                .id();
        worklist.claim(approval, head);
        Map<String, Object> values = new LinkedHashMap<>(approve());
        values.put("acceptedOn", TODAY.toString());
        assertFields("acceptedOn", "AFTER_ACT", () -> worklist.complete(approval, values, on(done), head));
        values.remove("acceptedOn");

        worklist.complete(approval, values, on(done), head);

        assertThat(cases.keyDate(caseId, "accepted")).contains(done);
        assertThat(limits.of(caseId))
                .filteredOn(limit -> limit.rule().equals("AR-INTAKE"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.state()).isEqualTo(LimitState.MET);
                    assertThat(limit.metOn()).isEqualTo(done);
                });
        assertThat(limits.open(caseId, "AR-DECIDE-ORD").orElseThrow().startOn()).isEqualTo(done);
        assertThat(tasks.submissions(caseId, head))
                .filteredOn(Submission::backfilled)
                .extracting(Submission::actedOn)
                .containsExactly(done.minusDays(1), done);
        assertThat(tasks.backfilledOn(review))
                .as("shown with the finished task")
                .contains(done.minusDays(1));
        assertThat(jdbc.queryForList(
                        "select legal_date from audit_entry where case_id = ? and kind = 'casefile.taskBackfilled'"
                                + " order by seq",
                        LocalDate.class,
                        caseId))
                .containsExactly(done.minusDays(1), done);
        assertSound(caseId);
    }

    // --- what the tests stand on

    private String submit() {
        return intakes.start("recordReview", document(), null, filer).id();
    }

    private String open(String caseId) {
        return worklist.openOfCase(caseId).get(0).id();
    }

    private String claimed() {
        String task = open(submit());
        worklist.claim(task, filer);
        return task;
    }

    private String atApproval() {
        String review =
                worklist.complete(claimed(), register(), filer).next().get(0).id();
        worklist.claim(review, filer);
        return worklist.complete(review, review(), filer).next().get(0).id();
    }

    private List<String> mine(Actor actor) {
        return worklist.list(TaskQuery.of(TaskList.MINE), actor).items().stream()
                .map(TaskItem::id)
                .toList();
    }

    private List<String> kinds(String caseId) {
        return jdbc.queryForList("select kind from audit_entry where case_id = ?", String.class, caseId);
    }

    /** Limits, timers and the list agree with the engine. */
    private void assertSound(String caseId) {
        assertThat(health.check())
                .filteredOn(fault -> fault.caseId().equals(caseId))
                .isEmpty();
        List<String> engine = jdbc.queryForList(
                "select t.ID_ from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_"
                        + " where e.BUSINESS_KEY_ = ?",
                String.class,
                caseId);
        assertThat(worklist.openOfCase(caseId)).extracting(TaskItem::id).containsExactlyInAnyOrderElementsOf(engine);
    }

    private static Sending on(LocalDate day) {
        return new Sending(null, null, day);
    }

    @SafeVarargs
    private static List<String> atOnce(Callable<String>... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        ExecutorService threads = Executors.newFixedThreadPool(acts.length);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (Callable<String> act : acts) {
                answers.add(threads.submit(() -> {
                    start.await();
                    try {
                        return act.call();
                    } catch (Refusal refusal) {
                        return "refused " + refusal.code();
                    }
                }));
            }
            List<String> said = new ArrayList<>();
            for (Future<String> answer : answers) {
                said.add(answer.get());
            }
            return said;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, Object> register() {
        return Map.of("check", "REGISTER");
    }

    private static Map<String, Object> review() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String point : List.of("power", "procedure", "content", "conflict", "propriety")) {
            values.put(point, "FINE");
        }
        values.put("conclusion", "LAWFUL");
        values.put("opinion", "合法，准予备案登记。");
        return values;
    }

    private static Map<String, Object> approve() {
        return Map.of("result", "APPROVE", "opinion", "同意。");
    }

    private static Map<String, Object> acceptance() {
        return ReviewCase.acceptance();
    }

    private Map<String, Object> application(LocalDate received) {
        return Map.ofEntries(
                Map.entry("receivedOn", received.toString()),
                Map.entry("channel", "COUNTER"),
                Map.entry("applicantKind", "PERSON"),
                Map.entry("applicantName", "吴祥"),
                Map.entry("applicantPhone", "13900004321"),
                Map.entry("applicantAddress", "和平区槐荫路18号"),
                Map.entry("respondentOrgan", office.department.id()),
                Map.entry("actKind", "PENALTY"),
                Map.entry("actName", "城管罚字〔2026〕7号行政处罚决定"),
                Map.entry("requests", "请求撤销该处罚决定。"),
                Map.entry("reasons", "处罚前没有告知。"));
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

    private static void assertRefused(String code, Callable<?> act) {
        assertThatThrownBy(act::call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void assertRefused(String code, String first, Callable<?> act) {
        assertThatThrownBy(act::call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.args().get(0)).isEqualTo(first);
        });
    }

    private static void assertFields(String field, String code, Callable<?> act) {
        assertThatThrownBy(act::call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::field, FieldError::code)
                                .containsExactly(tuple(field, code)));
    }
}
