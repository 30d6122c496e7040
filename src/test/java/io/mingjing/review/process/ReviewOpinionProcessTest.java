package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewOpinionProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import io.mingjing.testing.ModelEngine.Left;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewOpinionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/review-opinion.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theLimitRunsFromTheServiceAndEndsWithTheReport() {
        ProcessInstance running = model.start();
        served();
        assertThat(model.openTasks()).containsExactly(ANSWER_OPINION);
        assertThat(model.rulesEntered()).containsExactly("AR-OPINION");
        model.complete(ANSWER_OPINION);
        assertThat(model.limitsLeft()).containsExactly(new Left("AR-OPINION", false));
        model.complete(REVIEW_ANSWER);
        assertThat(running).isEnded().hasPassed(ENDED_OPINION_ANSWERED).hasNotPassed(RECORD_OPINION_OVERDUE);
        assertThat(model.ran()).isEmpty();
    }

    @Test
    void theLapseIsRecordedAndTheStepStaysOpen() {
        ProcessInstance running = model.start();
        served();
        model.fire(OPINION_OVERDUE);
        assertThat(running)
                .hasPassed(RECORD_OPINION_OVERDUE, ENDED_OPINION_OVERDUE_RECORDED)
                .isWaitingAt(ANSWER_OPINION);
        assertThat(model.ran()).containsExactly("recordOpinionOverdueTask");
    }

    @Test
    void eachHeadMayReturnTheDraft() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_OPINION, RESULT, "RETURN").complete(REVISE_OPINION);
        assertThat(model.openTasks()).containsExactly(REVIEW_OPINION);
        model.complete(REVIEW_OPINION, RESULT, "APPROVE").complete(SIGN_OPINION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_OPINION);
        assertThat(running).hasNotPassed(ISSUE_OPINION);
    }

    private void served() {
        model.complete(REVIEW_OPINION, RESULT, "APPROVE")
                .complete(SIGN_OPINION, RESULT, "APPROVE")
                .complete(ISSUE_OPINION)
                .complete(SERVE_OPINION);
    }
}
