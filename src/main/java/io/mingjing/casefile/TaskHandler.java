package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;

/** What an area does when one of its tasks is completed; at most one for each task definition. */
public interface TaskHandler {

    String processKey();

    String taskKey();

    /** Values the form starts with when there is no draft. */
    default Map<String, Object> prefill(TaskContext task) {
        return Map.of();
    }

    /** What completing with these values would bring about. Touches nothing. */
    default List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        return List.of();
    }

    /**
     * Does the act. Runs after the submission and its key dates, before the letters of the task and before the engine
     * moves on, all in one transaction; a refusal undoes everything.
     *
     * @return further process variables
     */
    Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor);
}
