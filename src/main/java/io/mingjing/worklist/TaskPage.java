package io.mingjing.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the next page; null on the last
 * @param total rows of the whole list under the same filters: exact to 999, 1000 means “999+”
 */
public record TaskPage(List<TaskItem> items, @Nullable String next, int total) {

    public TaskPage {
        items = List.copyOf(items);
    }
}
