package io.mingjing.review.process;

import io.mingjing.review.Publications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 公开决定书: the checked text is public from today (行政复议法 art. 79). */
@Component
class PublishDecisionTask implements JavaDelegate {

    private final Publications publications;

    PublishDecisionTask(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        publications.publish(caseId);
    }
}
