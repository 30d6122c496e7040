package io.mingjing.review.process;

import static io.mingjing.review.process.ElevationProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ElevationProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/elevation.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void whatTheSuperiorDecidedIsHandedOverWithinItsLimit() {
        ProcessInstance elevation = model.start(Map.of(WAY, "ORDERED"));
        assertThat(model.rulesEntered()).containsExactly("AR-ELEVATE-HANDOVER");
        model.complete(DRAFT_ELEVATION).complete(APPROVE_ELEVATION, RESULT, "RETURN");
        model.complete(DRAFT_ELEVATION).complete(APPROVE_ELEVATION, RESULT, "APPROVE");
        assertThat(model.limitsLeft()).isEmpty();
        model.complete(HAND_OVER);
        assertThat(model.limitsLeft()).containsExactly(new ModelEngine.Left("AR-ELEVATE-HANDOVER", false));
        model.complete(SERVE_ELEVATION).complete(RECORD_SUPERIOR_RECEIPT);
        assertThat(elevation).isEnded().hasPassed("endEvent_elevated");
        assertThat(model.ran()).containsExactly("moveCaseTask");
    }

    @Test
    void theSuperiorIsAskedWithTheAgreementOfTheUnitAndMayTakeTheCase() {
        model.start(Map.of(WAY, "REPORTED"));
        model.complete(APPROVE_REPORT, RESULT, "APPROVE");
        assertThat(model.openTasks()).containsExactly(RECORD_REPLY);
        model.complete(RECORD_REPLY, REPLY, "ELEVATED");
        assertThat(model.openTasks()).containsExactly(DRAFT_ELEVATION);
    }

    @Test
    void theSuperiorMayLeaveTheCaseWhereItIs() {
        ProcessInstance elevation = model.start(Map.of(WAY, "REPORTED"));
        model.complete(APPROVE_REPORT, RESULT, "APPROVE").complete(RECORD_REPLY, REPLY, "KEPT");
        assertThat(elevation).isEnded().hasPassed("endEvent_kept");
    }

    @Test
    void withoutTheAgreementOfTheUnitNobodyIsAsked() {
        ProcessInstance elevation = model.start(Map.of(WAY, "REPORTED"));
        model.complete(APPROVE_REPORT, RESULT, "RETURN");
        assertThat(elevation).isEnded().hasPassed("endEvent_notReported");
    }
}
