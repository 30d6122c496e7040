package io.mingjing.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stops a clock.
 *
 * @param from first day that does not count
 * @param ground one of {@link PauseGrounds#of}
 * @param order number of the document that orders it
 * @param expectedOn day on which it is expected to end; binds nobody, the clock runs again only when it is resumed
 */
public record PauseOrder(
        LocalDate from,
        String ground,
        String order,
        @Nullable LocalDate expectedOn,
        @Nullable String reason) {

    public static PauseOrder of(LocalDate from, String ground, String order) {
        return new PauseOrder(from, ground, order, null, null);
    }
}
