package io.mingjing.review.process;

import io.mingjing.review.Informings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 重复申请办结: the applicant was told; the file notes it, and nothing else is done (实施条例 art. 37.2). */
@Component
class CloseRepeatedTask implements JavaDelegate {

    private final Informings informings;
    private final Archiving archiving;

    CloseRepeatedTask(Informings informings, Archiving archiving) {
        this.informings = informings;
        this.archiving = archiving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        informings.closeRepeated(caseId);
        archiving.begin(caseId);
    }
}
