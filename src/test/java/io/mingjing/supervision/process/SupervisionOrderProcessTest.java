package io.mingjing.supervision.process;

import static io.mingjing.supervision.process.SupervisionOrderProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.models.ModelEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = "bpmn/supervision/supervision-order.bpmn")
class SupervisionOrderProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension EXTENSION = ModelEngine.walkingEverything(PROCESS);

    @RegisterExtension
    final ModelEngine engine = ModelEngine.of(EXTENSION, PROCESS, "escalateOverdueTask", "closeOrderTask");

    @Test
    void anOrderRunsFromItsDraftToItsClosing() {
        assertThat(engine.openTasks()).containsExactly(DRAFT_ORDER);
        engine.complete(DRAFT_ORDER);
        assertThat(engine.openTasks()).containsExactly(APPROVE_ORDER);
        engine.complete(APPROVE_ORDER, RESULT, "APPROVE");
        assertThat(engine.openTasks()).containsExactly(ISSUE_ORDER);
        engine.complete(ISSUE_ORDER);
        assertThat(engine.openTasks()).containsExactly(SERVE_ORDER);
        assertThat(engine.limitsAsked()).isEmpty();
        engine.complete(SERVE_ORDER);
        assertThat(engine.openTasks()).containsExactly(SIGN_ORDER);
        assertThat(engine.limitsAsked()).containsExactly(AWAIT_REPLY);
        engine.complete(SIGN_ORDER);
        assertThat(engine.openTasks()).containsExactly(REPLY_ORDER);
        engine.complete(REPLY_ORDER);
        assertThat(engine.openTasks()).containsExactly(REVIEW_REPLY);
        engine.complete(REVIEW_REPLY, REVIEW, "PASS");
        assertThat(engine.instance()).isEnded().hasPassed(CLOSED).hasNotPassed(ESCALATE_OVERDUE);
        assertThat(engine.ran()).containsExactly("closeOrderTask");
    }

    @Test
    void theUnitHeadMayReturnADraft() {
        engine.complete(DRAFT_ORDER).complete(APPROVE_ORDER, RESULT, "RETURN");
        assertThat(engine.openTasks()).containsExactly(DRAFT_ORDER);
        assertThat(engine.instance()).hasNotPassed(ISSUE_ORDER);
    }

    @Test
    void anOverdueReplyIsUrgedAndStillAwaited() {
        serve();
        engine.lapse(REPLY_OVERDUE);
        assertThat(engine.openTasks()).containsExactly(SIGN_ORDER);
        assertThat(engine.instance()).hasPassed(ESCALATE_OVERDUE, OVERDUE_ESCALATED);
        assertThat(engine.ran()).containsExactly("escalateOverdueTask");
        engine.complete(SIGN_ORDER).complete(REPLY_ORDER);
        assertThat(engine.openTasks()).containsExactly(REVIEW_REPLY);
    }

    @Test
    void anOverdueReplyOfASignedOrderIsUrgedToo() {
        serve();
        engine.complete(SIGN_ORDER).lapse(REPLY_OVERDUE);
        assertThat(engine.openTasks()).containsExactly(REPLY_ORDER);
        assertThat(engine.instance()).hasPassed(ESCALATE_OVERDUE);
    }

    @Test
    void aReplyThatDoesNotPassIsAwaitedAgainUnderANewLimit() {
        serve();
        engine.complete(SIGN_ORDER).complete(REPLY_ORDER).complete(REVIEW_REPLY, REVIEW, "RETURN");
        assertThat(engine.openTasks()).containsExactly(SIGN_ORDER);
        assertThat(engine.instance()).hasNotPassed(CLOSE_ORDER);
        assertThat(engine.limitsAsked()).containsExactly(AWAIT_REPLY, AWAIT_REPLY);
        engine.complete(SIGN_ORDER).complete(REPLY_ORDER).complete(REVIEW_REPLY, REVIEW, "PASS");
        assertThat(engine.instance()).isEnded();
    }

    private void serve() {
        engine.complete(DRAFT_ORDER)
                .complete(APPROVE_ORDER, RESULT, "APPROVE")
                .complete(ISSUE_ORDER)
                .complete(SERVE_ORDER);
    }
}
