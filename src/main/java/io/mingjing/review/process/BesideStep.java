package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.shared.Actor;
import java.util.Map;

/** A step of a procedure beside the review, by what it does. */
record BesideStep(String processKey, String taskKey, Prefill prefill, Does does) implements TaskHandler {

    /** What the form begins with. */
    interface Prefill {
        Map<String, Object> of(String caseId);
    }

    /** What completing does; answers the variables of the process. */
    interface Does {
        Map<String, Object> with(TaskContext task, Answers answers, Actor actor);
    }

    static BesideStep of(String processKey, String taskKey, Does does) {
        return new BesideStep(processKey, taskKey, caseId -> Map.of(), does);
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return prefill.of(task.file().id());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        return does.with(task, new Answers(values), actor);
    }
}
