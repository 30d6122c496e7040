package io.mingjing.review.process;

import static io.mingjing.review.process.ComplianceInterviewProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComplianceInterviewProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/compliance-interview.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theLetterIsApprovedIssuedAndServed() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_INTERVIEW, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(SIGN_INTERVIEW);
        model.complete(SIGN_INTERVIEW, RESULT, "APPROVE");
        model.complete(ISSUE_INTERVIEW);
        assertThat(model.openTasks()).containsExactly(SERVE_INTERVIEW);
        model.complete(SERVE_INTERVIEW);
        assertThat(model.openTasks()).containsExactly(RECORD_INTERVIEW);
        model.complete(RECORD_INTERVIEW);
        assertThat(running).isEnded().hasPassed(ENDED_INTERVIEW_HELD);
    }

    @Test
    void eachHeadMayReturnTheDraft() {
        ProcessInstance running = model.start();
        model.complete(REVIEW_INTERVIEW, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_INTERVIEW);
        model.complete(REVISE_INTERVIEW);
        assertThat(model.openTasks()).containsExactly(REVIEW_INTERVIEW);
        model.complete(REVIEW_INTERVIEW, RESULT, "APPROVE").complete(SIGN_INTERVIEW, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_INTERVIEW);
        assertThat(running).hasNotPassed(ISSUE_INTERVIEW);
    }
}
