package io.mingjing.filing.process;

import static io.mingjing.filing.process.RecordReviewProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.models.ModelEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "bpmn/filing/record-review.bpmn")
class RecordReviewProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.walkingEverything(PROCESS);

    @RegisterExtension
    final ModelEngine engine =
            ModelEngine.of(EXTENSION, PROCESS, "closeNotInClassTask", "recordNoSupplementTask", "listDocumentTask");

    @Test
    void aCompletePackIsReviewedRegisteredAndListed() {
        assertThat(engine.openTasks()).containsExactly(CHECK_FORM);
        engine.complete(CHECK_FORM, CHECK, "REGISTER");
        assertThat(engine.openTasks()).containsExactly(REVIEW_RECORD);
        engine.complete(REVIEW_RECORD);
        assertThat(engine.openTasks()).containsExactly(APPROVE_REGISTRATION);
        engine.complete(APPROVE_REGISTRATION, RESULT, "APPROVE");
        assertThat(engine.openTasks()).containsExactly(ISSUE_REGISTRATION);
        engine.complete(ISSUE_REGISTRATION);
        assertThat(engine.openTasks()).containsExactly(SERVE_REGISTRATION);
        assertThat(engine.ran()).isEmpty();
        engine.complete(SERVE_REGISTRATION);
        assertThat(engine.instance()).isEnded().hasPassed(REGISTERED);
        assertThat(engine.ran()).containsExactly("listDocumentTask");
        assertThat(engine.limitsAsked()).isEmpty();
    }

    @Test
    void theUnitHeadMayReturnARegistration() {
        engine.complete(CHECK_FORM, CHECK, "REGISTER")
                .complete(REVIEW_RECORD)
                .complete(APPROVE_REGISTRATION, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(REVIEW_RECORD);
        assertThat(engine.instance()).hasNotPassed(ISSUE_REGISTRATION);
    }

    @Test
    void aSupplementedPackIsCheckedAgain() {
        askForSupplement();
        assertThat(engine.openTasks()).containsExactly(SUPPLEMENT);
        assertThat(engine.limitsAsked()).containsExactly(AWAIT_SUPPLEMENT);
        engine.complete(SUPPLEMENT);
        assertThat(engine.openTasks()).containsExactly(CHECK_FORM);
        assertThat(engine.instance()).hasNotPassed(RECORD_NO_SUPPLEMENT);
    }

    @Test
    void theUnitHeadMayReturnASupplementNotice() {
        engine.complete(CHECK_FORM, CHECK, "SUPPLEMENT").complete(APPROVE_SUPPLEMENT, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(CHECK_FORM);
        assertThat(engine.instance()).hasNotPassed(ISSUE_SUPPLEMENT);
    }

    @Test
    void aPackThatIsNotSupplementedInTimeIsCheckedAsItIs() {
        askForSupplement();
        engine.lapse(SUPPLEMENT_LAPSED);
        assertThat(engine.openTasks()).containsExactly(CHECK_FORM);
        assertThat(engine.instance()).hasPassed(RECORD_NO_SUPPLEMENT);
        assertThat(engine.ran()).containsExactly("recordNoSupplementTask");
    }

    @Test
    void aDocumentOutsideTheClassIsClosedWithoutRegistration() {
        engine.complete(CHECK_FORM, CHECK, "NOT_IN_CLASS");
        assertThat(engine.instance()).isEnded().hasPassed(NOT_IN_CLASS).hasNotPassed(REVIEW_RECORD);
        assertThat(engine.ran()).containsExactly("closeNotInClassTask");
    }

    private void askForSupplement() {
        engine.complete(CHECK_FORM, CHECK, "SUPPLEMENT")
                .complete(APPROVE_SUPPLEMENT, RESULT, "APPROVE")
                .complete(ISSUE_SUPPLEMENT)
                .complete(SERVE_SUPPLEMENT);
    }
}
