package io.mingjing.supervision.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.supervision.Supervision;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 逾期督促: no reply by the last day. The alert to the supervisor follows from the red limit itself. */
@Component
class EscalateOverdueTask implements JavaDelegate {

    private final Supervision supervision;
    private final CaseLimits limits;

    EscalateOverdueTask(Supervision supervision, CaseLimits limits) {
        this.supervision = supervision;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        supervision.escalateOverdue(caseId, limits.lastDay(caseId, "SO-REPLY"));
    }
}
