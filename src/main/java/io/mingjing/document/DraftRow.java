package io.mingjing.document;

import java.time.Instant;

/**
 * One draft of a letter.
 *
 * @param fieldValues values of its fields as canonical JSON
 * @param valuesSha256 digest of that JSON: what the approvers of this draft agreed to
 */
record DraftRow(
        String letterId,
        int draftNo,
        String fieldValues,
        String valuesSha256,
        String authorId,
        String authorName,
        Instant writtenAt) {}
