package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewAdviceProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewAdviceProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/review-advice.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theLetterIsApprovedIssuedAndServed() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_ADVICE, RESULT, "APPROVE");
        model.complete(ISSUE_ADVICE);
        assertThat(model.openTasks()).containsExactly(SERVE_ADVICE);
        model.complete(SERVE_ADVICE);
        assertThat(running).isEnded().hasPassed(ENDED_ADVICE_SENT);
    }

    @Test
    void eachHeadMayReturnTheDraft() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_ADVICE, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_ADVICE);
        model.complete(REVISE_ADVICE);
        assertThat(model.openTasks()).containsExactly(REVIEW_ADVICE);
        assertThat(running).hasNotPassed(ISSUE_ADVICE);
    }
}
