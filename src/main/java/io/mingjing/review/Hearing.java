package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hearing 听证 of a review, from its proposal to its record.
 *
 * @param position which hearing of the case it is, from 1
 * @param compulsory whether a ground makes it compulsory (行政复议法 art. 50)
 * @param grounds codes of the table {@code hearing-duty.dmn}, parted by commas
 * @param hearingOn the day fixed; null while none is
 * @param officerIds people, parted by commas
 * @param respondentHead ATTENDED, DELEGATED or ABSENT (art. 51)
 * @param signedBy party roles that signed the record, parted by commas
 */
public record Hearing(
        String id,
        String caseId,
        int position,
        State state,
        boolean compulsory,
        String grounds,
        String reason,
        @Nullable String opinion,
        @Nullable LocalDate hearingOn,
        @Nullable String hearingTime,
        @Nullable String place,
        @Nullable String chairId,
        @Nullable String officerIds,
        @Nullable String recorderId,
        @Nullable String applicantPersons,
        @Nullable String respondentHead,
        @Nullable String respondentPersons,
        @Nullable String headExplanation,
        @Nullable String thirdPersons,
        @Nullable String course,
        @Nullable String signedBy,
        @Nullable String signatureRefusal,
        @Nullable String remark,
        String proposedBy,
        Instant proposedAt,
        int version) {

    /** How far it has come. */
    public enum State {
        PROPOSED,
        REFUSED,
        APPROVED,
        ARRANGED,
        HELD,
        /** The applicant stayed away without reason (art. 51.2). */
        WAIVED,
        /** The handling of the case ended before. */
        STOPPED
    }

    /** Whether nothing more is to come of it. */
    public boolean over() {
        return state == State.REFUSED || state == State.HELD || state == State.WAIVED || state == State.STOPPED;
    }

    public List<String> groundCodes() {
        return List.of(grounds.split(","));
    }
}
