package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Corrections;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 制发补正通知书: a longer time to correct than the law gives is set with the notice. */
@Component
class IssueCorrection implements TaskHandler {

    private final Corrections corrections;

    IssueCorrection(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.ISSUE_CORRECTION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        corrections.issued(task.file().id(), actor);
        return Map.of();
    }
}
