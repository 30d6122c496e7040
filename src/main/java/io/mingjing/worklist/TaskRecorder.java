package io.mingjing.worklist;

import io.mingjing.engine.Processes.OpenTask;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.CaseChanged;
import io.mingjing.shared.event.CaseMoved;
import io.mingjing.shared.event.LeadNamed;
import io.mingjing.shared.event.LimitEnded;
import io.mingjing.shared.event.LimitMoved;
import io.mingjing.shared.event.RecusalsChanged;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.shared.event.TaskTakenFromPaper;
import io.mingjing.time.DayUnit;
import io.mingjing.time.TimeLimits;
import io.mingjing.worklist.TaskMapper.Lead;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes the rows, always in the transaction of what happened: the engine opened or closed a task, a date moved, the
 * case got its number, a handler came or went.
 *
 * <p>A task for officers belongs to the pool of its role in the government of the case. A contact's task belongs to the
 * organ with the relation that the model names; where several organs have it, to the first of them. A task in the pool
 * of the review officers goes at once to the lead handler of the case, so that officers keep their case; all others
 * start as nobody's.
 */
@Component
class TaskRecorder {

    private final TaskMapper mapper;
    private final TaskFacets facets;
    private final TimeLimits limits;
    private final Clock clock;

    TaskRecorder(TaskMapper mapper, TaskFacets facets, TimeLimits limits, Clock clock) {
        this.mapper = mapper;
        this.facets = facets;
        this.limits = limits;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOpened task) {
        open(
                task.taskId(),
                task.caseId(),
                task.processKey(),
                task.definitionKey(),
                task.name(),
                Role.valueOf(task.pool()),
                task.organRelation(),
                task.limitRules());
    }

    /** Enters a task of the engine that has no row: repair. */
    void open(OpenTask task) {
        open(
                task.id(),
                task.caseId(),
                task.processKey(),
                task.definitionKey(),
                task.name(),
                Role.valueOf(task.pool()),
                task.properties().get("organ"),
                task.limitScopes());
    }

    private void open(
            String taskId,
            String caseId,
            String processKey,
            String definitionKey,
            String name,
            Role pool,
            @Nullable String relation,
            List<String> rules) {
        List<CaseWithLimit> known = mapper.findCaseWithLimits(caseId);
        if (known.isEmpty()) {
            throw new IllegalStateException("Task " + taskId + " of an unknown case " + caseId);
        }
        CaseRow file = known.get(0).file();
        List<LimitRow> running =
                known.stream().flatMap(row -> row.limit().stream()).toList();
        boolean contact = pool == Role.ORGAN_CONTACT;
        String organ = contact && relation != null ? mapper.findOrgan(caseId, relation) : null;
        Lead lead = pool == Role.REVIEW_OFFICER ? mapper.findLead(caseId).orElse(null) : null;
        TaskDates dates = dates(running, rules, TaskDates.NONE);
        Instant now = now();
        facets.seen(file.area(), definitionKey, name, dates.limitRule());
        mapper.insert(new TaskRow(
                taskId,
                caseId,
                file.number(),
                file.title(),
                file.area(),
                processKey,
                definitionKey,
                name,
                pool.name(),
                contact ? contactPool(organ) : Sight.poolKey(pool, file.governmentId()),
                relation,
                organ,
                file.governmentId(),
                file.governmentPath(),
                lead == null ? null : lead.userId(),
                lead == null ? null : lead.name(),
                lead == null ? null : now,
                String.join(",", rules),
                dates.limitId(),
                dates.limitVersion(),
                dates.limitRule(),
                dates.dueOn(),
                dates.yellowOn(),
                dates.redOn(),
                dates.dayUnit(),
                dates.pausedOn(),
                dates.pausedLeft(),
                dates.provisional(),
                dates.sortDue(),
                TaskState.OPEN,
                now,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                0));
    }

    @EventListener
    void on(TaskClosed task) {
        close(task.taskId(), task.completed() ? TaskState.DONE : TaskState.CANCELLED);
    }

    /** The row tells who put the paper into the system, not who held the task meanwhile. */
    @EventListener
    void on(TaskTakenFromPaper task) {
        mapper.updateClosedBy(task.taskId(), task.userId(), task.userName());
    }

    void close(String taskId, TaskState state) {
        mapper.updateClosed(taskId, state, now());
    }

    @EventListener
    void on(LimitMoved limit) {
        redate(limit.caseId());
    }

    @EventListener
    void on(LimitEnded limit) {
        redate(limit.caseId());
    }

    private void redate(String caseId) {
        List<TaskRow> open = mapper.findOpenOfCase(caseId);
        if (open.isEmpty()) {
            return;
        }
        List<LimitRow> running = mapper.findLimits(caseId);
        for (TaskRow row : open) {
            TaskDates dates = dates(running, List.of(row.limitRules().split(",", -1)), row.dates());
            if (!dates.equals(row.dates())) {
                facets.seen(row.area(), row.definitionKey(), row.name(), dates.limitRule());
                mapper.updateDates(row.id(), dates, dates.sortDue());
            }
        }
    }

    @EventListener
    void on(CaseChanged changed) {
        mapper.findCase(changed.caseId()).ifPresent(file -> {
            mapper.updateCase(changed.caseId(), file.number(), file.title());
            for (TaskRow row : mapper.findOpenOfCase(changed.caseId())) {
                if (row.organRelation() != null && row.organId() == null) {
                    String organ = mapper.findOrgan(row.caseId(), row.organRelation());
                    if (organ != null) {
                        mapper.updateOrgan(row.id(), organ, contactPool(organ));
                    }
                }
            }
        });
    }

    /** Another government handles the case: its pools take the open tasks. */
    @EventListener
    void on(CaseMoved moved) {
        for (TaskRow row : mapper.findOpenOfCase(moved.caseId())) {
            if (row.organRelation() != null) {
                mapper.updateGovernmentOnly(row.id(), moved.governmentId(), moved.governmentPath());
            } else {
                mapper.updateGovernment(
                        row.id(),
                        moved.governmentId(),
                        moved.governmentPath(),
                        Sight.poolKey(Role.valueOf(row.pool()), moved.governmentId()));
            }
        }
    }

    /** A new lead handler takes the tasks that wait for one. */
    @EventListener
    void on(LeadNamed lead) {
        toLead(lead.caseId(), lead.userId(), lead.userName());
    }

    /** Who is recused loses the tasks of the case; what belongs to its handlers goes to the lead. */
    @EventListener
    void on(RecusalsChanged changed) {
        mapper.updateRecused(changed.caseId());
        mapper.findLead(changed.caseId()).ifPresent(lead -> toLead(changed.caseId(), lead.userId(), lead.name()));
    }

    private void toLead(String caseId, String userId, String name) {
        mapper.updateLead(caseId, Role.REVIEW_OFFICER.name(), userId, name, now());
    }

    private TaskDates dates(List<LimitRow> running, List<String> rules, TaskDates before) {
        return GoverningLimit.of(running, rules)
                .map(limit -> new TaskDates(
                        limit.id(),
                        limit.version(),
                        limit.rule(),
                        limit.pausedOn() == null ? limit.dueOn() : null,
                        limit.yellowOn(),
                        limit.redOn(),
                        limit.unit(),
                        limit.pausedOn(),
                        limit.pausedOn() == null ? null : frozen(limit.id(), limit.pausedOn(), before),
                        limit.provisional()))
                .orElse(TaskDates.NONE);
    }

    /** Days left on the day the pause began, from the due day that the row still shows. */
    private @Nullable Integer frozen(String limitId, LocalDate pausedOn, TaskDates before) {
        if (before.pausedLeft() != null && pausedOn.equals(before.pausedOn())) {
            return before.pausedLeft();
        }
        LocalDate due = before.dueOn();
        DayUnit unit = before.dayUnit();
        return due == null || unit == null || !limitId.equals(before.limitId())
                ? null
                : (int) limits.daysLeft(unit, pausedOn, due);
    }

    /** Without an organ the task waits where only assigning reaches it. */
    private static String contactPool(@Nullable String organId) {
        return Sight.poolKey(Role.ORGAN_CONTACT, organId == null ? "" : organId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
