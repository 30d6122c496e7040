package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The text of a decision for the public, names removed (行政复议法 art. 79).
 *
 * @param checkedBy who compared it with the decision: another person than who proposed it; null while that is open
 * @param publishedOn null while it is not public
 */
public record Publication(
        String caseId,
        String title,
        String body,
        String proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String checkedBy,
        @Nullable String checkedByName,
        @Nullable LocalDate publishedOn,
        int version) {}
