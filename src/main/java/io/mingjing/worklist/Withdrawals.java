package io.mingjing.worklist;

import io.mingjing.casefile.EarlierSteps;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤回: who has handed in a step takes it back, until the next person has opened what came of it. */
@Service
@Transactional
public class Withdrawals {

    private final Worklist worklist;
    private final TaskMapper rows;
    private final TaskMoveMapper mapper;
    private final SendingBack back;
    private final EarlierSteps steps;
    private final ApplicationEventPublisher events;

    Withdrawals(
            Worklist worklist,
            TaskMapper rows,
            TaskMoveMapper mapper,
            SendingBack back,
            EarlierSteps steps,
            ApplicationEventPublisher events) {
        this.worklist = worklist;
        this.rows = rows;
        this.mapper = mapper;
        this.back = back;
        this.steps = steps;
        this.events = events;
    }

    /** Whether {@link #withdraw} would be granted now. */
    @Transactional(readOnly = true)
    public boolean possible(String taskId, Actor actor) {
        TaskRow row = worklist.visible(taskId, actor);
        if (row.state() != TaskState.DONE || !actor.userId().equals(row.closedBy())) {
            return false;
        }
        TaskRow next = next(row, actor);
        return next != null && !opened(next, actor);
    }

    /**
     * Takes an own submission back: what came of it is cancelled, the step opens again with everything that was typed.
     *
     * <p>Refused: {@code TASK_NOT_FOUND}, {@code WITHDRAW_NOT_YOURS}, {@code WITHDRAW_OPENED} (who, when), {@code
     * WITHDRAW_TOO_LATE} where the step had an effect outside, ended a limit, or the case has gone on.
     *
     * @return the task that opened again
     */
    public TaskItem withdraw(String taskId, @Nullable String reason, Actor actor) {
        String words = Words.optional("note", reason, Words.NOTE);
        TaskRow row = worklist.visible(taskId, actor);
        if (row.state() != TaskState.DONE || !actor.userId().equals(row.closedBy())) {
            throw Refusal.forbidden("WITHDRAW_NOT_YOURS");
        }
        TaskRow next = next(row, actor);
        if (next == null) {
            throw Refusal.conflict("WITHDRAW_TOO_LATE", row.name());
        }
        String opened = back.putBack(next, row.definitionKey(), TaskMove.Kind.WITHDRAWN, words, actor);
        // Read under the lock of the case, which opening and claiming do not hold: who was first counts.
        if (opened(next, actor)) {
            TaskMoveMapper.Opened by = mapper.findOpened(next.id()).orElseThrow();
            throw Refusal.conflict("WITHDRAW_OPENED", by.openedByName(), worklist.moment(by.openedAt()));
        }
        Map<String, Object> facts = Worklist.facts(row);
        facts.put("from", next.name());
        events.publishEvent(Act.of("worklist.withdrawn", row.caseId(), actor, facts));
        return worklist.item(opened);
    }

    /** The open task that directly followed this one; null where nothing leads back. */
    private @Nullable TaskRow next(TaskRow done, Actor actor) {
        for (TaskRow open : rows.findOpenOfCase(done.caseId())) {
            List<EarlierSteps.Step> before = steps.before(open.id(), actor);
            if (!before.isEmpty() && before.get(0).taskId().equals(done.id())) {
                return open;
            }
        }
        return null;
    }

    private boolean opened(TaskRow next, Actor actor) {
        return mapper.findOpened(next.id())
                .filter(look -> !look.openedBy().equals(actor.userId()))
                .isPresent();
    }
}
