package io.mingjing.review.process;

import static io.mingjing.review.process.ExclusionProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExclusionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/exclusion.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start();
        model.complete(APPROVE_EXCLUSION, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(END_EXCLUSION);
        model.complete(END_EXCLUSION);
        assertThat(turn).isEnded().hasPassed("endEvent_exclusionOver").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly();
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start();
        model.complete(APPROVE_EXCLUSION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_EXCLUSION);
        model.complete(REVISE_EXCLUSION, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(APPROVE_EXCLUSION);
        model.complete(APPROVE_EXCLUSION, RESULT, "RETURN");
        model.complete(REVISE_EXCLUSION, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_exclusionOver");
        assertThat(model.ran()).isEmpty();
    }
}
