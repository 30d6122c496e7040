package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.Corrections;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提示收到未证明: the time to correct is over, but nobody can prove that it ever began (行政复议法 art. 31). */
@Component
class RecordUnprovenTask implements JavaDelegate {

    private final Corrections corrections;
    private final CaseLimits limits;

    RecordUnprovenTask(Corrections corrections, CaseLimits limits) {
        this.corrections = corrections;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        corrections.lapsedUnproven(caseId, limits.lastDay(caseId, "AR-FIX"));
    }
}
