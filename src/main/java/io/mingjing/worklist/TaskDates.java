package io.mingjing.worklist;

import io.mingjing.casefile.Light;
import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates a task shows, taken from one limit of its case; all null where none runs.
 *
 * @param dueOn last day; null while paused
 * @param pausedOn first day of an open pause
 * @param pausedLeft days left when the pause began, in {@code dayUnit}; null where that is not known
 */
record TaskDates(
        @Nullable String limitId,
        @Nullable Integer limitVersion,
        @Nullable String limitRule,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        @Nullable DayUnit dayUnit,
        @Nullable LocalDate pausedOn,
        @Nullable Integer pausedLeft,
        boolean provisional) {

    /** No limit runs: the task stands behind all dated ones. */
    static final TaskDates NONE = new TaskDates(null, null, null, null, null, null, null, null, null, false);

    private static final LocalDate UNDATED = LocalDate.of(9998, 12, 31);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** Where the task stands in a list: by its due day, then what has none, then what is paused. */
    LocalDate sortDue() {
        return pausedOn != null ? LAST : dueOn != null ? dueOn : UNDATED;
    }

    Light light(LocalDate today) {
        if (pausedOn != null) {
            return Light.PAUSED;
        }
        if (dueOn == null) {
            return Light.NONE;
        }
        if (redOn != null && !today.isBefore(redOn)) {
            return Light.RED;
        }
        return yellowOn != null && !today.isBefore(yellowOn) ? Light.YELLOW : Light.GREEN;
    }
}
