package io.mingjing.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person was asked to add to a task of somebody else, and what they said.
 *
 * @param question words of who asked
 * @param answer of a signatory
 * @param seenAt when the person first opened the task
 * @param endedAt when it was given, taken back or closed
 */
public record Part(
        String id,
        String caseId,
        String taskId,
        PartKind kind,
        String askedBy,
        String askedByName,
        Instant askedAt,
        String userId,
        String userName,
        @Nullable String question,
        PartState state,
        @Nullable Stand answer,
        @Nullable String opinion,
        @Nullable Instant seenAt,
        @Nullable Instant endedAt,
        int version) {

    public boolean open() {
        return state == PartState.OPEN;
    }
}
