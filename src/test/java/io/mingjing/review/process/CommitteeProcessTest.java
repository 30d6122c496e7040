package io.mingjing.review.process;

import static io.mingjing.review.process.CommitteeProcess.APPROVE_CONSULTATION;
import static io.mingjing.review.process.CommitteeProcess.CONSULTING;
import static io.mingjing.review.process.CommitteeProcess.ENDED_GIVEN;
import static io.mingjing.review.process.CommitteeProcess.ENDED_REFUSED;
import static io.mingjing.review.process.CommitteeProcess.INVITE_MEMBERS;
import static io.mingjing.review.process.CommitteeProcess.OPINION_RESULT;
import static io.mingjing.review.process.CommitteeProcess.RECORD_OPINION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommitteeProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/committee.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void theCommitteeIsAskedAndAnswers() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_CONSULTATION, CONSULTING, "CONSULT")
                .complete(INVITE_MEMBERS)
                .complete(RECORD_OPINION, OPINION_RESULT, "GIVEN");
        assertThat(running).isEnded().hasPassed(ENDED_GIVEN);
    }

    @Test
    void theHeadMayDeclineToAskIt() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_CONSULTATION, CONSULTING, "REFUSE");
        assertThat(running).isEnded().hasPassed(ENDED_REFUSED).hasNotPassed(INVITE_MEMBERS);
    }

    @Test
    void membersAreInvitedAnewWhereTheConsultationIsPutOff() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_CONSULTATION, CONSULTING, "CONSULT")
                .complete(INVITE_MEMBERS)
                .complete(RECORD_OPINION, OPINION_RESULT, "POSTPONED");
        assertThat(model.openTasks()).containsExactly(INVITE_MEMBERS);
        assertThat(running).isActive().hasNotPassed(ENDED_GIVEN);
    }
}
