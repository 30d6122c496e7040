package io.mingjing.filing.process;

import io.mingjing.filing.Filings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 列入备案目录. */
@Component
class ListDocumentTask implements JavaDelegate {

    private final Filings filings;

    ListDocumentTask(Filings filings) {
        this.filings = filings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        filings.list(execution.getProcessBusinessKey());
    }
}
