package io.mingjing.review.process;

import static io.mingjing.review.process.ReviewProcess.RESULT;
import static io.mingjing.review.process.WithdrawalProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WithdrawalProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/withdrawal.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aProposalIsApprovedAndOrdered() {
        ProcessInstance turn = model.start(Map.of("asked", "RECORDED"));
        model.complete(REVIEW_WITHDRAWAL, RESULT, "APPROVE").complete(SIGN_WITHDRAWAL, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_PERMISSION);
        model.complete(ISSUE_PERMISSION);
        assertThat(model.openTasks()).containsExactly(SERVE_PERMISSION);
        model.complete(SERVE_PERMISSION);
        assertThat(turn).isEnded().hasPassed("endEvent_withdrawn").hasNotPassed("endEvent_dropped");
        assertThat(model.ran()).containsExactly("endByWithdrawalTask");
    }

    @Test
    void aRequestSentOnlineIsLookedIntoByTheOfficerFirst() {
        ProcessInstance turn = model.start(Map.of("asked", "ONLINE"));
        assertThat(model.openTasks()).containsExactly(REVISE_WITHDRAWAL);
        model.complete(REVISE_WITHDRAWAL, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(REVIEW_WITHDRAWAL);
        assertThat(turn).isActive().hasPassed("gateway_howAsked");
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance turn = model.start(Map.of("asked", "RECORDED"));
        model.complete(REVIEW_WITHDRAWAL, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_WITHDRAWAL);
        model.complete(REVISE_WITHDRAWAL, SideProcedure.PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(REVIEW_WITHDRAWAL);
        model.complete(REVIEW_WITHDRAWAL, RESULT, "APPROVE").complete(SIGN_WITHDRAWAL, RESULT, "RETURN");
        model.complete(REVISE_WITHDRAWAL, SideProcedure.PROPOSAL, "DROP");
        assertThat(turn).isEnded().hasPassed("endEvent_dropped").hasNotPassed("endEvent_withdrawn");
        assertThat(model.ran()).isEmpty();
    }
}
