package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录中止满六十日: termination must be decided on; nothing is terminated by time alone (行政复议法 art. 41, item 5). */
@Component
class RecordSuspensionLapsedTask implements JavaDelegate {

    private final Reviews reviews;
    private final CaseLimits limits;

    RecordSuspensionLapsedTask(Reviews reviews, CaseLimits limits) {
        this.reviews = reviews;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.recordSuspensionLapsed(caseId, limits.lastDay(caseId, "AR-SUSP60"));
    }
}
