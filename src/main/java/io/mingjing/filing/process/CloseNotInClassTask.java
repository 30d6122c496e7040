package io.mingjing.filing.process;

import io.mingjing.filing.Filings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 不属于备案范围办结. */
@Component
class CloseNotInClassTask implements JavaDelegate {

    private final Filings filings;

    CloseNotInClassTask(Filings filings) {
        this.filings = filings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        filings.closeNotInClass(execution.getProcessBusinessKey());
    }
}
