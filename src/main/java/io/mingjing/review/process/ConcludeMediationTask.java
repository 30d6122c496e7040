package io.mingjing.review.process;

import io.mingjing.review.Mediations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 调解书生效: all have signed and the seal is on it (行政复议法 art. 73). */
@Component
class ConcludeMediationTask implements JavaDelegate {

    private final Mediations mediations;
    private final Turns turns;

    ConcludeMediationTask(Mediations mediations, Turns turns) {
        this.mediations = mediations;
        this.turns = turns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        turns.giveUp(caseId);
        mediations.conclude(caseId);
    }
}
