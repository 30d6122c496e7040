package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The record 听取意见笔录 of how one party was heard, or of why it could not be (行政复议法 art. 49).
 *
 * @param ground why it was not heard, for the ways WRITTEN and NONE; null under the simplified procedure
 * @param speaker who spoke for the party
 * @param officerIds who heard it, parted by commas
 * @param unsignedReason why the record is not signed
 * @param hearingId the hearing at which it was heard
 * @param struckReason why the record no longer counts
 */
public record PartyView(
        String id,
        String caseId,
        String partyId,
        int position,
        Way way,
        @Nullable Ground ground,
        LocalDate heardOn,
        @Nullable String place,
        @Nullable String speaker,
        @Nullable String officerIds,
        @Nullable String officerNames,
        String body,
        boolean signed,
        @Nullable String unsignedReason,
        @Nullable String hearingId,
        @Nullable String struckReason,
        String recordedBy,
        String recordedByName,
        Instant recordedAt,
        int version) {

    /** How a party was heard. */
    public enum Way {
        IN_PERSON,
        ONLINE,
        PHONE,
        /** At a hearing 听证; recorded with it. */
        HEARING,
        /** The party wrote its views instead. */
        WRITTEN,
        /** It could not be heard. */
        NONE;

        /** Whether the party spoke. */
        public boolean spoken() {
            return this != WRITTEN && this != NONE;
        }
    }

    /** Reasons of the party's own 因当事人原因, for which a review on the papers is lawful (art. 49). */
    public enum Ground {
        DECLINED,
        UNREACHABLE,
        STAYED_AWAY,
        WANTS_WRITING,
        /** A third party that takes no part (art. 16). */
        TAKES_NO_PART
    }

    /** Whether it still counts. */
    public boolean counts() {
        return struckReason == null;
    }

    /** Whether with it the party was heard, or lawfully was not, in the ordinary procedure. */
    public boolean settles() {
        return counts() && (way.spoken() || ground != null);
    }
}
