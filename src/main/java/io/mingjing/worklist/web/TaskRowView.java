package io.mingjing.worklist.web;

import io.mingjing.casefile.Light;
import io.mingjing.worklist.TaskItem;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list, ready to be shown.
 *
 * @param due words about the time left
 * @param dueOn the date or dates beside them
 * @param action what the reader can do with it
 * @param fresh the reader has just claimed it: the row stays where it is and offers to undo
 * @param lost somebody else was first: the row says who
 * @param insteadOf in whose stead the reader does the task, or did it; null for the own ones
 * @param assignable the reader may give it to somebody
 */
record TaskRowView(
        TaskItem task,
        String due,
        String dueOn,
        String dueClass,
        Action action,
        boolean fresh,
        boolean lost,
        @Nullable String insteadOf,
        boolean assignable) {

    enum Action {
        CLAIM,
        HANDLE,
        /** Somebody else has it. */
        HELD,
        /** Not in a pool of the reader's. */
        WAITS,
        CLOSED
    }

    public boolean over() {
        Integer left = task.daysLeft();
        return task.light() == Light.RED && left != null && left < 0;
    }

    public String state() {
        return fresh ? "is-mine" : lost ? "is-gone" : "";
    }
}
