package io.mingjing.review.process;

import io.mingjing.review.Mediations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 恢复审理: no agreement, or a party backed out; the clock runs and the decision is made promptly (行政复议法 art. 73.2). */
@Component
class EndMediationTask implements JavaDelegate {

    private final Mediations mediations;

    EndMediationTask(Mediations mediations) {
        this.mediations = mediations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        mediations.end(caseId);
    }
}
