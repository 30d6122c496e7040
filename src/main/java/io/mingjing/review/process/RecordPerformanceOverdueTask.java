package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.review.FollowUps;
import io.mingjing.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录逾期未履行: the period of the order to perform lapsed (行政复议法 art. 77); the step stays open. */
@Component
class RecordPerformanceOverdueTask implements JavaDelegate {

    private final FollowUps followUps;
    private final CaseLimits limits;

    RecordPerformanceOverdueTask(FollowUps followUps, CaseLimits limits) {
        this.followUps = followUps;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        followUps.record(
                caseId,
                "PERFORMANCE_OVERDUE",
                limits.lastDay(caseId, "AR-PERFORM"),
                null,
                null,
                null,
                null,
                Actor.SYSTEM);
    }
}
