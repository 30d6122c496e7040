package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 视为放弃申请: no correction within the limit (行政复议法 art. 31.2). */
@Component
class DeemGivenUpTask implements JavaDelegate {

    private final Reviews reviews;
    private final CaseLimits limits;

    DeemGivenUpTask(Reviews reviews, CaseLimits limits) {
        this.reviews = reviews;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.deemGivenUp(caseId, limits.lastDay(caseId, "AR-FIX"));
    }
}
