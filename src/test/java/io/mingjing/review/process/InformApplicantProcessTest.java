package io.mingjing.review.process;

import static io.mingjing.review.process.InformApplicantProcess.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InformApplicantProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/inform-applicant.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    @Test
    void anApplicantToldOfAWrongRespondentAnswers() {
        ProcessInstance informing = model.start(Map.of(INFORMING, "WRONG_RESPONDENT"));
        model.complete(APPROVE_INFORMING, RESULT, "APPROVE")
                .complete(ISSUE_INFORMING)
                .complete(SERVE_INFORMING);
        assertThat(model.openTasks()).containsExactly(RECORD_RESPONDENT_ANSWER);
        model.complete(RECORD_RESPONDENT_ANSWER);
        assertThat(informing).isEnded().hasPassed(RESPONDENT_ANSWERED);
        assertThat(model.ran()).isEmpty();
    }

    @Test
    void aRepetitionIsToldAndNoted() {
        ProcessInstance informing = model.start(Map.of(INFORMING, "REPEAT"));
        model.complete(APPROVE_INFORMING, RESULT, "APPROVE").complete(ISSUE_INFORMING);
        assertThat(model.ran()).isEmpty();
        model.complete(SERVE_INFORMING);
        assertThat(informing).isEnded().hasPassed(REPETITION_NOTED);
        assertThat(model.ran()).containsExactly("closeRepeatedTask");
    }

    @Test
    void theUnitHeadMayReturnTheLetter() {
        model.start(Map.of(INFORMING, "REPEAT"));
        model.complete(APPROVE_INFORMING, RESULT, "RETURN");
        assertThat(model.openTasks()).containsExactly(REVISE_INFORMING);
        model.complete(REVISE_INFORMING);
        assertThat(model.openTasks()).containsExactly(APPROVE_INFORMING);
    }
}
