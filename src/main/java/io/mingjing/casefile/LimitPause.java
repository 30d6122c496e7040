package io.mingjing.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pause of a limit with what ordered it.
 *
 * @param from first day that does not count
 * @param to first day that counts again; null while it is open
 * @param ground code, text {@code time.ground.<code>}
 * @param order number of the document that stopped the clock
 * @param approver name of who approved it
 * @param expectedOn day on which it was expected to end
 * @param resumeOrder number of the document that let the clock run again
 */
public record LimitPause(
        LocalDate from,
        @Nullable LocalDate to,
        String ground,
        @Nullable String reason,
        @Nullable String order,
        @Nullable String approver,
        @Nullable LocalDate expectedOn,
        @Nullable String resumeOrder) {}
