package io.mingjing.review.process;

import io.mingjing.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 终止结案: the termination has been served on everybody. */
@Component
class CloseTerminatedTask implements JavaDelegate {

    private final Reviews reviews;

    CloseTerminatedTask(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reviews.closeTerminated(execution.getProcessBusinessKey());
    }
}
