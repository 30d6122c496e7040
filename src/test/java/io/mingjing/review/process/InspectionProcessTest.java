package io.mingjing.review.process;

import static io.mingjing.review.process.InspectionProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InspectionProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/inspection.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void anInspectionIsToldHeldAndRecorded() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_INSPECTION, RESULT, "APPROVE", GROUND, "SITE")
                .complete(ISSUE_NOTICE)
                .complete(SERVE_NOTICE)
                .complete(RECORD_INSPECTION);
        assertThat(running).isEnded().hasPassed(ENDED_INSPECTED).hasNotPassed(ISSUE_ENTRUSTMENT);
    }

    @Test
    void anAppraisalIsEntrustedAndItsOpinionRecorded() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_INSPECTION, RESULT, "APPROVE", GROUND, "APPRAISAL")
                .complete(ISSUE_ENTRUSTMENT)
                .complete(SERVE_ENTRUSTMENT);
        assertThat(model.openTasks()).containsExactly(RECORD_APPRAISAL);
        model.complete(RECORD_APPRAISAL);
        assertThat(running).isEnded().hasPassed(ENDED_APPRAISED).hasNotPassed(ISSUE_NOTICE);
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_INSPECTION, RESULT, "RETURN").complete(REVISE_INSPECTION, PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(APPROVE_INSPECTION);
        model.complete(APPROVE_INSPECTION, RESULT, "RETURN").complete(REVISE_INSPECTION, PROPOSAL, "DROP");
        assertThat(running).isEnded().hasPassed(ENDED_DROPPED).hasNotPassed(ISSUE_NOTICE);
    }
}
