package io.mingjing.review.process;

import io.mingjing.review.Elevations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 移交上级办理: the superior has the file, so its people handle the case from now on (实施条例 art. 40.3). */
@Component
class MoveCaseTask implements JavaDelegate {

    private final Elevations elevations;

    MoveCaseTask(Elevations elevations) {
        this.elevations = elevations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        elevations.moved(execution.getProcessBusinessKey());
    }
}
