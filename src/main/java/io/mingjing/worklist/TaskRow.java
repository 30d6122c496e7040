package io.mingjing.worklist;

import io.mingjing.shared.Area;
import io.mingjing.time.DayUnit;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code worklist_task}. */
record TaskRow(
        String id,
        String caseId,
        String caseNumber,
        String title,
        Area area,
        String processKey,
        String definitionKey,
        String name,
        String pool,
        String poolKey,
        @Nullable String organRelation,
        @Nullable String organId,
        String governmentId,
        String governmentPath,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable Instant claimedAt,
        String limitRules,
        @Nullable String limitId,
        @Nullable Integer limitVersion,
        @Nullable String limitRule,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        @Nullable DayUnit dayUnit,
        @Nullable LocalDate pausedOn,
        @Nullable Integer pausedLeft,
        boolean provisional,
        LocalDate sortDue,
        TaskState state,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedByName,
        int version,
        int urged,
        @Nullable String owner,
        @Nullable String ownerName,
        int asked) {

    TaskDates dates() {
        return new TaskDates(
                limitId, limitVersion, limitRule, dueOn, yellowOn, redOn, dayUnit, pausedOn, pausedLeft, provisional);
    }
}
