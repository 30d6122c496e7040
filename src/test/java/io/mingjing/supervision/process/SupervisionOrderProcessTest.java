package io.mingjing.supervision.process;

import static io.mingjing.supervision.process.SupervisionOrderProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import io.mingjing.testing.ModelEngine.Left;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SupervisionOrderProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/supervision/supervision-order.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void anOrderRunsFromItsDraftToItsClosing() {
        ProcessInstance order = model.start();
        assertThat(model.openTasks()).containsExactly(DRAFT_ORDER);
        model.complete(DRAFT_ORDER);
        assertThat(model.openTasks()).containsExactly(APPROVE_ORDER);
        model.complete(APPROVE_ORDER, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(ISSUE_ORDER);
        model.complete(ISSUE_ORDER);
        assertThat(model.openTasks()).containsExactly(SERVE_ORDER);
        assertThat(model.rulesEntered()).isEmpty();
        model.complete(SERVE_ORDER);
        assertThat(model.openTasks()).containsExactly(SIGN_ORDER);
        assertThat(model.rulesEntered()).containsExactly("SO-REPLY");
        model.complete(SIGN_ORDER);
        assertThat(model.openTasks()).containsExactly(REPLY_ORDER);
        model.complete(REPLY_ORDER);
        assertThat(model.openTasks()).containsExactly(REVIEW_REPLY);
        model.complete(REVIEW_REPLY, REVIEW, "PASS");
        assertThat(order).isEnded().hasPassed(CLOSED).hasNotPassed(ESCALATE_OVERDUE);
        assertThat(model.ran()).containsExactly("closeOrderTask");
    }

    @Test
    void theUnitHeadMayReturnADraft() {
        ProcessInstance order = model.start();
        model.complete(DRAFT_ORDER).complete(APPROVE_ORDER, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(DRAFT_ORDER);
        assertThat(order).hasNotPassed(ISSUE_ORDER);
    }

    @Test
    void anOverdueReplyIsUrgedAndStillAwaited() {
        ProcessInstance order = model.start();
        serve();
        model.fire(REPLY_OVERDUE);
        assertThat(model.openTasks()).containsExactly(SIGN_ORDER);
        assertThat(order).hasPassed(ESCALATE_OVERDUE, OVERDUE_ESCALATED);
        assertThat(model.ran()).containsExactly("escalateOverdueTask");
        assertThat(model.limitsLeft()).isEmpty();
        model.complete(SIGN_ORDER).complete(REPLY_ORDER);
        assertThat(model.openTasks()).containsExactly(REVIEW_REPLY);
    }

    @Test
    void anOverdueReplyOfASignedOrderIsUrgedToo() {
        ProcessInstance order = model.start();
        serve();
        model.complete(SIGN_ORDER).fire(REPLY_OVERDUE);
        assertThat(model.openTasks()).containsExactly(REPLY_ORDER);
        assertThat(order).hasPassed(ESCALATE_OVERDUE);
    }

    @Test
    void aReplyThatDoesNotPassIsAwaitedAgainUnderANewLimit() {
        ProcessInstance order = model.start();
        serve();
        model.complete(SIGN_ORDER).complete(REPLY_ORDER).complete(REVIEW_REPLY, REVIEW, "RETURN");
        assertThat(model.openTasks()).containsExactly(SIGN_ORDER);
        assertThat(order).hasNotPassed(CLOSE_ORDER);
        assertThat(model.rulesEntered()).containsExactly("SO-REPLY", "SO-REPLY");
        assertThat(model.limitsLeft()).containsExactly(new Left("SO-REPLY", false));
        model.complete(SIGN_ORDER).complete(REPLY_ORDER).complete(REVIEW_REPLY, REVIEW, "PASS");
        assertThat(order).isEnded();
    }

    private void serve() {
        model.complete(DRAFT_ORDER)
                .complete(APPROVE_ORDER, RESULT, "APPROVE")
                .complete(ISSUE_ORDER)
                .complete(SERVE_ORDER);
    }
}
