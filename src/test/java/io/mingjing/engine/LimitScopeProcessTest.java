package io.mingjing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.testing.ModelEngine;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the application hears of tasks and limits while a process runs. */
class LimitScopeProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("engine-sample.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aTaskTellsItsPoolItsOrganAndTheLimitsAroundItInnermostFirst() {
        ProcessInstance running = model.start();

        assertThat(model.opened())
                .extracting(
                        TaskOpened::caseId,
                        TaskOpened::definitionKey,
                        TaskOpened::pool,
                        TaskOpened::organRelation,
                        TaskOpened::limitRules,
                        TaskOpened::name)
                .containsExactly(tuple(
                        running.getBusinessKey(),
                        "userTask_reply",
                        "ORGAN_CONTACT",
                        "RESPONDENT",
                        List.of("AR-REPLY-ORD", "AR-DECIDE-ORD"),
                        "答复"));
        assertThat(model.engine()
                        .getTaskService()
                        .getIdentityLinksForTask(model.opened().get(0).taskId()))
                .isEmpty();
    }

    @Test
    void aLimitIsEnteredByItsScopeAndLeftUnlapsedWhenTheWorkIsDone() {
        model.start();
        assertThat(model.limitsEntered())
                .extracting(LimitScope::rule, LimitScope::startFact, LimitScope::activityId)
                .containsExactly(
                        tuple("AR-DECIDE-ORD", "accepted", "subProcess_outer"),
                        tuple("AR-REPLY-ORD", "copyServed", "subProcess_inner"));

        model.complete("userTask_reply", Map.of());
        assertThat(model.limitsLeft()).containsExactly(new ModelEngine.Left("AR-REPLY-ORD", false));

        model.complete("userTask_decide", Map.of("result", "APPROVE"));
        assertThat(model.limitsLeft()).last().isEqualTo(new ModelEngine.Left("AR-DECIDE-ORD", false));
        assertThat(model.closed()).extracting(TaskClosed::completed).containsExactly(true, true);
    }

    @Test
    void itsOwnInterruptingTimerLeavesALimitLapsedAndCancelsTheTask() {
        ProcessInstance running = model.start();

        model.fire("event_replyLapsed");

        assertThat(running).isWaitingAt("userTask_decide").hasPassed("serviceTask_recordNoReply");
        assertThat(model.limitsLeft()).containsExactly(new ModelEngine.Left("AR-REPLY-ORD", true));
        assertThat(model.closed()).extracting(TaskClosed::completed).containsExactly(false);
        assertThat(model.ran()).containsExactly("recordNoReplyTask");
    }

    @Test
    void aTimerThatDoesNotInterruptLeavesNothing() {
        ProcessInstance running = model.start();

        model.fire("event_overdue");

        assertThat(running).isWaitingAt("userTask_reply").hasPassed("endEvent_overdue");
        assertThat(model.limitsLeft()).isEmpty();
    }

    @Test
    void aScopeEnteredAgainIsAnotherScope() {
        model.start();
        model.complete("userTask_reply", Map.of());
        model.complete("userTask_decide", Map.of("result", "RETURN"));

        assertThat(model.limitsEntered())
                .extracting(LimitScope::rule)
                .filteredOn("AR-REPLY-ORD"::equals)
                .hasSize(2);
    }
}
