package io.mingjing.review.process;

import static io.mingjing.review.process.ProcedureConversionProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProcedureConversionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/procedure-conversion.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start();
        model.complete(APPROVE_CONVERSION, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_CONVERSION);
        model.complete(ISSUE_CONVERSION);
        assertThat(model.openTasks()).containsExactly(SERVE_CONVERSION);
        model.complete(SERVE_CONVERSION);
        assertThat(turn).isEnded().hasPassed("endEvent_conversionNotified").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly();
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start();
        model.complete(APPROVE_CONVERSION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_CONVERSION);
        model.complete(REVISE_CONVERSION, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(APPROVE_CONVERSION);
        model.complete(APPROVE_CONVERSION, RESULT, "RETURN");
        model.complete(REVISE_CONVERSION, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_conversionNotified");
        assertThat(model.ran()).isEmpty();
    }
}
