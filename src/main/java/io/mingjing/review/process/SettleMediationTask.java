package io.mingjing.review.process;

import io.mingjing.review.Mediations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 和解: the parties settled, the clock runs and the applicant withdraws (行政复议法 art. 74). */
@Component
class SettleMediationTask implements JavaDelegate {

    private final Mediations mediations;

    SettleMediationTask(Mediations mediations) {
        this.mediations = mediations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        mediations.end(caseId);
    }
}
