package io.mingjing.review.process;

import static io.mingjing.review.process.MediationProcess.*;
import static io.mingjing.review.process.ReviewProcess.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.mingjing.testing.ModelEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MediationProcessTest {

    static final ModelEngine MODEL = ModelEngine.of("bpmn/review/mediation.bpmn");

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);

    @RegisterExtension
    final ModelEngine model = MODEL;

    private static final String RESULT_OF = "mediationResult";

    @Test
    void aLetterSignedByAllIsSealedTakesEffectAndIsFollowedAndArchived() {
        ProcessInstance running = model.start(Map.of("pausing", "YES"));
        assertThat(model.openTasks()).containsExactly(APPROVE_PAUSE);
        model.complete(APPROVE_PAUSE);
        model.complete(RECORD_MEDIATION, RESULT_OF, "AGREED");
        approved();
        model.complete(COLLECT_SIGNATURE, "signatures", "OPEN");
        assertThat(running).isWaitingAt(COLLECT_SIGNATURE).hasNotPassed(ISSUE_MEDIATION_LETTER);
        model.complete(COLLECT_SIGNATURE, "signatures", "COMPLETE");
        assertThat(model.openTasks()).containsExactly(ISSUE_MEDIATION_LETTER);
        assertThat(model.ran()).isEmpty();
        model.complete(ISSUE_MEDIATION_LETTER);
        assertThat(model.ran()).containsExactly("concludeMediationTask");
        model.complete(SERVE_MEDIATION_LETTER).complete(FOLLOW_MEDIATION).complete(ARCHIVE_MEDIATION);
        assertThat(running)
                .isEnded()
                .hasPassed(CONCLUDE_MEDIATION, ENDED_MEDIATED)
                .hasNotPassed(END_MEDIATION);
    }

    @Test
    void backingOutLeadsToTheDecision() {
        ProcessInstance running = model.start(Map.of("pausing", "NO"));
        model.complete(RECORD_MEDIATION, RESULT_OF, "AGREED");
        approved();
        model.complete(COLLECT_SIGNATURE, "signatures", "BACKED_OUT");
        assertThat(running).isEnded().hasPassed(ENDED_MEDIATION_FAILED).hasNotPassed(APPROVE_PAUSE);
        assertThat(model.ran()).containsExactly("endMediationTask");
    }

    @Test
    void withoutAgreementTheReviewGoesOn() {
        ProcessInstance running = model.start(Map.of("pausing", "NO"));
        model.complete(RECORD_MEDIATION, RESULT_OF, "FAILED");
        assertThat(running).isEnded().hasPassed(ENDED_MEDIATION_FAILED).hasNotPassed(COLLECT_SIGNATURE);
    }

    @Test
    void aSettlementLeadsToTheWithdrawal() {
        ProcessInstance running = model.start(Map.of("pausing", "NO"));
        model.complete(RECORD_MEDIATION, RESULT_OF, "SETTLED");
        assertThat(running).isEnded().hasPassed(ENDED_MEDIATION_SETTLED);
        assertThat(model.ran()).containsExactly("settleMediationTask");
    }

    @Test
    void eachHeadMayReturnTheLetter() {
        ProcessInstance running = model.start(Map.of("pausing", "NO"));
        model.complete(RECORD_MEDIATION, RESULT_OF, "AGREED");
        model.complete(REVIEW_MEDIATION_LETTER, RESULT, "RETURN").complete(REVISE_MEDIATION_LETTER);
        model.complete(REVIEW_MEDIATION_LETTER, RESULT, "APPROVE").complete(SIGN_MEDIATION_LETTER, RESULT, "RETURN");
        assertThat(running).isWaitingAt(REVISE_MEDIATION_LETTER).hasNotPassed(COLLECT_SIGNATURE);
    }

    private void approved() {
        model.complete(REVIEW_MEDIATION_LETTER, RESULT, "APPROVE").complete(SIGN_MEDIATION_LETTER, RESULT, "APPROVE");
    }
}
