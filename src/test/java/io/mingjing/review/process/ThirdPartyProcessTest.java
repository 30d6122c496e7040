package io.mingjing.review.process;

import static io.mingjing.review.process.ThirdPartyProcess.APPROVE_THIRD_PARTY;
import static io.mingjing.review.process.ThirdPartyProcess.ENDED_DROPPED;
import static io.mingjing.review.process.ThirdPartyProcess.ENDED_JOINED;
import static io.mingjing.review.process.ThirdPartyProcess.ENDED_REFUSED;
import static io.mingjing.review.process.ThirdPartyProcess.ISSUE_NOTICE;
import static io.mingjing.review.process.ThirdPartyProcess.JOINING;
import static io.mingjing.review.process.ThirdPartyProcess.PROPOSAL;
import static io.mingjing.review.process.ThirdPartyProcess.REVISE_THIRD_PARTY;
import static io.mingjing.review.process.ThirdPartyProcess.SERVE_NOTICE;
import static io.mingjing.review.process.ThirdPartyProcess.TELL_THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThirdPartyProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/third-party.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aThirdPartyJoinsAndIsToldByNotice() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_THIRD_PARTY, JOINING, "JOIN")
                .complete(ISSUE_NOTICE)
                .complete(SERVE_NOTICE);
        assertThat(running).isEnded().hasPassed(ENDED_JOINED).hasNotPassed(TELL_THIRD_PARTY);
    }

    @Test
    void whoDoesNotJoinIsTold() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_THIRD_PARTY, JOINING, "REFUSE");
        assertThat(model.openTasks()).containsExactly(TELL_THIRD_PARTY);
        model.complete(TELL_THIRD_PARTY);
        assertThat(running).isEnded().hasPassed(ENDED_REFUSED).hasNotPassed(ISSUE_NOTICE);
    }

    @Test
    void whatComesBackIsRevisedOrDropped() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_THIRD_PARTY, JOINING, "RETURN").complete(REVISE_THIRD_PARTY, PROPOSAL, "CONTINUE");
        assertThat(model.openTasks()).containsExactly(APPROVE_THIRD_PARTY);
        model.complete(APPROVE_THIRD_PARTY, JOINING, "RETURN").complete(REVISE_THIRD_PARTY, PROPOSAL, "DROP");
        assertThat(running).isEnded().hasPassed(ENDED_DROPPED).hasNotPassed(ENDED_JOINED);
    }
}
