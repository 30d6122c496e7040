package io.mingjing.review.process;

import static io.mingjing.review.process.EarlyWithdrawalProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EarlyWithdrawalProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/early-withdrawal.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void whatTheUnitAllowsClosesTheCase() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_EARLY_WITHDRAWAL, RESULT, "APPROVE");
        assertThat(running).isEnded().hasPassed(END_BY_EARLY_WITHDRAWAL, "endEvent_withdrawnEarly");
        assertThat(model.ran()).containsExactly("endByEarlyWithdrawalTask");
    }

    @Test
    void whatTheUnitDoesNotAllowLeavesTheCaseAsItIs() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_EARLY_WITHDRAWAL, RESULT, "RETURN");
        assertThat(running).isEnded().hasPassed("endEvent_earlyWithdrawalRefused");
        assertThat(model.ran()).isEmpty();
    }
}
