package io.mingjing.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has urged 催办 that a task be done.
 *
 * @param toId who had the task then; null while it waited in its pool
 */
public record Urge(
        String id,
        String caseId,
        String taskId,
        String userId,
        String userName,
        @Nullable String toId,
        @Nullable String toName,
        Instant urgedAt) {}
