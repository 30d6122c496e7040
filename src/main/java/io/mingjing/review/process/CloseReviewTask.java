package io.mingjing.review.process;

import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 结案: the decision has been served on everybody. */
@Component
class CloseReviewTask implements JavaDelegate {

    private final Reviews reviews;

    CloseReviewTask(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.close(caseId);
    }
}
