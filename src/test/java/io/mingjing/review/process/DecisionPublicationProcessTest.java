package io.mingjing.review.process;

import static io.mingjing.review.process.DecisionPublicationProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DecisionPublicationProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/decision-publication.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aCheckedTextIsPublished() {
        ProcessInstance running = model.start();
        assertThat(model.openTasks()).containsExactly(CHECK_PUBLICATION);
        model.complete(CHECK_PUBLICATION, RESULT, "APPROVE");
        assertThat(running).isEnded().hasPassed(PUBLISH_DECISION, ENDED_DECISION_PUBLISHED);
        assertThat(model.ran()).containsExactly("publishDecisionTask");
    }

    @Test
    void aReturnedTextIsCheckedAnew() {
        ProcessInstance running = model.start();
        model.complete(CHECK_PUBLICATION, RESULT, "RETURN").complete(REVISE_PUBLICATION);
        assertThat(running).isWaitingAt(CHECK_PUBLICATION).hasNotPassed(PUBLISH_DECISION);
    }
}
