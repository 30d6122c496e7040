package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 制发复议决定书: with the number and the seal the case is decided. */
@Component
class IssueDecision implements TaskHandler {

    private final Reviews reviews;

    IssueDecision(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.ISSUE_DECISION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        reviews.decided(task.file().id(), actor);
        return Map.of();
    }
}
