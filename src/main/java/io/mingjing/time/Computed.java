package io.mingjing.time;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A computed limit.
 *
 * @param due last day; null while a pause is open
 * @param yellowOn first day of the yellow light; null with {@code due}
 * @param redOn first day of the red light; null with {@code due}
 * @param provisional a year without notice of the State Council was touched (I10); loading the notice may move the date
 * @param unit what days left are counted in
 * @param steps the explanation; empty where only the dates were asked for
 * @param calendarVersion version of the calendar that was used
 */
public record Computed(
        String rule,
        LocalDate start,
        @Nullable LocalDate due,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        boolean provisional,
        DayUnit unit,
        List<Step> steps,
        String calendarVersion) {

    public Computed {
        steps = List.copyOf(steps);
    }
}
