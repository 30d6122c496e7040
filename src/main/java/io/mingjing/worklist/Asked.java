package io.mingjing.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row for a person of whom something is wanted in a task of somebody else.
 *
 * @param part id of the {@link Part}; null for a task that the person has given to a colleague for a while
 * @param kind null for such a task
 * @param withName who asked, or the colleague who has the task
 * @param dueOn last day of the task
 */
public record Asked(
        @Nullable String part,
        @Nullable PartKind kind,
        String taskId,
        String caseId,
        String caseNumber,
        String title,
        String step,
        String withName,
        Instant since,
        @Nullable String question,
        @Nullable LocalDate dueOn) {}
