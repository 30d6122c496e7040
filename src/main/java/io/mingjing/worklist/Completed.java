package io.mingjing.worklist;

import java.util.List;

/**
 * What follows a completed task.
 *
 * @param next the open tasks of the case now; empty when nothing waits for a person
 */
public record Completed(TaskItem task, List<TaskItem> next) {

    public Completed {
        next = List.copyOf(next);
    }
}
