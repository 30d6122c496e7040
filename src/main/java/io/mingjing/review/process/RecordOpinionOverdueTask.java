package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.FollowUps;
import io.mingjing.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录逾期未报告: sixty days after the opinion letter nothing was reported (行政复议法 art. 76); the step stays open. */
@Component
class RecordOpinionOverdueTask implements JavaDelegate {

    private final FollowUps followUps;
    private final CaseLimits limits;

    RecordOpinionOverdueTask(FollowUps followUps, CaseLimits limits) {
        this.followUps = followUps;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        followUps.record(
                caseId, "OPINION_OVERDUE", limits.lastDay(caseId, "AR-OPINION"), null, null, null, null, Actor.SYSTEM);
    }
}
