package io.mingjing.review.process;

import static io.mingjing.review.process.ResumptionProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResumptionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/resumption.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_RESUMPTION, RESULT, "APPROVE").complete(SIGN_RESUMPTION, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_RESUMPTION);
        model.complete(ISSUE_RESUMPTION);
        assertThat(model.openTasks()).containsExactly(SERVE_RESUMPTION);
        model.complete(SERVE_RESUMPTION);
        assertThat(turn).isEnded().hasPassed("endEvent_resumptionNotified").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly();
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start();
        model.complete(REVIEW_RESUMPTION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_RESUMPTION);
        model.complete(REVISE_RESUMPTION, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(REVIEW_RESUMPTION);
        model.complete(REVIEW_RESUMPTION, RESULT, "APPROVE").complete(SIGN_RESUMPTION, RESULT, "RETURN");
        model.complete(REVISE_RESUMPTION, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_resumptionNotified");
        assertThat(model.ran()).isEmpty();
    }
}
