package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.RESULT;
import static io.mingjing.review.process.SuperiorCopyProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuperiorCopyProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/superior-copy.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theLetterIsApprovedIssuedAndServed() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_COPY, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(SIGN_COPY);
        model.complete(SIGN_COPY, RESULT, "APPROVE");
        model.complete(ISSUE_COPY);
        assertThat(model.openTasks()).containsExactly(SERVE_COPY);
        model.complete(SERVE_COPY);
        assertThat(running).isEnded().hasPassed(ENDED_COPY_SENT);
    }

    @Test
    void eachHeadMayReturnTheDraft() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_COPY, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_COPY);
        model.complete(REVISE_COPY);
        assertThat(model.openTasks()).containsExactly(REVIEW_COPY);
        model.complete(REVIEW_COPY, RESULT, "APPROVE").complete(SIGN_COPY, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_COPY);
        assertThat(running).hasNotPassed(ISSUE_COPY);
    }
}
