package io.mingjing.review;

import io.mingjing.time.Computed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time to apply, as far as it can be told.
 *
 * @param start event day from which it runs; null where the facts do not say it
 * @param due last day to apply; null where it cannot be told, or where the window has not begun to run
 * @param filedOn day on which the application counts as made
 * @param computed the computations behind it, for their explanation; the one that ends first stands first
 * @param lateBy code of the limit that has passed: WINDOW, YEAR, CUT_OFF; null where none has
 * @param early for failure to act: the application came before the organ's own time was over (实施条例 art. 24)
 */
public record ApplicationWindow(
        @Nullable LocalDate start,
        @Nullable LocalDate due,
        LocalDate filedOn,
        List<Computed> computed,
        @Nullable LocalDate cutOff,
        @Nullable String lateBy,
        boolean early) {

    public ApplicationWindow {
        computed = List.copyOf(computed);
    }

    public boolean late() {
        return lateBy != null;
    }

    /** Whether enough is known to say something of it. */
    public boolean known() {
        return start != null || cutOff != null;
    }
}
