package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.Corrections;
import io.mingjing.review.Reviews;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 视为放弃申请: no correction within the limit (行政复议法 art. 31.2). */
@Component
class DeemGivenUpTask implements JavaDelegate {

    private final Reviews reviews;
    private final Corrections corrections;
    private final CaseLimits limits;
    private final Archiving archiving;

    DeemGivenUpTask(Reviews reviews, Corrections corrections, CaseLimits limits, Archiving archiving) {
        this.reviews = reviews;
        this.corrections = corrections;
        this.limits = limits;
        this.archiving = archiving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        LocalDate lastDay = limits.lastDay(caseId, "AR-FIX");
        corrections.noteGivenUp(caseId, lastDay);
        reviews.deemGivenUp(caseId, lastDay);
        archiving.begin(caseId);
    }
}
