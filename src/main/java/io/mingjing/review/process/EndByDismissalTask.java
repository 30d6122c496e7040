package io.mingjing.review.process;

import io.mingjing.review.Endings;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 结束审理: the organ dismisses the application (行政复议法 art. 33). */
@Component
class EndByDismissalTask implements JavaDelegate {

    private final Endings endings;
    private final Turns turns;

    EndByDismissalTask(Endings endings, Turns turns) {
        this.endings = endings;
        this.turns = turns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseId = execution.getProcessBusinessKey();
        endings.ordered(caseId, Kind.DISMISSAL, Actor.SYSTEM);
        turns.endHandling(caseId, "DISMISSED");
    }
}
