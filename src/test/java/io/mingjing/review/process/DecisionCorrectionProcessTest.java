package io.mingjing.review.process;

import static io.mingjing.review.process.DecisionCorrectionProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DecisionCorrectionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/decision-correction.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theLetterIsApprovedIssuedAndServed() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_CORRECTION_NOTICE, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(SIGN_CORRECTION_NOTICE);
        model.complete(SIGN_CORRECTION_NOTICE, RESULT, "APPROVE");
        model.complete(ISSUE_CORRECTION_NOTICE);
        assertThat(model.openTasks()).containsExactly(SERVE_CORRECTION_NOTICE);
        model.complete(SERVE_CORRECTION_NOTICE);
        assertThat(running).isEnded().hasPassed(ENDED_DECISION_CORRECTED);
    }

    @Test
    void eachHeadMayReturnTheDraft() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_CORRECTION_NOTICE, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_CORRECTION_NOTICE);
        model.complete(REVISE_CORRECTION_NOTICE);
        assertThat(model.openTasks()).containsExactly(REVIEW_CORRECTION_NOTICE);
        model.complete(REVIEW_CORRECTION_NOTICE, RESULT, "APPROVE").complete(SIGN_CORRECTION_NOTICE, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_CORRECTION_NOTICE);
        assertThat(running).hasNotPassed(ISSUE_CORRECTION_NOTICE);
    }
}
