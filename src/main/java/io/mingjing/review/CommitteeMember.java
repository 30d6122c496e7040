package io.mingjing.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member of the review committee 行政复议委员会 of a government (行政复议法 art. 52.1).
 *
 * @param organization where the member works
 * @param post what the member is there; null where nobody wrote it down
 * @param expertise fields in which the member advises
 * @param active false for who has left the committee
 */
public record CommitteeMember(
        String id,
        String governmentId,
        String name,
        String organization,
        @Nullable String post,
        String expertise,
        boolean active,
        String enteredBy,
        Instant enteredAt,
        int version) {}
