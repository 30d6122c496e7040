package io.mingjing.worklist;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 更换承办人: the head of the unit gives the place of a handler in one case to somebody else, with a reason; the tasks go with
 * it, or back to their pool where the new handler does not work in it. One act, one transaction.
 */
@Service
@Transactional
public class HandlerChange {

    private static final int REASON_LENGTH = 500;

    private final Cases cases;
    private final Handlers handlers;
    private final Worklist worklist;
    private final Suggestions suggestions;
    private final People people;

    HandlerChange(Cases cases, Handlers handlers, Worklist worklist, Suggestions suggestions, People people) {
        this.cases = cases;
        this.handlers = handlers;
        this.worklist = worklist;
        this.suggestions = suggestions;
        this.people = people;
    }

    /**
     * What became of the tasks of the old handler.
     *
     * @param passed tasks that the new handler has now
     * @param returned tasks that wait in their pool
     */
    public record Moved(int passed, int returned) {}

    /** The handlers of a case, the lead first. Refused: {@code CASE_NOT_FOUND}, {@code UNIT_HEAD_ONLY}. */
    @Transactional(readOnly = true)
    public List<Handler> handlers(String caseId, Actor actor) {
        require(caseId, actor);
        return handlers.of(caseId);
    }

    /** Who could take over, the lightest load first, with the why. Refused as {@link #handlers}. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggestions(String caseId, Actor actor) {
        require(caseId, actor);
        return suggestions.among(caseId, handlers.candidates(caseId));
    }

    /**
     * Changes a handler.
     *
     * <p>Refused: {@code CASE_NOT_FOUND}, {@code UNIT_HEAD_ONLY}, {@code HANDOVER_REASON}, {@code NOT_HANDLER_NOW}, {@code
     * HANDLER_SAME}, {@code RECUSED}, {@code MUST_WITHDRAW}, {@code CANNOT_HANDLE}, {@code CASE_ARCHIVED}.
     */
    public Moved change(String caseId, String fromUserId, String toUserId, String reason, Actor actor) {
        require(caseId, actor);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LENGTH) {
            throw Refusal.invalid("HANDOVER_REASON");
        }
        if (fromUserId.equals(toUserId)) {
            throw Refusal.conflict("HANDLER_SAME");
        }
        handlers.handOver(caseId, fromUserId, toUserId, why, actor);
        Person to = people.get(toUserId);
        int passed = 0;
        int returned = 0;
        for (TaskItem task : worklist.openOfCase(caseId)) {
            if (task.heldBy(fromUserId) || fromUserId.equals(task.owner())) {
                if (to.has(task.pool())) {
                    worklist.passOn(task.id(), fromUserId, to, why, actor);
                    passed++;
                } else {
                    worklist.release(task.id(), why, null, actor);
                    returned++;
                }
            }
        }
        return new Moved(passed, returned);
    }

    private void require(String caseId, Actor actor) {
        cases.get(caseId, actor);
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
    }
}
