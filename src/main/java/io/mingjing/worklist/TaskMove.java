package io.mingjing.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One move of a task from hand to hand, or of its case to another step, with the words that went with it.
 *
 * @param taskId the task that it led to
 * @param stepName the step from which the case was moved; null where the task itself moved
 */
public record TaskMove(
        String id,
        String caseId,
        String taskId,
        Kind kind,
        String byId,
        String byName,
        @Nullable String toId,
        @Nullable String toName,
        @Nullable String stepName,
        @Nullable String note,
        Instant madeAt) {

    /** How it moved. */
    public enum Kind {
        /** 转办. */
        DELEGATED,
        /** The colleague gave it back. */
        GIVEN_BACK,
        /** The owner took it back. */
        TAKEN_BACK,
        /** 分派. */
        ASSIGNED,
        /** 退领. */
        RELEASED,
        /** 退回 to an earlier step. */
        SENT_BACK,
        /** 撤回 of an own submission. */
        WITHDRAWN
    }
}
