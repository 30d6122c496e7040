package io.mingjing.review.process;

import static io.mingjing.review.process.DismissalProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DismissalProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/dismissal.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_DISMISSAL, RESULT, "APPROVE").complete(SIGN_DISMISSAL, RESULT, "APPROVE");
        assertThat(turn).isEnded().hasPassed("endEvent_dismissalDecided").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly("endByDismissalTask");
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_DISMISSAL, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_DISMISSAL);
        model.complete(REVISE_DISMISSAL, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(REVIEW_DISMISSAL);
        model.complete(REVIEW_DISMISSAL, RESULT, "APPROVE").complete(SIGN_DISMISSAL, RESULT, "RETURN");
        model.complete(REVISE_DISMISSAL, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_dismissalDecided");
        assertThat(model.ran()).isEmpty();
    }
}
