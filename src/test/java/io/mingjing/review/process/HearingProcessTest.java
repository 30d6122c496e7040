package io.mingjing.review.process;

import static io.mingjing.review.process.HearingProcess.APPROVE_HEARING;
import static io.mingjing.review.process.HearingProcess.APPROVE_HEARING_NOTICE;
import static io.mingjing.review.process.HearingProcess.ARRANGE_HEARING;
import static io.mingjing.review.process.HearingProcess.ENDED_HELD;
import static io.mingjing.review.process.HearingProcess.ENDED_REFUSED;
import static io.mingjing.review.process.HearingProcess.ENDED_WAIVED;
import static io.mingjing.review.process.HearingProcess.HEARING_RESULT;
import static io.mingjing.review.process.HearingProcess.HOLDING;
import static io.mingjing.review.process.HearingProcess.HOLD_HEARING;
import static io.mingjing.review.process.HearingProcess.ISSUE_HEARING_NOTICE;
import static io.mingjing.review.process.HearingProcess.NOTICE_TIMING;
import static io.mingjing.review.process.HearingProcess.SERVE_HEARING_NOTICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HearingProcessTest {

    private static final String RESULT = "result";

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/hearing.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aHearingIsApprovedToldInTimeAndHeld() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_HEARING, HOLDING, "HOLD");
        told("IN_TIME");
        model.complete(HOLD_HEARING, HEARING_RESULT, "HELD");
        assertThat(running).isEnded().hasPassed(ENDED_HELD);
    }

    @Test
    void theHeadMayDeclineAHearing() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_HEARING, HOLDING, "REFUSE");
        assertThat(running).isEnded().hasPassed(ENDED_REFUSED).hasNotPassed(ARRANGE_HEARING);
    }

    @Test
    void aReturnedNoticeIsArrangedAnew() {
        model.start();
        model.complete(APPROVE_HEARING, HOLDING, "HOLD")
                .complete(ARRANGE_HEARING)
                .complete(APPROVE_HEARING_NOTICE, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(ARRANGE_HEARING);
    }

    @Test
    void aHearingWhoseNoticeCameTooLateMoves() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_HEARING, HOLDING, "HOLD");
        told("TOO_LATE");
        assertThat(model.openTasks()).containsExactly(ARRANGE_HEARING);
        assertThat(running).isActive().hasNotPassed(HOLD_HEARING);
    }

    @Test
    void aPostponedHearingIsToldAnewAndAnAbsentApplicantWaivesIt() {
        ProcessInstance running = model.start();
        model.complete(APPROVE_HEARING, HOLDING, "HOLD");
        told("IN_TIME");
        model.complete(HOLD_HEARING, HEARING_RESULT, "POSTPONED");
        told("IN_TIME");
        model.complete(HOLD_HEARING, HEARING_RESULT, "WAIVED");
        assertThat(running).isEnded().hasPassed(ENDED_WAIVED).hasNotPassed(ENDED_HELD);
    }

    private void told(String timing) {
        model.complete(ARRANGE_HEARING)
                .complete(APPROVE_HEARING_NOTICE, RESULT, "APPROVE")
                .complete(ISSUE_HEARING_NOTICE)
                .complete(SERVE_HEARING_NOTICE, NOTICE_TIMING, timing);
    }
}
