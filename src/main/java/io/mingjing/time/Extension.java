package io.mingjing.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * More time, granted before the limit expired; it lengthens the limit from its start (I6).
 *
 * @param days in the limit's own unit
 * @param approver who granted it; null when not given
 * @param approvedOn when; null when not given
 * @param order number of the document that grants it; null when not given
 */
public record Extension(
        int days,
        @Nullable String approver,
        @Nullable LocalDate approvedOn,
        @Nullable String order) {

    /** Only so many days, as far as is known. */
    public static Extension of(int days) {
        return new Extension(days, null, null, null);
    }
}
