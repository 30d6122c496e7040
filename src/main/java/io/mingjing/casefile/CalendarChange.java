package io.mingjing.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A year's notice on its way into force, with what it does to open limits.
 *
 * @param year the year it publishes
 * @param yearVersion version of that year's notice
 * @param calendarVersion version of the calendar that it made; null until it is approved
 * @param limits open limits that the preview looked at
 * @param reason why it was rejected or taken back
 * @param dueAt when there is work to do on it; null when there is none
 * @param casesDone cases that have been re-dated so far
 * @param limitsDone limits in them
 */
public record CalendarChange(
        String id,
        int year,
        int yearVersion,
        String notice,
        String noticeNumber,
        State state,
        @Nullable String calendarVersion,
        String proposedBy,
        String proposedByName,
        Instant proposedAt,
        Instant previewedAt,
        long limits,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable Instant dueAt,
        long casesDone,
        long limitsDone,
        @Nullable Instant appliedAt) {

    /** Where it stands. */
    public enum State {
        /** Waits for the second person. */
        PROPOSED,
        /** In force; cases are being re-dated. */
        APPROVED,
        /** Every open limit stands on it. */
        APPLIED,
        REJECTED,
        WITHDRAWN
    }
}
