package io.mingjing.review.process;

import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 不予受理结案: the refusal has been served; the file goes to the archive. */
@Component
class CloseRefusedTask implements JavaDelegate {

    private final Reviews reviews;
    private final Archiving archiving;

    CloseRefusedTask(Reviews reviews, Archiving archiving) {
        this.reviews = reviews;
        this.archiving = archiving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.closeRefused(caseId);
        archiving.begin(caseId);
    }
}
