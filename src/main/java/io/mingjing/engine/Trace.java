package io.mingjing.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way a process has taken through its model.
 *
 * @param visits every visit to a node, in order
 * @param current nodes in which it stands now, sub-processes left out
 * @param flows sequence flows taken
 */
public record Trace(List<Visit> visits, Set<String> current, Set<String> flows) {

    /**
     * One visit to one node.
     *
     * @param activityId id in the model
     * @param name visible name, as it was in the version of then
     * @param type BPMN element, such as {@code userTask}
     * @param end null while it lasts
     * @param canceled left without being done: a timer, an operator, the end of the case
     */
    public record Visit(
            String activityId,
            @Nullable String name,
            String type,
            Instant start,
            @Nullable Instant end,
            boolean canceled) {}

    public Trace {
        visits = List.copyOf(visits);
        current = Set.copyOf(current);
        flows = Set.copyOf(flows);
    }
}
