package io.mingjing.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a limit; versions are added and never changed.
 *
 * @param cause code of what brought it about: an act, a fact, the calendar, the process
 * @param orderNo number of the document that ordered it
 * @param effectiveOn legal date of the change; null when it is none of its own
 * @param inputs the request that was computed, as JSON, so that each date can be explained later
 */
public record LimitChange(
        String limitId,
        int version,
        Kind kind,
        String cause,
        @Nullable String reason,
        @Nullable String orderNo,
        @Nullable LocalDate effectiveOn,
        String actorId,
        String actorName,
        Instant changedAt,
        @Nullable LimitState stateBefore,
        LimitState stateAfter,
        @Nullable LocalDate dueBefore,
        @Nullable LocalDate dueAfter,
        @Nullable LocalDate yellowAfter,
        @Nullable LocalDate redAfter,
        boolean provisional,
        String calendarVersion,
        String inputs) {

    public enum Kind {
        OPENED,
        PAUSED,
        RESUMED,
        EXTENDED,
        /** The start, the length, the calendar, the catalogue or the lights of the organ have changed. */
        REDATED,
        /** An order or a special statute has given it another length or another last day. */
        ORDERED,
        /** The order no longer stands; the catalogue's length is back. */
        ORDER_LIFTED,
        /** The calendar has changed and the dates stay: they became final, or provisional. */
        CONFIRMED,
        MET,
        LAPSED,
        /** Done after the last day. */
        MET_LATE,
        CANCELLED,
        /** Another limit has taken its place. */
        SUPERSEDED
    }
}
