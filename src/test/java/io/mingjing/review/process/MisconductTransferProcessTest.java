package io.mingjing.review.process;

import static io.mingjing.review.process.MisconductTransferProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MisconductTransferProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/misconduct-transfer.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theLetterIsApprovedIssuedAndServed() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_TRANSFER, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(SIGN_TRANSFER);
        model.complete(SIGN_TRANSFER, RESULT, "APPROVE");
        model.complete(ISSUE_TRANSFER);
        assertThat(model.openTasks()).containsExactly(SERVE_TRANSFER);
        model.complete(SERVE_TRANSFER);
        assertThat(running).isEnded().hasPassed(ENDED_TRANSFER_SENT);
    }

    @Test
    void eachHeadMayReturnTheDraft() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_TRANSFER, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_TRANSFER);
        model.complete(REVISE_TRANSFER);
        assertThat(model.openTasks()).containsExactly(REVIEW_TRANSFER);
        model.complete(REVIEW_TRANSFER, RESULT, "APPROVE").complete(SIGN_TRANSFER, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_TRANSFER);
        assertThat(running).hasNotPassed(ISSUE_TRANSFER);
    }
}
