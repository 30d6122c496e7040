package io.mingjing.review.process;

import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 移入档案: the file is in the archive; the case is read-only. */
@Component
class ArchiveCaseTask implements JavaDelegate {

    private final Reviews reviews;

    ArchiveCaseTask(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        reviews.archive(caseId);
    }
}
