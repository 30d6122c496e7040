package io.mingjing.shared.event;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has urged 催办 that a task be done.
 *
 * @param urgeId id of the record; the same urge is told once
 * @param fromUserId who urges
 * @param toUserId who has the task; null while it waits in its pool
 * @param poolKey pool of the task, {@code ROLE@<government id>} or {@code ORGAN_CONTACT@<organ id>}
 * @param count how often the task has been urged, this time included
 */
public record TaskUrged(
        String urgeId,
        String caseId,
        String taskId,
        String fromUserId,
        @Nullable String toUserId,
        String poolKey,
        int count) {}
