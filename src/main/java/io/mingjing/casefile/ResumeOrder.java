package io.mingjing.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What lets a clock run again.
 *
 * @param on first day that counts again
 * @param order number of the document that orders it, where there is one
 */
public record ResumeOrder(
        LocalDate on, @Nullable String order, @Nullable String reason) {

    public static ResumeOrder of(LocalDate on) {
        return new ResumeOrder(on, null, null);
    }
}
