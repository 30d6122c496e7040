package io.mingjing.worklist;

import io.mingjing.casefile.Light;
import io.mingjing.shared.Area;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param step definition key of the task; null for any
 * @param text part of the case number, the title or the name of the step
 * @param limit rows of a page, 1 to 100
 * @param after cursor of the page before; null for the first page
 */
public record TaskQuery(
        TaskList list,
        @Nullable Area area,
        @Nullable Light light,
        @Nullable DueFilter due,
        @Nullable String step,
        @Nullable String text,
        int limit,
        @Nullable String after) {

    /** Rows of a page where nothing else is asked for. */
    public static final int PAGE = 20;

    public TaskQuery {
        limit = Math.max(1, Math.min(limit, 100));
        text = text == null || text.isBlank() ? null : text.strip();
        step = step == null || step.isBlank() ? null : step;
        after = after == null || after.isBlank() ? null : after;
    }

    public static TaskQuery of(TaskList list) {
        return new TaskQuery(list, null, null, null, null, null, PAGE, null);
    }

    public TaskQuery after(@Nullable String cursor) {
        return new TaskQuery(list, area, light, due, step, text, limit, cursor);
    }

    public boolean filtered() {
        return area != null || light != null || due != null || step != null || text != null;
    }

    /** The text as a pattern of SQL's {@code like}; brackets typed on a western keyboard find those of a case number. */
    @Nullable
    String pattern() {
        if (text == null) {
            return null;
        }
        String escaped =
                text.replace("!", "!!").replace("%", "!%").replace("_", "!_").toLowerCase(Locale.ROOT);
        return "%"
                + escaped.replace('[', '〔').replace(']', '〕').replace('［', '〔').replace('］', '〕') + "%";
    }
}
