package io.mingjing.review.process;

import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.DraftChecks;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 制发复议决定书: with the number and the seal the case is decided. */
@Component
class IssueDecision implements TaskHandler {

    private final Reviews reviews;
    private final DraftChecks checks;

    IssueDecision(Reviews reviews, DraftChecks checks) {
        this.reviews = reviews;
        this.checks = checks;
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
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        checks.require(task.file().id());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        checks.require(task.file().id());
        reviews.decided(task.file().id(), actor);
        return Map.of();
    }
}
