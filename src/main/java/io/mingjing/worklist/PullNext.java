package io.mingjing.worklist;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import org.springframework.stereotype.Service;

/**
 * 取下一件: gives a person the most urgent task that is available to them. Where others take tasks at the same moment, each
 * gets another one: a claim that comes second is no answer but a reason to try the next.
 */
@Service
public class PullNext {

    /** Tasks looked at in one go, and how often. */
    private static final int LOOK = 10;

    private static final int ROUNDS = 5;

    private final Worklist worklist;

    PullNext(Worklist worklist) {
        this.worklist = worklist;
    }

    /**
     * Claims it. Every try is a transaction of its own, so that a lost race leaves nothing behind.
     *
     * <p>Refused: {@code NOTHING_AVAILABLE} where no task waits, {@code PULL_BUSY} where others were always first.
     */
    public TaskItem next(Actor actor) {
        TaskQuery urgent = new TaskQuery(TaskList.AVAILABLE, null, null, null, null, null, LOOK, null);
        for (int round = 0; round < ROUNDS; round++) {
            TaskPage page = worklist.list(urgent, actor);
            if (page.items().isEmpty()) {
                throw Refusal.notFound("NOTHING_AVAILABLE");
            }
            for (TaskItem task : page.items()) {
                try {
                    return worklist.claim(task.id(), actor);
                } catch (Refusal refusal) {
                    if (refusal.kind() != Refusal.Kind.CONFLICT
                            && !refusal.code().equals("TASK_NOT_FOUND")) {
                        throw refusal;
                    }
                }
            }
        }
        throw Refusal.conflict("PULL_BUSY");
    }
}
