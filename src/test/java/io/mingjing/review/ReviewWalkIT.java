package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.casefile.CaseState;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The starter that the other tests stand on really walks the whole path. */
@IntegrationTest
class ReviewWalkIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void aCaseIsBroughtFromTheCounterToItsServedDecision() {
        ReviewCase review = ReviewCase.registered(context);
        assertThat(review.open()).containsExactly("userTask_reviewAcceptance");
        assertThat(review.to(Step.ACCEPTED).open()).containsExactly("userTask_issueAcceptance");
        assertThat(review.to(Step.COPIED).open()).contains("userTask_submitReply");
        assertThat(review.to(Step.HEARD).open()).contains("userTask_draftDecision");
        assertThat(review.to(Step.DECIDED).open()).containsExactly("userTask_serveDecision");
        assertThat(review.to(Step.SERVED).open()).containsExactly("userTask_followPerformance");
        assertThat(review.file().state()).isEqualTo(CaseState.CLOSED);
    }
}
