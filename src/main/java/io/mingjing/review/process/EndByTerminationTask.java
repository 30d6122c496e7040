package io.mingjing.review.process;

import io.mingjing.review.Endings;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 终止审理: the organ terminates (行政复议法 art. 41). */
@Component
class EndByTerminationTask implements JavaDelegate {

    private final Endings endings;
    private final Turns turns;

    EndByTerminationTask(Endings endings, Turns turns) {
        this.endings = endings;
        this.turns = turns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        endings.ordered(caseId, Kind.TERMINATION, Actor.SYSTEM);
        turns.endHandling(caseId, "TERMINATED");
    }
}
