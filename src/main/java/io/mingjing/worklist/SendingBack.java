package io.mingjing.worklist;

import io.mingjing.casefile.EarlierSteps;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 退回: who has a task sends the case back to an earlier step with a reason; it goes to the person who did that step. */
@Service
@Transactional
public class SendingBack {

    private final Worklist worklist;
    private final TaskMapper rows;
    private final TaskMoveMapper mapper;
    private final TaskMoves moves;
    private final EarlierSteps steps;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SendingBack(
            Worklist worklist,
            TaskMapper rows,
            TaskMoveMapper mapper,
            TaskMoves moves,
            EarlierSteps steps,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.worklist = worklist;
        this.rows = rows;
        this.mapper = mapper;
        this.moves = moves;
        this.steps = steps;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A step to which the case may go back.
     *
     * @param doneBy who did it last
     */
    public record Target(
            String definitionKey, String name, @Nullable String doneBy) {}

    /** The steps allowed, the latest first; empty where this person does not have the task or nothing allows it. */
    @Transactional(readOnly = true)
    public List<Target> targets(String taskId, Actor actor) {
        TaskRow row = worklist.visible(taskId, actor);
        if (row.owner() != null || !worklist.mayHandle(worklist.item(taskId), actor)) {
            return List.of();
        }
        return steps.before(taskId, actor).stream()
                .map(step -> new Target(
                        step.definitionKey(),
                        step.name(),
                        rows.find(step.taskId()).map(TaskRow::closedByName).orElse(null)))
                .toList();
    }

    /**
     * Sends the case back.
     *
     * <p>Refused: as by {@link Worklist#complete}, {@code TASK_CHANGED}, {@code STEP_NOT_ALLOWED}, {@code FIELDS}.
     *
     * @param version of the task that the page showed; null where there is none
     * @return the task that opened at the earlier step
     */
    public TaskItem sendBack(
            String taskId, String definitionKey, String reason, @Nullable Integer version, Actor actor) {
        String words = Words.required("note", reason, Words.NOTE);
        TaskRow row = worklist.held(taskId, actor);
        worklist.requireVersion(row, version);
        if (row.owner() != null) {
            throw Refusal.conflict("TASK_DELEGATED", String.valueOf(row.ownerName()));
        }
        String opened = putBack(row, definitionKey, TaskMove.Kind.SENT_BACK, words, actor);
        TaskItem task = worklist.item(opened);
        Map<String, Object> facts = Worklist.facts(row);
        facts.put("to", task.name());
        facts.put("toStep", definitionKey);
        events.publishEvent(Act.of("worklist.sentBack", row.caseId(), actor, facts));
        return task;
    }

    /** Puts the case back and gives the new task to who did the step, as far as that person may still have it. */
    String putBack(TaskRow from, String definitionKey, TaskMove.Kind kind, @Nullable String words, Actor actor) {
        Person doer = doerBefore(from, definitionKey, actor);
        String opened = steps.goBack(from.id(), definitionKey, doer == null ? null : doer.id(), actor);
        if (doer != null) {
            mapper.updatePutBack(opened, doer.id(), doer.name(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        moves.record(
                from.caseId(),
                opened,
                kind,
                doer == null ? null : doer.id(),
                doer == null ? null : doer.name(),
                from.name(),
                words,
                actor);
        return opened;
    }

    /** Who did the step last, if that person may still have it. */
    private @Nullable Person doerBefore(TaskRow from, String definitionKey, Actor actor) {
        TaskRow before = steps.before(from.id(), actor).stream()
                .filter(step -> step.definitionKey().equals(definitionKey))
                .findFirst()
                .flatMap(step -> rows.find(step.taskId()))
                .orElse(null);
        if (before == null || before.closedBy() == null) {
            return null;
        }
        Person doer = people.get(before.closedBy());
        boolean again = worklist.belongs(doer, before) && rows.countRecusals(from.caseId(), doer.id()) == 0;
        return again ? doer : null;
    }
}
