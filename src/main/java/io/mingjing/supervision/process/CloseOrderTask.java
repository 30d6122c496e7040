package io.mingjing.supervision.process;

import io.mingjing.supervision.Supervision;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 销号办结. */
@Component
class CloseOrderTask implements JavaDelegate {

    private final Supervision supervision;

    CloseOrderTask(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supervision.close(execution.getProcessBusinessKey());
    }
}
