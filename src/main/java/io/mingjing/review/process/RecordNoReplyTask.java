package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录未按期答复: the respondent kept silent (行政复议法 art. 48, 70). */
@Component
class RecordNoReplyTask implements JavaDelegate {

    private final Reviews reviews;
    private final CaseLimits limits;

    RecordNoReplyTask(Reviews reviews, CaseLimits limits) {
        this.reviews = reviews;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.recordNoReply(caseId, ReviewLimits.lastDay(limits, caseId, ReviewLimits.REPLY));
    }
}
