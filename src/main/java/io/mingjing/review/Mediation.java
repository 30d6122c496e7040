package io.mingjing.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mediation of a case (行政复议法 art. 5, 73). It belongs to the secondary part of the file: what a party conceded is never a basis
 * of the decision (实施条例 art. 48).
 *
 * @param pausedLimitId the decision limit that stands still for it; null where the review goes on meanwhile
 * @param result AGREED, SETTLED, FAILED or BACKED_OUT; null while it is under way
 * @param effectiveOn day on which the mediation letter took effect: the last signature or the seal, whichever came later
 */
public record Mediation(
        String id,
        String caseId,
        String proposedBy,
        LocalDate startedOn,
        @Nullable String pausedLimitId,
        @Nullable LocalDate mediatedOn,
        @Nullable String place,
        @Nullable String persons,
        @Nullable String concessions,
        @Nullable String result,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate endedOn,
        int version) {

    /** That a party signed the mediation letter. */
    public record Signature(String mediationId, String partyId, LocalDate signedOn) {}
}
