package io.mingjing.worklist;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a task came to who has it, and when it was first looked at. */
@Service
public class TaskMoves {

    private final TaskMoveMapper mapper;
    private final Worklist worklist;
    private final Clock clock;

    TaskMoves(TaskMoveMapper mapper, Worklist worklist, Clock clock) {
        this.mapper = mapper;
        this.worklist = worklist;
        this.clock = clock;
    }

    /** Every move of a task the reader may see, oldest first. */
    @Transactional(readOnly = true)
    public List<TaskMove> of(String taskId, Actor actor) {
        worklist.visible(taskId, actor);
        return mapper.findOfTask(taskId);
    }

    /**
     * Somebody whose turn it is has opened the task: from now on nobody takes back what led to it. A look by others
     * (heads, auditors, whoever is asked for an opinion) does not count, nor that of who did the step before.
     */
    @Transactional
    public void opened(TaskItem task, boolean turn, Actor actor) {
        if (task.open() && turn && mapper.countLastDoneBy(task.caseId(), actor.userId()) == 0) {
            mapper.updateOpened(task.id(), actor.userId(), actor.name(), now());
        }
    }

    void record(
            TaskRow task,
            TaskMove.Kind kind,
            @Nullable String toId,
            @Nullable String toName,
            @Nullable String note,
            Actor actor) {
        record(task.caseId(), task.id(), kind, toId, toName, null, note, actor);
    }

    void record(
            String caseId,
            String taskId,
            TaskMove.Kind kind,
            @Nullable String toId,
            @Nullable String toName,
            @Nullable String stepName,
            @Nullable String note,
            Actor actor) {
        mapper.insert(new TaskMove(
                Ids.next(), caseId, taskId, kind, actor.userId(), actor.name(), toId, toName, stepName, note, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
