package io.mingjing.casefile;

import io.mingjing.time.Pause;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What lets a clock run again.
 *
 * @param on first day that counts again
 * @param order number of the document that orders it, where there is one
 * @param ground whose pause ends; null for all that are open
 */
public record ResumeOrder(
        LocalDate on,
        @Nullable String order,
        @Nullable String reason,
        @Nullable String ground) {

    public ResumeOrder(LocalDate on, @Nullable String order, @Nullable String reason) {
        this(on, order, reason, null);
    }

    /** Whether that open pause ends. */
    boolean ends(Pause pause) {
        return pause.to() == null && (ground == null || ground.equals(pause.ground()));
    }

    public static ResumeOrder of(LocalDate on) {
        return new ResumeOrder(on, null, null);
    }
}
