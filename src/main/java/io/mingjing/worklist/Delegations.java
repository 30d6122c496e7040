package io.mingjing.worklist;

import io.mingjing.casefile.Admissions;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.identity.Person;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.RecusalsChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转办: a colleague does a part of a task and gives it back. The task stays its owner's, who alone completes it; the
 * half-filled form goes there and back with it.
 */
@Service
@Transactional
public class Delegations {

    private final Worklist worklist;
    private final TaskMoveMapper mapper;
    private final TaskMoves moves;
    private final Colleagues colleagues;
    private final Admissions admissions;
    private final CaseTasks tasks;
    private final Cases cases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Delegations(
            Worklist worklist,
            TaskMoveMapper mapper,
            TaskMoves moves,
            Colleagues colleagues,
            Admissions admissions,
            CaseTasks tasks,
            Cases cases,
            Clock clock,
            ApplicationEventPublisher events) {
        this.worklist = worklist;
        this.mapper = mapper;
        this.moves = moves;
        this.colleagues = colleagues;
        this.admissions = admissions;
        this.tasks = tasks;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Gives a task to a colleague for a while (who has it). Done twice in the same way it is done once.
     *
     * <p>Refused: as by {@link Worklist#complete}, {@code COLLEAGUE_ELSEWHERE}, {@code ASSIGNEE_RECUSED}, {@code
     * ALREADY_DELEGATED} where it is a colleague's task already, {@code TASK_CHANGED}, {@code FIELDS}.
     *
     * @param note what the colleague is to do
     * @param version of the task that the page showed; null where there is none
     */
    public TaskItem delegate(String taskId, String userId, String note, @Nullable Integer version, Actor actor) {
        String words = Words.required("note", note, Words.NOTE);
        TaskRow row = worklist.visible(taskId, actor);
        cases.lock(row.caseId());
        row = worklist.visible(taskId, actor);
        if (actor.userId().equals(row.owner()) && userId.equals(row.assignee())) {
            return worklist.item(taskId);
        }
        row = worklist.held(taskId, actor);
        if (row.owner() != null) {
            throw Refusal.conflict("ALREADY_DELEGATED", String.valueOf(row.ownerName()));
        }
        worklist.requireVersion(row, version);
        Person colleague = colleagues.require(row, userId, actor.userId());
        if (mapper.updateDelegated(
                        taskId, String.valueOf(row.assignee()), userId, colleague.name(), now(), row.version())
                == 0) {
            throw worklist.changed(taskId);
        }
        admissions.admit(row.caseId(), userId, taskId, actor);
        tasks.passDraft(taskId, actor.userId(), userId);
        moves.record(row, TaskMove.Kind.DELEGATED, userId, colleague.name(), words, actor);
        tell("worklist.delegated", row, userId, colleague.name(), actor);
        return worklist.item(taskId);
    }

    /**
     * Gives the task back to its owner with a note on what was done (the colleague).
     *
     * <p>Refused: as by {@link Worklist#complete}, {@code NOT_DELEGATED}, {@code FIELDS}.
     */
    public TaskItem giveBack(String taskId, String note, Actor actor) {
        String words = Words.required("note", note, Words.NOTE);
        TaskRow row = worklist.visible(taskId, actor);
        cases.lock(row.caseId());
        row = worklist.held(taskId, actor);
        String owner = row.owner();
        if (owner == null) {
            throw Refusal.conflict("NOT_DELEGATED");
        }
        back(row, actor.userId(), owner, TaskMove.Kind.GIVEN_BACK, words, actor);
        tell("worklist.givenBack", row, owner, String.valueOf(row.ownerName()), actor);
        return worklist.item(taskId);
    }

    /** Takes the task back before the colleague gives it (the owner). Refused: {@code NOT_DELEGATED}, {@code TASK_CHANGED}. */
    public TaskItem takeBack(String taskId, @Nullable String note, Actor actor) {
        String words = Words.optional("note", note, Words.NOTE);
        TaskRow row = worklist.visible(taskId, actor);
        cases.lock(row.caseId());
        row = worklist.visible(taskId, actor);
        String colleague = row.assignee();
        if (!actor.userId().equals(row.owner()) || colleague == null) {
            throw Refusal.conflict("NOT_DELEGATED");
        }
        back(row, colleague, actor.userId(), TaskMove.Kind.TAKEN_BACK, words, actor);
        tell("worklist.takenBack", row, colleague, String.valueOf(row.assigneeName()), actor);
        return worklist.item(taskId);
    }

    private void back(
            TaskRow row, String colleague, String owner, TaskMove.Kind kind, @Nullable String words, Actor actor) {
        if (mapper.updateGivenBack(row.id(), colleague, now()) == 0) {
            throw worklist.changed(row.id());
        }
        tasks.passDraft(row.id(), colleague, owner);
        admissions.end(row.id());
        moves.record(row, kind, owner, row.ownerName(), words, actor);
    }

    /**
     * Before who is recused loses the task: what a colleague had goes to its owner, what an owner had lent to the pool.
     * Either way the colleague is no longer let in for it.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(RecusalsChanged changed) {
        List<String> lent = mapper.findLentOfRecused(changed.caseId());
        if (!lent.isEmpty()) {
            mapper.updateRecusedOwners(changed.caseId());
            mapper.updateRecusedColleagues(changed.caseId(), now());
            lent.forEach(admissions::end);
        }
    }

    private void tell(String kind, TaskRow row, String userId, String name, Actor actor) {
        Map<String, Object> facts = Worklist.facts(row);
        facts.put("userId", userId);
        events.publishEvent(Act.of(kind, row.caseId(), actor, facts).withPersonal(Map.of("userName", name)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
