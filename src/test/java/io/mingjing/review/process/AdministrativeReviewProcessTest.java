package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.models.ModelEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "bpmn/review/administrative-review.bpmn")
class AdministrativeReviewProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.walkingEverything(PROCESS);

    @RegisterExtension
    final ModelEngine engine = ModelEngine.of(
            EXTENSION,
            PROCESS,
            "deemAcceptedTask",
            "deemGivenUpTask",
            "closeRefusedTask",
            "recordNoReplyTask",
            "recordOverdueTask",
            "closeReviewTask",
            "archiveCaseTask");

    @Test
    void anApplicationWaitsForItsAcceptanceReview() {
        assertThat(engine.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(engine.limitsAsked()).containsExactly(INTAKE_REVIEW);
    }

    @Test
    void anAcceptedCaseRunsFromNoticeToArchive() {
        accept();
        assertThat(engine.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
        assertThat(engine.instance()).hasNotPassed(DRAFT_DEEMED_LETTERS);
        engine.complete(ISSUE_ACCEPTANCE);
        assertThat(engine.openTasks()).containsExactly(SERVE_ACCEPTANCE);
        engine.complete(SERVE_ACCEPTANCE);
        assertThat(engine.openTasks()).containsExactly(SUBMIT_REPLY);
        engine.complete(SUBMIT_REPLY);
        assertThat(engine.openTasks()).containsExactly(HEAR_VIEWS);
        assertThat(engine.instance()).hasNotPassed(RECORD_NO_REPLY);
        engine.complete(HEAR_VIEWS).complete(DRAFT_DECISION);
        assertThat(engine.openTasks()).containsExactly(UNIT_HEAD_REVIEW);
        engine.complete(UNIT_HEAD_REVIEW, RESULT, "APPROVE");
        assertThat(engine.openTasks()).containsExactly(ORGAN_HEAD_APPROVAL);
        engine.complete(ORGAN_HEAD_APPROVAL, RESULT, "APPROVE");
        assertThat(engine.openTasks()).containsExactly(ISSUE_DECISION);
        engine.complete(ISSUE_DECISION);
        assertThat(engine.openTasks()).containsExactly(SERVE_DECISION);
        assertThat(engine.ran()).isEmpty();
        engine.complete(SERVE_DECISION);
        assertThat(engine.openTasks()).containsExactly(FOLLOW_PERFORMANCE);
        assertThat(engine.ran()).containsExactly("closeReviewTask");
        engine.complete(FOLLOW_PERFORMANCE);
        assertThat(engine.openTasks()).containsExactly(ARCHIVE_CASE);
        engine.complete(ARCHIVE_CASE);
        assertThat(engine.instance()).isEnded().hasPassed(ARCHIVED);
        assertThat(engine.ran()).containsExactly("closeReviewTask", "archiveCaseTask");
        assertThat(engine.limitsAsked()).containsExactly(INTAKE_REVIEW, HANDLING, AWAIT_REPLY);
    }

    @Test
    void theUnitHeadMayReturnAnAcceptance() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "ACCEPT").complete(APPROVE_ACCEPTANCE, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        accept();
        assertThat(engine.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void anApplicationIsReviewedAnewWhenItsCorrectionsArrive() {
        askForCorrection();
        assertThat(engine.openTasks()).containsExactly(SERVE_CORRECTION);
        engine.complete(SERVE_CORRECTION);
        assertThat(engine.openTasks()).containsExactly(RECORD_CORRECTION);
        engine.complete(RECORD_CORRECTION);
        assertThat(engine.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(engine.limitsAsked()).containsExactly(INTAKE_REVIEW, AWAIT_CORRECTION, INTAKE_REVIEW);
        accept();
        assertThat(engine.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void theUnitHeadMayReturnACorrectionNotice() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "CORRECT").complete(APPROVE_CORRECTION, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(engine.instance()).hasNotPassed(ISSUE_CORRECTION);
    }

    @Test
    void theAcceptanceLimitNoLongerRunsOnceTheCorrectionNoticeIsIssued() {
        askForCorrection();
        assertThat(engine.timers()).isEmpty();
    }

    @Test
    void anApplicationIsDeemedGivenUpWhenCorrectionsStayAway() {
        askForCorrection();
        engine.complete(SERVE_CORRECTION).lapse(CORRECTION_LAPSED);
        assertThat(engine.instance())
                .isEnded()
                .hasPassed(DEEM_GIVEN_UP, DEEMED_GIVEN_UP)
                .hasNotPassed(CLOSE_REFUSED);
        assertThat(engine.ran()).containsExactly("deemGivenUpTask");
    }

    @Test
    void aRefusalNeedsUnitHeadAndOrganHeadAndIsServed() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE").complete(APPROVE_REFUSAL, RESULT, "APPROVE");
        assertThat(engine.openTasks()).containsExactly(SIGN_REFUSAL);
        engine.complete(SIGN_REFUSAL, RESULT, "APPROVE");
        assertThat(engine.openTasks()).containsExactly(ISSUE_REFUSAL);
        engine.complete(ISSUE_REFUSAL).complete(SERVE_REFUSAL);
        assertThat(engine.instance())
                .isEnded()
                .hasPassed(CLOSE_REFUSED, REFUSED)
                .hasNotPassed(HANDLING);
        assertThat(engine.ran()).containsExactly("closeRefusedTask");
    }

    @Test
    void theUnitHeadMayReturnARefusal() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE").complete(APPROVE_REFUSAL, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(engine.instance()).hasNotPassed(SIGN_REFUSAL);
    }

    @Test
    void theOrganHeadMayReturnARefusal() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE")
                .complete(APPROVE_REFUSAL, RESULT, "APPROVE")
                .complete(SIGN_REFUSAL, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(REVIEW_ACCEPTANCE);
        assertThat(engine.instance()).hasNotPassed(ISSUE_REFUSAL);
    }

    @Test
    void anApplicationThatNobodyReviewedIsDeemedAccepted() {
        engine.lapse(INTAKE_LAPSED);
        assertThat(engine.openTasks()).containsExactly(DRAFT_DEEMED_LETTERS);
        assertThat(engine.instance()).hasPassed(DEEM_ACCEPTED).variables().containsEntry(ACCEPTANCE, "DEEMED");
        assertThat(engine.ran()).containsExactly("deemAcceptedTask");
        engine.complete(DRAFT_DEEMED_LETTERS).complete(APPROVE_DEEMED_LETTERS, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(DRAFT_DEEMED_LETTERS);
        engine.complete(DRAFT_DEEMED_LETTERS).complete(APPROVE_DEEMED_LETTERS, RESULT, "APPROVE");
        assertThat(engine.openTasks()).containsExactly(ISSUE_ACCEPTANCE);
    }

    @Test
    void aRefusalThatIsNotSignedInTimeBecomesADeemedAcceptance() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "REFUSE")
                .complete(APPROVE_REFUSAL, RESULT, "APPROVE")
                .lapse(INTAKE_LAPSED);
        assertThat(engine.openTasks()).containsExactly(DRAFT_DEEMED_LETTERS);
        assertThat(engine.instance()).hasNotPassed(CLOSE_REFUSED);
    }

    @Test
    void theCaseGoesOnWithoutAReplyWhenTheReplyLimitLapses() {
        accept();
        engine.complete(ISSUE_ACCEPTANCE).complete(SERVE_ACCEPTANCE).lapse(REPLY_LAPSED);
        assertThat(engine.openTasks()).containsExactly(HEAR_VIEWS);
        assertThat(engine.instance()).hasPassed(RECORD_NO_REPLY);
        assertThat(engine.ran()).containsExactly("recordNoReplyTask");
    }

    @Test
    void theUnitHeadMayReturnADraftDecision() {
        reachDraft();
        engine.complete(DRAFT_DECISION).complete(UNIT_HEAD_REVIEW, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(DRAFT_DECISION);
        assertThat(engine.instance()).hasNotPassed(ORGAN_HEAD_APPROVAL);
    }

    @Test
    void theOrganHeadMayReturnADraftDecision() {
        reachDraft();
        engine.complete(DRAFT_DECISION)
                .complete(UNIT_HEAD_REVIEW, RESULT, "APPROVE")
                .complete(ORGAN_HEAD_APPROVAL, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(DRAFT_DECISION);
        assertThat(engine.instance()).hasNotPassed(ISSUE_DECISION);
    }

    @Test
    void anOverdueDecisionIsRecordedAndStillDecided() {
        reachDraft();
        engine.lapse(DECISION_OVERDUE);
        assertThat(engine.openTasks()).containsExactly(DRAFT_DECISION);
        assertThat(engine.instance()).hasPassed(RECORD_OVERDUE, OVERDUE_RECORDED);
        assertThat(engine.ran()).containsExactly("recordOverdueTask");
        engine.complete(DRAFT_DECISION)
                .complete(UNIT_HEAD_REVIEW, RESULT, "APPROVE")
                .complete(ORGAN_HEAD_APPROVAL, RESULT, "APPROVE")
                .complete(ISSUE_DECISION);
        assertThat(engine.openTasks()).containsExactly(SERVE_DECISION);
    }

    private void accept() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "ACCEPT").complete(APPROVE_ACCEPTANCE, RESULT, "APPROVE");
    }

    private void askForCorrection() {
        engine.complete(REVIEW_ACCEPTANCE, ACCEPTANCE, "CORRECT")
                .complete(APPROVE_CORRECTION, RESULT, "APPROVE")
                .complete(ISSUE_CORRECTION);
    }

    private void reachDraft() {
        accept();
        engine.complete(ISSUE_ACCEPTANCE)
                .complete(SERVE_ACCEPTANCE)
                .complete(SUBMIT_REPLY)
                .complete(HEAR_VIEWS);
    }
}
