package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录超期: the time for deciding lapsed (行政复议法 art. 62). */
@Component
class RecordOverdueTask implements JavaDelegate {

    private final Reviews reviews;
    private final CaseLimits limits;

    RecordOverdueTask(Reviews reviews, CaseLimits limits) {
        this.reviews = reviews;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.recordOverdue(caseId, ReviewLimits.lastDay(limits, caseId, ReviewLimits.DECIDE));
    }
}
