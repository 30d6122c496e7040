package io.mingjing.review.process;

import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 驳回申请结案: the dismissal has been served on everybody. */
@Component
class CloseDismissedTask implements JavaDelegate {

    private final Reviews reviews;

    CloseDismissedTask(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.closeDismissed(caseId);
    }
}
