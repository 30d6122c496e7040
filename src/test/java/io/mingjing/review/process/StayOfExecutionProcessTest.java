package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.RESULT;
import static io.mingjing.review.process.StayOfExecutionProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StayOfExecutionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/stay-of-execution.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aStayIsOrderedByTheOrganAndLiftedByIt() {
        ProcessInstance running = model.start();
        ordered();
        model.complete(LIFT_STAY, "lifting", "LIFT");
        assertThat(model.openTasks()).containsExactly(REVIEW_LIFTING);
        model.complete(REVIEW_LIFTING, RESULT, "APPROVE")
                .complete(SIGN_LIFTING, RESULT, "APPROVE")
                .complete(ISSUE_LIFTING)
                .complete(SERVE_LIFTING);
        assertThat(running).isEnded().hasPassed(ENDED_STAY_LIFTED);
    }

    @Test
    void aStayMayEndWithTheDecision() {
        ProcessInstance running = model.start();
        ordered();
        model.complete(LIFT_STAY, "lifting", "EXPIRED");
        assertThat(running).isEnded().hasPassed(ENDED_STAY_EXPIRED).hasNotPassed(ISSUE_LIFTING);
    }

    @Test
    void eachHeadMayReturnTheDraftOfAStayAndOfItsLifting() {
        model.start();
        model.complete(REVIEW_STAY, RESULT, "RETURN").complete(REVISE_STAY);
        model.complete(REVIEW_STAY, RESULT, "APPROVE")
                .complete(SIGN_STAY, RESULT, "RETURN")
                .complete(REVISE_STAY);
        assertThat(model.openTasks()).containsExactly(REVIEW_STAY);
        ordered();
        model.complete(LIFT_STAY, "lifting", "LIFT");
        model.complete(REVIEW_LIFTING, RESULT, "RETURN").complete(REVISE_LIFTING);
        model.complete(REVIEW_LIFTING, RESULT, "APPROVE").complete(SIGN_LIFTING, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_LIFTING);
    }

    private void ordered() {
        model.complete(REVIEW_STAY, RESULT, "APPROVE")
                .complete(SIGN_STAY, RESULT, "APPROVE")
                .complete(ISSUE_STAY)
                .complete(SERVE_STAY);
    }
}
