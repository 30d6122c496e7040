package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import io.mingjing.testing.ModelEngine.Left;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AdministrativeReviewProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/administrative-review.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void anApplicationWaitsForItsAcceptanceReview() {
        model.start();
        assertThat(model.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(model.rulesEntered()).containsExactly("AR-INTAKE");
        assertThat(model.limitsLeft()).isEmpty();
    }

    @Test
    void anAcceptedCaseRunsFromNoticeToArchive() {
        ProcessInstance review = model.start();
        accept();
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
        assertThat(review).hasNotPassed(DRAFT_DEEMED_LETTERS);
        model.complete(ISSUE_ACCEPTANCE);
        assertThat(model.openTasks()).containsExactly(SERVE_ACCEPTANCE);
        model.complete(SERVE_ACCEPTANCE);
        assertThat(model.openTasks()).containsExactly(SUBMIT_REPLY);
        model.complete(SUBMIT_REPLY);
        assertThat(model.openTasks()).containsExactly(HEAR_VIEWS);
        assertThat(review).hasNotPassed(RECORD_NO_REPLY);
        model.complete(HEAR_VIEWS).complete(DRAFT_DECISION);
        assertThat(model.openTasks()).containsExactly(UNIT_HEAD_REVIEW);
        model.complete(UNIT_HEAD_REVIEW, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ORGAN_HEAD_APPROVAL);
        model.complete(ORGAN_HEAD_APPROVAL, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_DECISION);
        model.complete(ISSUE_DECISION);
        assertThat(model.openTasks()).containsExactly(SERVE_DECISION);
        assertThat(model.ran()).isEmpty();
        model.complete(SERVE_DECISION);
        assertThat(model.openTasks()).containsExactly(FOLLOW_PERFORMANCE);
        assertThat(model.ran()).containsExactly("closeReviewTask");
        model.complete(FOLLOW_PERFORMANCE);
        assertThat(model.openTasks()).containsExactly(ARCHIVE_CASE);
        model.complete(ARCHIVE_CASE);
        assertThat(review).isEnded().hasPassed(ARCHIVED);
        assertThat(model.ran()).containsExactly("closeReviewTask", "archiveCaseTask");
        assertThat(model.rulesEntered()).containsExactly("AR-INTAKE", "AR-DECIDE-ORD", "AR-COPY-ORD", "AR-REPLY-ORD");
        assertThat(model.limitsLeft())
                .containsExactly(met("AR-INTAKE"), met("AR-COPY-ORD"), met("AR-REPLY-ORD"), met("AR-DECIDE-ORD"));
    }

    @Test
    void theUnitHeadMayReturnAnAcceptance() {
        model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "ACCEPT").complete(APPROVE_ACCEPTANCE, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        accept();
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void anApplicationIsReviewedAnewWhenItsCorrectionsArrive() {
        model.start();
        askForCorrection();
        assertThat(model.openTasks()).containsExactly(SERVE_CORRECTION);
        model.complete(SERVE_CORRECTION);
        assertThat(model.openTasks()).containsExactly(RECORD_CORRECTION);
        model.complete(RECORD_CORRECTION);
        assertThat(model.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(model.rulesEntered()).containsExactly("AR-INTAKE", "AR-FIX", "AR-INTAKE");
        assertThat(model.limitsLeft()).containsExactly(met("AR-INTAKE"), met("AR-FIX"));
        accept();
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void theUnitHeadMayReturnACorrectionNotice() {
        ProcessInstance review = model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "CORRECT").complete(APPROVE_CORRECTION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(review).hasNotPassed(ISSUE_CORRECTION);
    }

    @Test
    void theAcceptanceLimitNoLongerRunsOnceTheCorrectionNoticeIsIssued() {
        model.start();
        askForCorrection();
        assertThat(model.openTasks()).containsExactly(SERVE_CORRECTION);
        assertThat(model.limitsLeft()).containsExactly(met("AR-INTAKE"));
    }

    @Test
    void anApplicationIsDeemedGivenUpWhenCorrectionsStayAway() {
        ProcessInstance review = model.start();
        askForCorrection();
        model.complete(SERVE_CORRECTION, RECEIPT, "PROVEN").fire(CORRECTION_LAPSED);
        assertThat(review).isEnded().hasPassed(DEEM_GIVEN_UP, DEEMED_GIVEN_UP).hasNotPassed(CLOSE_REFUSED);
        assertThat(model.ran()).containsExactly("deemGivenUpTask");
        assertThat(model.limitsLeft()).contains(lapsed("AR-FIX"));
    }

    @Test
    void withoutProofOfReceiptTheLapseOnlyWarnsUntilItIsCleared() {
        ProcessInstance review = model.start();
        askForCorrection();
        model.complete(SERVE_CORRECTION, RECEIPT, "UNPROVEN").fire(CORRECTION_LAPSED);
        assertThat(model.openTasks()).containsExactly(CLARIFY_RECEIPT);
        assertThat(model.ran()).containsExactly("recordUnprovenTask");
        assertThat(review).hasPassed(RECORD_UNPROVEN).hasNotPassed(DEEM_GIVEN_UP);
        model.complete(CLARIFY_RECEIPT, RECEIPT, "PROVEN");
        assertThat(model.openTasks()).containsExactly(RECORD_CORRECTION);
        assertThat(model.rulesEntered()).containsExactly("AR-INTAKE", "AR-FIX", "AR-FIX");
        model.fire(CORRECTION_LAPSED);
        assertThat(review).isEnded().hasPassed(DEEM_GIVEN_UP, DEEMED_GIVEN_UP);
    }

    @Test
    void aCorrectionNoticeThatIsNotSentInTimeDoesNotStopTheDeemedAcceptance() {
        ProcessInstance review = model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "CORRECT")
                .complete(APPROVE_CORRECTION, RESULT, "APPROVE")
                .fire(INTAKE_LAPSED);
        assertThat(model.openTasks()).containsExactly(DRAFT_DEEMED_LETTERS);
        assertThat(review).hasNotPassed(SERVE_CORRECTION).variables().containsEntry(ACCEPTANCE, "DEEMED");
    }

    @Test
    void theLimitsFollowTheProcedure() {
        model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "ACCEPT")
                .complete(APPROVE_ACCEPTANCE, RESULT, "APPROVE", PROCEDURE, "SIMPLIFIED")
                .complete(ISSUE_ACCEPTANCE)
                .complete(SERVE_ACCEPTANCE);
        assertThat(model.rulesEntered()).containsExactly("AR-INTAKE", "AR-DECIDE-SIM", "AR-COPY-SIM", "AR-REPLY-SIM");
        assertThat(model.opened())
                .filteredOn(task -> task.definitionKey().equals(SUBMIT_REPLY))
                .singleElement()
                .satisfies(task -> assertThat(task.limitRules())
                        .containsExactly(
                                "AR-REPLY-ORD", "AR-REPLY-SIM", "AR-DECIDE-ORD", "AR-DECIDE-SIM", "AR-ELEVATE-DECIDE"));
    }

    @Test
    void aDismissalEndsTheHandlingWhereverItStandsAndIsServedAndArchived() {
        ProcessInstance review = model.start();
        reachDraft();
        model.send(CASE_ENDING, ENDING, "DISMISSED");
        assertThat(model.openTasks()).containsExactly(ISSUE_DISMISSAL);
        assertThat(model.limitsLeft()).contains(met("AR-DECIDE-ORD"));
        model.complete(ISSUE_DISMISSAL).complete(SERVE_DISMISSAL);
        assertThat(review).hasPassed(CLOSE_DISMISSED).hasNotPassed(CLOSE_CASE);
        model.complete(ARCHIVE_CASE);
        assertThat(review).isEnded().hasPassed(ARCHIVED);
        assertThat(model.ran()).containsExactly("closeDismissedTask", "archiveCaseTask");
    }

    @Test
    void aRefusalNeedsUnitHeadAndOrganHeadAndIsServed() {
        ProcessInstance review = model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE").complete(APPROVE_REFUSAL, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(SIGN_REFUSAL);
        model.complete(SIGN_REFUSAL, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_REFUSAL);
        model.complete(ISSUE_REFUSAL).complete(SERVE_REFUSAL);
        assertThat(review).isEnded().hasPassed(CLOSE_REFUSED, REFUSED).hasNotPassed(HANDLING);
        assertThat(model.ran()).containsExactly("closeRefusedTask");
    }

    @Test
    void theUnitHeadMayReturnARefusal() {
        ProcessInstance review = model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE").complete(APPROVE_REFUSAL, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(review).hasNotPassed(SIGN_REFUSAL);
    }

    @Test
    void theOrganHeadMayReturnARefusal() {
        ProcessInstance review = model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE")
                .complete(APPROVE_REFUSAL, RESULT, "APPROVE")
                .complete(SIGN_REFUSAL, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(review).hasNotPassed(ISSUE_REFUSAL);
    }

    @Test
    void anApplicationThatNobodyReviewedIsDeemedAccepted() {
        ProcessInstance review = model.start();
        model.fire(INTAKE_LAPSED);
        assertThat(model.openTasks()).containsExactly(DRAFT_DEEMED_LETTERS);
        assertThat(review).hasPassed(DEEM_ACCEPTED).variables().containsEntry(ACCEPTANCE, "DEEMED");
        assertThat(model.ran()).containsExactly("deemAcceptedTask");
        assertThat(model.limitsLeft()).containsExactly(lapsed("AR-INTAKE"));
        model.complete(DRAFT_DEEMED_LETTERS).complete(APPROVE_DEEMED_LETTERS, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(DRAFT_DEEMED_LETTERS);
        model.complete(DRAFT_DEEMED_LETTERS).complete(APPROVE_DEEMED_LETTERS, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void aRefusalThatIsNotSignedInTimeBecomesADeemedAcceptance() {
        ProcessInstance review = model.start();
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE")
                .complete(APPROVE_REFUSAL, RESULT, "APPROVE")
                .fire(INTAKE_LAPSED);
        assertThat(model.openTasks()).containsExactly(DRAFT_DEEMED_LETTERS);
        assertThat(review).hasNotPassed(CLOSE_REFUSED);
    }

    @Test
    void theCaseGoesOnWithoutAReplyWhenTheReplyLimitLapses() {
        ProcessInstance review = model.start();
        accept();
        model.complete(ISSUE_ACCEPTANCE).complete(SERVE_ACCEPTANCE).fire(REPLY_LAPSED);
        assertThat(model.openTasks()).containsExactly(HEAR_VIEWS);
        assertThat(review).hasPassed(RECORD_NO_REPLY);
        assertThat(model.ran()).containsExactly("recordNoReplyTask");
        assertThat(model.limitsLeft()).contains(lapsed("AR-REPLY-ORD")).doesNotContain(lapsed("AR-DECIDE-ORD"));
    }

    @Test
    void aSuspensionIsWatchedAndItsResumptionEndsTheWatch() {
        ProcessInstance review = model.start();
        accept();
        model.send(CASE_SUSPENDED);
        assertThat(model.rulesEntered()).endsWith("AR-SUSP60");
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
        model.send(CASE_RESUMED);
        assertThat(review).hasPassed(SUSPENSION_OVER).hasNotPassed(RECORD_SUSPENSION_LAPSED);
        assertThat(model.limitsLeft()).contains(met("AR-SUSP60"));
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
        model.send(CASE_SUSPENDED);
        assertThat(model.rulesEntered()).filteredOn("AR-SUSP60"::equals).hasSize(2);
    }

    @Test
    void sixtyDaysOfSuspensionOpenTheTaskToDecideAndEndNothing() {
        ProcessInstance review = model.start();
        accept();
        model.send(CASE_SUSPENDED).fire(SUSPENSION_LAPSED);
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE, PROPOSE_TERMINATION);
        assertThat(model.ran()).containsExactly("recordSuspensionLapsedTask");
        assertThat(model.opened())
                .filteredOn(task -> task.definitionKey().equals(PROPOSE_TERMINATION))
                .singleElement()
                .satisfies(task -> assertThat(task.limitRules()).containsExactly("AR-SUSP60"));
        assertThat(review).isNotEnded().hasNotPassed(CLOSE_TERMINATED);
        model.send(CASE_RESUMED);
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void aCaseMayStaySuspended() {
        ProcessInstance review = model.start();
        accept();
        model.send(CASE_SUSPENDED).fire(SUSPENSION_LAPSED);
        model.complete(PROPOSE_TERMINATION, TERMINATION, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
        assertThat(review).hasPassed(SUSPENSION_CONTINUES);
        assertThat(model.limitsLeft()).extracting(Left::rule).contains("AR-SUSP60");
        model.send(CASE_RESUMED);
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void aTerminationIsReviewedSignedIssuedServedAndClosesTheCase() {
        ProcessInstance review = model.start();
        accept();
        model.send(CASE_SUSPENDED).fire(SUSPENSION_LAPSED);
        model.complete(PROPOSE_TERMINATION, TERMINATION, "TERMINATE").complete(REVIEW_TERMINATION, RESULT, "RETURN");
        model.complete(PROPOSE_TERMINATION, TERMINATION, "TERMINATE")
                .complete(REVIEW_TERMINATION, RESULT, "APPROVE")
                .complete(SIGN_TERMINATION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(ISSUE_ACCEPTANCE, PROPOSE_TERMINATION);
        model.complete(PROPOSE_TERMINATION, TERMINATION, "TERMINATE", ENDING, "TERMINATED")
                .complete(REVIEW_TERMINATION, RESULT, "APPROVE")
                .complete(SIGN_TERMINATION, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_TERMINATION);
        model.complete(ISSUE_TERMINATION).complete(SERVE_TERMINATION);
        assertThat(review).isWaitingAt(ARCHIVE_CASE).hasPassed(CLOSE_TERMINATED).hasNotPassed(CLOSE_CASE);
        assertThat(model.ran()).containsExactly("recordSuspensionLapsedTask", "closeTerminatedTask");
        assertThat(model.limitsLeft()).extracting(Left::rule).contains("AR-SUSP60", "AR-DECIDE-ORD", "AR-COPY-ORD");
    }

    @Test
    void theUnitHeadMayReturnADraftDecision() {
        ProcessInstance review = model.start();
        reachDraft();
        model.complete(DRAFT_DECISION).complete(UNIT_HEAD_REVIEW, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(DRAFT_DECISION);
        assertThat(review).hasNotPassed(ORGAN_HEAD_APPROVAL);
    }

    @Test
    void theOrganHeadMayReturnADraftDecision() {
        ProcessInstance review = model.start();
        reachDraft();
        model.complete(DRAFT_DECISION)
                .complete(UNIT_HEAD_REVIEW, RESULT, "APPROVE")
                .complete(ORGAN_HEAD_APPROVAL, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(DRAFT_DECISION);
        assertThat(review).hasNotPassed(ISSUE_DECISION);
    }

    @Test
    void anOverdueDecisionIsRecordedAndStillDecided() {
        ProcessInstance review = model.start();
        reachDraft();
        model.fire(DECISION_OVERDUE);
        assertThat(model.openTasks()).containsExactly(DRAFT_DECISION);
        assertThat(review).hasPassed(RECORD_OVERDUE, OVERDUE_RECORDED);
        assertThat(model.ran()).containsExactly("recordOverdueTask");
        assertThat(model.limitsLeft()).extracting(Left::rule).doesNotContain("AR-DECIDE-ORD");
        model.complete(DRAFT_DECISION)
                .complete(UNIT_HEAD_REVIEW, RESULT, "APPROVE")
                .complete(ORGAN_HEAD_APPROVAL, RESULT, "APPROVE")
                .complete(ISSUE_DECISION);
        assertThat(model.openTasks()).containsExactly(SERVE_DECISION);
    }

    private void accept() {
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "ACCEPT").complete(APPROVE_ACCEPTANCE, RESULT, "APPROVE");
    }

    private void askForCorrection() {
        model.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "CORRECT")
                .complete(APPROVE_CORRECTION, RESULT, "APPROVE")
                .complete(ISSUE_CORRECTION);
    }

    private void reachDraft() {
        accept();
        model.complete(ISSUE_ACCEPTANCE)
                .complete(SERVE_ACCEPTANCE)
                .complete(SUBMIT_REPLY)
                .complete(HEAR_VIEWS);
    }

    private static Left met(String rule) {
        return new Left(rule, false);
    }

    private static Left lapsed(String rule) {
        return new Left(rule, true);
    }
}
