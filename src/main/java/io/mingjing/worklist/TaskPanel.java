package io.mingjing.worklist;

import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands beside a task for this reader: what colleagues were asked and said, how it came here, what can be done. */
@Service
public class TaskPanel {

    private final PartMapper parts;
    private final TaskMoveMapper hands;
    private final Parts asking;
    private final TaskMoves moves;
    private final Withdrawals withdrawals;
    private final Worklist worklist;
    private final People people;

    TaskPanel(
            PartMapper parts,
            TaskMoveMapper hands,
            Parts asking,
            TaskMoves moves,
            Withdrawals withdrawals,
            Worklist worklist,
            People people) {
        this.parts = parts;
        this.hands = hands;
        this.asking = asking;
        this.moves = moves;
        this.withdrawals = withdrawals;
        this.worklist = worklist;
        this.people = people;
    }

    /** What a person may do with a task beside completing it. */
    public enum Verb {
        DELEGATE,
        GIVE_BACK,
        TAKE_BACK,
        CONSULT,
        COUNTERSIGN,
        CIRCULATE,
        URGE,
        SEND_BACK,
        WITHDRAW
    }

    /** For {@code worklist/panel :: panel}; the reader may see the task. */
    @Transactional(readOnly = true)
    public Map<String, Object> of(TaskItem task, Actor actor) {
        Map<String, Object> model = new LinkedHashMap<>();
        List<Part> all = parts.findOfTask(task.id());
        model.put("askedParts", all);
        model.put(
                "ownParts",
                all.stream()
                        .filter(part -> part.open() && part.userId().equals(actor.userId()))
                        .toList());
        model.put("moves", hands.findOfTask(task.id()));
        model.put("urges", task.urged() == 0 ? List.of() : hands.findUrges(task.id()));
        model.put("verbs", verbs(task, actor));
        model.put("reader", actor.userId());
        return model;
    }

    /** The reader looks at the task: whose turn it is has opened it, who was asked has seen it. */
    @Transactional
    public void look(TaskItem task, Actor actor) {
        boolean turn = task.assignee() == null
                ? people.sight(actor).poolKeys().contains(task.poolKey())
                : worklist.mayHandle(task, actor);
        moves.opened(task, turn, actor);
        asking.seen(task.id(), actor);
    }

    /** The verbs that this person can be offered, in the order of a menu. */
    public List<Verb> verbs(TaskItem task, Actor actor) {
        if (actor.has(Role.AUDITOR)) {
            return List.of();
        }
        if (!task.open()) {
            return withdrawals.possible(task.id(), actor)
                    ? List.of(Verb.WITHDRAW, Verb.CIRCULATE)
                    : List.of(Verb.CIRCULATE);
        }
        if (actor.userId().equals(task.owner())) {
            return List.of(Verb.TAKE_BACK, Verb.URGE, Verb.CIRCULATE);
        }
        if (!worklist.mayHandle(task, actor)) {
            return List.of(Verb.URGE, Verb.CIRCULATE);
        }
        return task.owner() != null
                ? List.of(Verb.GIVE_BACK, Verb.CONSULT, Verb.CIRCULATE)
                : List.of(Verb.DELEGATE, Verb.CONSULT, Verb.COUNTERSIGN, Verb.CIRCULATE, Verb.SEND_BACK);
    }
}
