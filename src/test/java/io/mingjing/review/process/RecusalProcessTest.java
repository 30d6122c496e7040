package io.mingjing.review.process;

import static io.mingjing.review.process.RecusalProcess.ANSWER;
import static io.mingjing.review.process.RecusalProcess.APPROVE_ANSWER;
import static io.mingjing.review.process.RecusalProcess.DECIDER;
import static io.mingjing.review.process.RecusalProcess.DECIDE_HEAD_RECUSAL;
import static io.mingjing.review.process.RecusalProcess.DECIDE_RECUSAL;
import static io.mingjing.review.process.RecusalProcess.DRAFT_ANSWER;
import static io.mingjing.review.process.RecusalProcess.ENDED_ANSWERED;
import static io.mingjing.review.process.RecusalProcess.ENDED_DECIDED;
import static io.mingjing.review.process.RecusalProcess.ISSUE_ANSWER;
import static io.mingjing.review.process.RecusalProcess.SERVE_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecusalProcessTest {

    private static final String RESULT = "result";

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/recusal.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aPartyGetsAWrittenAnswerThatMayBeReturnedOnce() {
        ProcessInstance running = model.start(Map.of(DECIDER, "UNIT_HEAD", ANSWER, "LETTER"));
        model.complete(DECIDE_RECUSAL).complete(DRAFT_ANSWER).complete(APPROVE_ANSWER, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(DRAFT_ANSWER);
        model.complete(DRAFT_ANSWER)
                .complete(APPROVE_ANSWER, RESULT, "APPROVE")
                .complete(ISSUE_ANSWER)
                .complete(SERVE_ANSWER);
        assertThat(running).isEnded().hasPassed(ENDED_ANSWERED).hasNotPassed(DECIDE_HEAD_RECUSAL);
    }

    @Test
    void theHeadOfTheOrganDecidesOnTheHeadOfTheUnit() {
        ProcessInstance running = model.start(Map.of(DECIDER, "ORGAN_HEAD", ANSWER, "NONE"));
        assertThat(model.openTasks()).containsExactly(DECIDE_HEAD_RECUSAL);
        model.complete(DECIDE_HEAD_RECUSAL);
        assertThat(running).isEnded().hasPassed(ENDED_DECIDED).hasNotPassed(DRAFT_ANSWER);
    }
}
