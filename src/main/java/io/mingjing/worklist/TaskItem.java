package io.mingjing.worklist;

import io.mingjing.casefile.Light;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import io.mingjing.time.TimeLimits;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task as people see it.
 *
 * @param caseNumber the case number once there is one, the register number before
 * @param dueOn last day; null where no limit runs or the limit is paused
 * @param daysLeft in {@code dayUnit}: 0 on the last day, negative once it has passed; while paused the frozen number
 * @param pausedOn first day of an open pause
 * @param version counts the changes of the task; an act on a page with an older one is refused
 * @param urged how often somebody has urged it
 * @param owner whose task it is while a colleague does a part of it; null else
 * @param excluded paused because the time is left out of account, as during an appraisal; the case is not suspended
 * @param provisional a year without the State Council's notice was touched; the date may move
 */
public record TaskItem(
        String id,
        String caseId,
        String caseNumber,
        String title,
        Area area,
        String processKey,
        String definitionKey,
        String name,
        Role pool,
        String poolKey,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable Instant claimedAt,
        @Nullable LocalDate dueOn,
        @Nullable Integer daysLeft,
        @Nullable DayUnit dayUnit,
        Light light,
        @Nullable LocalDate pausedOn,
        boolean excluded,
        boolean provisional,
        @Nullable String limitRule,
        TaskState state,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String closedByName,
        int version,
        int urged,
        @Nullable String owner,
        @Nullable String ownerName) {

    static TaskItem of(TaskRow row, boolean excluded, LocalDate today, TimeLimits limits) {
        Integer left = row.pausedLeft();
        if (row.dueOn() != null && row.dayUnit() != null) {
            left = (int) limits.daysLeft(row.dayUnit(), today, row.dueOn());
        }
        return new TaskItem(
                row.id(),
                row.caseId(),
                row.caseNumber(),
                row.title(),
                row.area(),
                row.processKey(),
                row.definitionKey(),
                row.name(),
                Role.valueOf(row.pool()),
                row.poolKey(),
                row.assignee(),
                row.assigneeName(),
                row.claimedAt(),
                row.dueOn(),
                left,
                row.dayUnit(),
                row.dates().light(today),
                row.pausedOn(),
                excluded,
                row.provisional(),
                row.limitRule(),
                row.state(),
                row.createdAt(),
                row.closedAt(),
                row.closedByName(),
                row.version(),
                row.urged(),
                row.owner(),
                row.ownerName());
    }

    public boolean paused() {
        return pausedOn != null;
    }

    public boolean open() {
        return state == TaskState.OPEN;
    }

    public boolean heldBy(String userId) {
        return userId.equals(assignee);
    }
}
