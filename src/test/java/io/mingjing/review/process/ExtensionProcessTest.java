package io.mingjing.review.process;

import static io.mingjing.review.process.ExtensionProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExtensionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/extension.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start();
        model.complete(APPROVE_EXTENSION, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_EXTENSION);
        model.complete(ISSUE_EXTENSION);
        assertThat(model.openTasks()).containsExactly(SERVE_EXTENSION);
        model.complete(SERVE_EXTENSION);
        assertThat(turn).isEnded().hasPassed("endEvent_extensionNotified").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly();
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start();
        model.complete(APPROVE_EXTENSION, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_EXTENSION);
        model.complete(REVISE_EXTENSION, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(APPROVE_EXTENSION);
        model.complete(APPROVE_EXTENSION, RESULT, "RETURN");
        model.complete(REVISE_EXTENSION, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_extensionNotified");
        assertThat(model.ran()).isEmpty();
    }
}
