package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.RESULT;
import static io.mingjing.review.process.TerminationProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TerminationProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/termination.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_TERMINATION, RESULT, "APPROVE").complete(SIGN_TERMINATION, RESULT, "APPROVE");
        assertThat(turn).isEnded().hasPassed("endEvent_terminationDecided").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly("endByTerminationTask");
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_TERMINATION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_TERMINATION);
        model.complete(REVISE_TERMINATION, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(REVIEW_TERMINATION);
        model.complete(REVIEW_TERMINATION, RESULT, "APPROVE").complete(SIGN_TERMINATION, RESULT, "RETURN");
        model.complete(REVISE_TERMINATION, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_terminationDecided");
        assertThat(model.ran()).isEmpty();
    }
}
