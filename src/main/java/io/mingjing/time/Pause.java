package io.mingjing.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time that does not count, half-open (I5).
 *
 * @param from day of suspension; does not count
 * @param to day of resumption, counts again; null while the pause is open
 * @param ground code of the ground, text {@code time.ground.<code>} where there is one; null when not given
 * @param order number of the document that stopped the clock; null when not given
 */
public record Pause(
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String ground,
        @Nullable String order) {

    public Pause(LocalDate from, @Nullable LocalDate to, @Nullable String ground) {
        this(from, to, ground, null);
    }

    public Pause(LocalDate from, @Nullable LocalDate to) {
        this(from, to, null, null);
    }
}
