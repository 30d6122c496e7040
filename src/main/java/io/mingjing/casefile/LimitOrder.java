package io.mingjing.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The document by which a limit of a case has another length or last day than the catalogue says, or no longer has it.
 *
 * @param limitVersion version of the limit that it brought about
 * @param setLength in the unit of the limit; null when it fixes the last day or lifts an order
 * @param endOn last day; null when it sets a length or lifts an order
 * @param documentName the order, or the special statute with its article
 */
public record LimitOrder(
        String id,
        String limitId,
        int limitVersion,
        Kind kind,
        @Nullable Integer setLength,
        @Nullable LocalDate endOn,
        String documentName,
        String documentNo,
        LocalDate documentDate,
        @Nullable String remark,
        String orderedBy,
        String orderedName,
        Instant orderedAt) {

    /** What an order does. */
    public enum Kind {
        LENGTH,
        END_DATE,
        LIFTED
    }

    /** What an order rests on: without it nobody may depart from the catalogue. */
    public record Basis(
            @Nullable String documentName,
            @Nullable String documentNo,
            @Nullable LocalDate documentDate,
            @Nullable String remark) {}
}
