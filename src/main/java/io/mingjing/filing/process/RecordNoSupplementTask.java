package io.mingjing.filing.process;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.filing.Filings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 记录未补充: the limit for completing the pack lapsed. */
@Component
class RecordNoSupplementTask implements JavaDelegate {

    private final Filings filings;
    private final CaseLimits limits;

    RecordNoSupplementTask(Filings filings, CaseLimits limits) {
        this.filings = filings;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        filings.recordNoSupplement(caseId, limits.lastDay(caseId, "ND-SUPP"));
    }
}
