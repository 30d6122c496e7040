package io.mingjing.worklist;

import io.mingjing.casefile.Light;
import io.mingjing.shared.Area;
import io.mingjing.shared.LikePattern;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param step definition key of the task; null for any
 * @param organ id of an organ that is a party of the case
 * @param handler id of who has the task, or handles its case
 * @param rule the limit that dates the task
 * @param from first due day
 * @param to last due day
 * @param text part of the case number, the title, the name of a party or of the step
 * @param limit rows of a page, 1 to 100
 * @param after cursor of the page before; null for the first page
 */
public record TaskQuery(
        TaskList list,
        @Nullable Area area,
        @Nullable Light light,
        @Nullable DueFilter due,
        @Nullable String step,
        @Nullable String organ,
        @Nullable String handler,
        @Nullable String rule,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        int limit,
        @Nullable String after) {

    private static final Pattern BRACKET = Pattern.compile("[\\[\\]()［］（）【】〔〕]");

    /** Rows of a page where nothing else is asked for. */
    public static final int PAGE = 20;

    public TaskQuery {
        limit = Math.max(1, Math.min(limit, 100));
        text = blankToNull(text);
        step = blankToNull(step);
        organ = blankToNull(organ);
        handler = blankToNull(handler);
        rule = blankToNull(rule);
        after = blankToNull(after);
    }

    /** By area, light, due dates, step and text alone. */
    public TaskQuery(
            TaskList list,
            @Nullable Area area,
            @Nullable Light light,
            @Nullable DueFilter due,
            @Nullable String step,
            @Nullable String text,
            int limit,
            @Nullable String after) {
        this(list, area, light, due, step, null, null, null, null, null, text, limit, after);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    public static TaskQuery of(TaskList list) {
        return new TaskQuery(list, null, null, null, null, null, PAGE, null);
    }

    public TaskQuery after(@Nullable String cursor) {
        return new TaskQuery(list, area, light, due, step, organ, handler, rule, from, to, text, limit, cursor);
    }

    public boolean filtered() {
        return area != null || light != null || due != null || text != null || refined();
    }

    /** Whether one of the filters is set that the page keeps folded away. */
    public boolean refined() {
        return step != null || organ != null || handler != null || rule != null || from != null || to != null;
    }

    /**
     * The text as a pattern of SQL's {@code like}. The brackets 〔〕 of a case number are on no keyboard, so whatever
     * bracket is typed finds any other.
     */
    @Nullable
    String pattern() {
        if (text == null) {
            return null;
        }
        String escaped = LikePattern.escape(text).toLowerCase(Locale.ROOT);
        return "%" + BRACKET.matcher(escaped).replaceAll("_") + "%";
    }
}
