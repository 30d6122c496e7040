package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.RESULT;
import static io.mingjing.review.process.SuitAfterReviewProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuitAfterReviewProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/suit-after-review.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aSuitWaitsForItsResult() {
        ProcessInstance running = model.start();
        assertThat(model.openTasks()).containsExactly(RECORD_SUIT_RESULT);
        model.complete(RECORD_SUIT_RESULT, RESULT, "NONE");
        assertThat(running).isEnded().hasPassed(ENDED_SUIT_OVER);
    }
}
