package io.mingjing.review.process;

import static io.mingjing.review.process.PerformanceOrderProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import io.mingjing.testing.ModelEngine.Left;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PerformanceOrderProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/performance-order.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theLimitRunsFromTheServiceAndEndsWithTheReport() {
        ProcessInstance running = model.start();
        served();
        assertThat(model.openTasks()).containsExactly(REPORT_PERFORMANCE);
        assertThat(model.rulesEntered()).containsExactly("AR-PERFORM");
        model.complete(REPORT_PERFORMANCE);
        assertThat(model.limitsLeft()).containsExactly(new Left("AR-PERFORM", false));
        model.complete(CHECK_PERFORMANCE);
        assertThat(running).isEnded().hasPassed(ENDED_PERFORMANCE_CHECKED).hasNotPassed(RECORD_PERFORMANCE_OVERDUE);
        assertThat(model.ran()).isEmpty();
    }

    @Test
    void theLapseIsRecordedAndTheStepStaysOpen() {
        ProcessInstance running = model.start();
        served();
        model.fire(PERFORMANCE_OVERDUE);
        assertThat(running)
                .hasPassed(RECORD_PERFORMANCE_OVERDUE, ENDED_PERFORMANCE_OVERDUE_RECORDED)
                .isWaitingAt(REPORT_PERFORMANCE);
        assertThat(model.ran()).containsExactly("recordPerformanceOverdueTask");
    }

    @Test
    void eachHeadMayReturnTheDraft() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_PERFORMANCE_ORDER, RESULT, "RETURN").complete(REVISE_PERFORMANCE_ORDER);
        assertThat(model.openTasks()).containsExactly(REVIEW_PERFORMANCE_ORDER);
        model.complete(REVIEW_PERFORMANCE_ORDER, RESULT, "APPROVE").complete(SIGN_PERFORMANCE_ORDER, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_PERFORMANCE_ORDER);
        assertThat(running).hasNotPassed(ISSUE_PERFORMANCE_ORDER);
    }

    private void served() {
        model.complete(REVIEW_PERFORMANCE_ORDER, RESULT, "APPROVE")
                .complete(SIGN_PERFORMANCE_ORDER, RESULT, "APPROVE")
                .complete(ISSUE_PERFORMANCE_ORDER)
                .complete(SERVE_PERFORMANCE_ORDER);
    }
}
