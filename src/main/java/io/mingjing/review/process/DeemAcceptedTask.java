package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 视为受理: the five working days passed in silence (行政复议法 art. 30.3). */
@Component
class DeemAcceptedTask implements JavaDelegate {

    private final Reviews reviews;
    private final CaseLimits limits;

    DeemAcceptedTask(Reviews reviews, CaseLimits limits) {
        this.reviews = reviews;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.deemAccepted(caseId, limits.lastDay(caseId, "AR-INTAKE"));
        execution.setVariable(ReviewProcess.ACCEPTANCE, "DEEMED");
    }
}
