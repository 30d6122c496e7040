package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done after a decision, or beside the review, and is not told by a letter.
 *
 * @param kind code with a text {@code fact.followUp.<kind>}
 * @param result code with a text {@code fact.followUpResult.<result>}; null where there is none
 * @param partyId the party it concerns, such as who sued; null for none
 * @param place court or place
 */
public record FollowUp(
        String id,
        String caseId,
        String kind,
        LocalDate happenedOn,
        @Nullable String result,
        @Nullable String partyId,
        @Nullable String place,
        @Nullable String remark,
        String recordedBy,
        String recordedByName,
        Instant recordedAt) {}
