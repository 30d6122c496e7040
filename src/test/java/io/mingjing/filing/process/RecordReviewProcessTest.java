package io.mingjing.filing.process;

import static io.mingjing.filing.process.RecordReviewProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import io.mingjing.testing.ModelEngine.Left;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecordReviewProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/filing/record-review.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aCompletePackIsReviewedRegisteredAndListed() {
        ProcessInstance filing = model.start();
        assertThat(model.openTasks()).containsExactly(CHECK_FORM);
        model.complete(CHECK_FORM, CHECK, "REGISTER");
        assertThat(model.openTasks()).containsExactly(REVIEW_RECORD);
        model.complete(REVIEW_RECORD);
        assertThat(model.openTasks()).containsExactly(APPROVE_REGISTRATION);
        model.complete(APPROVE_REGISTRATION, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_REGISTRATION);
        model.complete(ISSUE_REGISTRATION);
        assertThat(model.openTasks()).containsExactly(SERVE_REGISTRATION);
        assertThat(model.ran()).isEmpty();
        model.complete(SERVE_REGISTRATION);
        assertThat(filing).isEnded().hasPassed(REGISTERED);
        assertThat(model.ran()).containsExactly("listDocumentTask");
        assertThat(model.rulesEntered()).isEmpty();
    }

    @Test
    void theUnitHeadMayReturnARegistration() {
        ProcessInstance filing = model.start();
        model.complete(CHECK_FORM, CHECK, "REGISTER")
                .complete(REVIEW_RECORD)
                .complete(APPROVE_REGISTRATION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVIEW_RECORD);
        assertThat(filing).hasNotPassed(ISSUE_REGISTRATION);
    }

    @Test
    void aSupplementedPackIsCheckedAgain() {
        ProcessInstance filing = model.start();
        askForSupplement();
        assertThat(model.openTasks()).containsExactly(SUPPLEMENT);
        assertThat(model.rulesEntered()).containsExactly("ND-SUPP");
        model.complete(SUPPLEMENT);
        assertThat(model.openTasks()).containsExactly(CHECK_FORM);
        assertThat(filing).hasNotPassed(RECORD_NO_SUPPLEMENT);
    }

    @Test
    void theUnitHeadMayReturnASupplementNotice() {
        ProcessInstance filing = model.start();
        model.complete(CHECK_FORM, CHECK, "SUPPLEMENT").complete(APPROVE_SUPPLEMENT, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(CHECK_FORM);
        assertThat(filing).hasNotPassed(ISSUE_SUPPLEMENT);
    }

    @Test
    void aPackThatIsNotSupplementedInTimeIsCheckedAsItIs() {
        ProcessInstance filing = model.start();
        askForSupplement();
        model.fire(SUPPLEMENT_LAPSED);
        assertThat(model.openTasks()).containsExactly(CHECK_FORM);
        assertThat(filing).hasPassed(RECORD_NO_SUPPLEMENT);
        assertThat(model.ran()).containsExactly("recordNoSupplementTask");
        assertThat(model.limitsLeft()).containsExactly(new Left("ND-SUPP", true));
    }

    @Test
    void aDocumentOutsideTheClassIsClosedWithoutRegistration() {
        ProcessInstance filing = model.start();
        model.complete(CHECK_FORM, CHECK, "NOT_IN_CLASS");
        assertThat(filing).isEnded().hasPassed(NOT_IN_CLASS).hasNotPassed(REVIEW_RECORD);
        assertThat(model.ran()).containsExactly("closeNotInClassTask");
    }

    private void askForSupplement() {
        model.complete(CHECK_FORM, CHECK, "SUPPLEMENT")
                .complete(APPROVE_SUPPLEMENT, RESULT, "APPROVE")
                .complete(ISSUE_SUPPLEMENT)
                .complete(SERVE_SUPPLEMENT);
    }
}
