package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.RESULT;
import static io.mingjing.review.process.SuspensionProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuspensionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/suspension.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_SUSPENSION, RESULT, "APPROVE").complete(SIGN_SUSPENSION, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_SUSPENSION);
        model.complete(ISSUE_SUSPENSION);
        assertThat(model.openTasks()).containsExactly(SERVE_SUSPENSION);
        model.complete(SERVE_SUSPENSION);
        assertThat(turn).isEnded().hasPassed("endEvent_suspensionNotified").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly();
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_SUSPENSION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_SUSPENSION);
        model.complete(REVISE_SUSPENSION, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(REVIEW_SUSPENSION);
        model.complete(REVIEW_SUSPENSION, RESULT, "APPROVE").complete(SIGN_SUSPENSION, RESULT, "RETURN");
        model.complete(REVISE_SUSPENSION, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_suspensionNotified");
        assertThat(model.ran()).isEmpty();
    }
}
