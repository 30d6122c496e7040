package io.mingjing.review.process;

import static io.mingjing.review.process.IncidentalDocumentReviewProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import io.mingjing.testing.ModelEngine.Left;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IncidentalDocumentReviewProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/incidental-document-review.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void aRequestThatIsNotAdmittedEndsThere() {
        ProcessInstance running = model.start(Map.of(ADMISSION, "REFUSE"));
        assertThat(running).isEnded().hasPassed("endEvent_requestRefused");
        assertThat(model.rulesEntered()).isEmpty();
    }

    @Test
    void nothingRunsBeforeTheSuspensionAndAnOwnDocumentIsAskedAboutAndExamined() {
        ProcessInstance running = begun("OWN");
        assertThat(model.rulesEntered()).containsExactly("AR-INC-OWN", "AR-INC-ASK");
        model.complete(DRAFT_ANSWER_NOTICE).complete(APPROVE_ANSWER_NOTICE, RESULT, "RETURN");
        model.complete(DRAFT_ANSWER_NOTICE).complete(APPROVE_ANSWER_NOTICE, RESULT, "APPROVE");
        model.complete(SIGN_ANSWER_NOTICE, RESULT, "RETURN").complete(DRAFT_ANSWER_NOTICE);
        model.complete(APPROVE_ANSWER_NOTICE, RESULT, "APPROVE").complete(SIGN_ANSWER_NOTICE, RESULT, "APPROVE");
        model.complete(ISSUE_ANSWER_NOTICE);
        assertThat(model.limitsLeft()).containsExactly(new Left("AR-INC-ASK", false));
        model.complete(SERVE_ANSWER_NOTICE);
        assertThat(model.rulesEntered()).endsWith("AR-INC-ANSWER");
        model.complete(RECORD_MAKER_ANSWER);
        model.complete(EXAMINE_DOCUMENT).complete(APPROVE_DOCUMENT_RESULT, RESULT, "RETURN");
        model.complete(EXAMINE_DOCUMENT).complete(APPROVE_DOCUMENT_RESULT, RESULT, "APPROVE");
        model.complete(SIGN_DOCUMENT_RESULT, RESULT, "RETURN").complete(EXAMINE_DOCUMENT);
        model.complete(APPROVE_DOCUMENT_RESULT, RESULT, "APPROVE").complete(SIGN_DOCUMENT_RESULT, RESULT, "APPROVE");
        model.complete(ISSUE_DOCUMENT_RESULT);
        assertThat(model.limitsLeft()).contains(new Left("AR-INC-ANSWER", false), new Left("AR-INC-OWN", false));
        model.complete(SERVE_DOCUMENT_RESULT);
        assertThat(running).isEnded().hasPassed("endEvent_documentReviewed");
        assertThat(model.ran()).isEmpty();
    }

    @Test
    void aSilentMakerDoesNotStopTheReviewAndLateStepsAreRecorded() {
        ProcessInstance running = begun("OWN");
        model.fire(ASKING_LATE);
        model.complete(DRAFT_ANSWER_NOTICE).complete(APPROVE_ANSWER_NOTICE, RESULT, "APPROVE");
        model.complete(SIGN_ANSWER_NOTICE, RESULT, "APPROVE").complete(ISSUE_ANSWER_NOTICE);
        model.complete(SERVE_ANSWER_NOTICE);
        model.fire(MAKER_ANSWER_LAPSED);
        assertThat(model.openTasks()).containsExactly(EXAMINE_DOCUMENT);
        model.fire(EXAMINATION_OVERDUE);
        assertThat(running)
                .isWaitingAt(EXAMINE_DOCUMENT)
                .hasPassed(RECORD_ASKING_LATE, RECORD_NO_MAKER_ANSWER, RECORD_EXAMINATION_OVERDUE);
        assertThat(model.ran())
                .containsExactly("recordAskingLateTask", "recordNoMakerAnswerTask", "recordExaminationOverdueTask");
    }

    @Test
    void whatIsNotOursIsTransferredAndTheOpinionAwaited() {
        ProcessInstance running = begun("TRANSFER");
        assertThat(model.rulesEntered()).containsExactly("AR-INC-TRANSFER");
        model.complete(DRAFT_DOCUMENT_TRANSFER).complete(APPROVE_DOCUMENT_TRANSFER, RESULT, "RETURN");
        model.fire(TRANSFER_OVERDUE);
        model.complete(DRAFT_DOCUMENT_TRANSFER).complete(APPROVE_DOCUMENT_TRANSFER, RESULT, "APPROVE");
        model.complete(SIGN_DOCUMENT_TRANSFER, RESULT, "RETURN").complete(DRAFT_DOCUMENT_TRANSFER);
        model.complete(APPROVE_DOCUMENT_TRANSFER, RESULT, "APPROVE");
        model.complete(SIGN_DOCUMENT_TRANSFER, RESULT, "APPROVE").complete(ISSUE_DOCUMENT_TRANSFER);
        model.complete(SERVE_DOCUMENT_TRANSFER);
        assertThat(model.rulesEntered()).endsWith("AR-INC-OPINION");
        model.fire(DOCUMENT_OPINION_OVERDUE);
        assertThat(running).isWaitingAt(RECORD_DOCUMENT_OPINION);
        model.complete(RECORD_DOCUMENT_OPINION);
        assertThat(running)
                .isEnded()
                .hasPassed(RECORD_TRANSFER_OVERDUE, RECORD_DOCUMENT_OPINION_OVERDUE, "endEvent_documentReviewed");
    }

    private ProcessInstance begun(String competence) {
        ProcessInstance running = model.start(Map.of(ADMISSION, "ADMIT", COMPETENCE, competence));
        assertThat(model.rulesEntered()).isEmpty();
        model.send(DOCUMENT_REVIEW_SUSPENDED);
        return running;
    }
}
