package io.mingjing.review.process;

import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 不予受理结案: the refusal has been served. */
@Component
class CloseRefusedTask implements JavaDelegate {

    private final Reviews reviews;

    CloseRefusedTask(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.closeRefused(caseId);
    }
}
