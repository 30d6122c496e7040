package io.mingjing.worklist;

import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.identity.OpenWork;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 工作移交: what somebody who leaves still has, and handing it to others. The head of the unit of the same government may, and
 * administrators, who see numbers and steps but no content. Drafts of letters go with their case.
 */
@Service
public class HandOver implements OpenWork {

    private final HandOverMapper mapper;
    private final Worklist worklist;
    private final Handlers handlers;
    private final People people;
    private final TransactionTemplate each;

    HandOver(
            HandOverMapper mapper,
            Worklist worklist,
            Handlers handlers,
            People people,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.worklist = worklist;
        this.handlers = handlers;
        this.people = people;
        this.each = new TransactionTemplate(transactions);
    }

    /** An open task that the person holds, or has lent to a colleague. */
    public record Task(
            String id,
            String caseId,
            String caseNumber,
            String name,
            String poolKey,
            @Nullable LocalDate dueOn) {}

    /** An open case that the person handles. */
    public record Case(String id, String number, Handler.Kind kind) {}

    /** A letter that the person is writing. */
    public record Draft(String id, String caseId, String number, String title) {}

    /** Everything that has to be handed over; at most 500 of each. */
    public record Desk(Person person, List<Task> tasks, List<Case> cases, List<Draft> drafts) {

        public Desk {
            tasks = List.copyOf(tasks);
            cases = List.copyOf(cases);
            drafts = List.copyOf(drafts);
        }

        public boolean isEmpty() {
            return tasks.isEmpty() && cases.isEmpty() && drafts.isEmpty();
        }
    }

    /** What a row is. */
    public enum What {
        TASK,
        CASE
    }

    /** A row, and to whom it goes. */
    public record Choice(What what, String id, String toUserId) {}

    /**
     * What became of a row.
     *
     * @param label number, and the step of a task
     * @param refusal why it stayed; null when it was handed over
     */
    public record Result(
            Choice choice,
            String label,
            String toName,
            @Nullable Refusal refusal) {}

    /** The desk of a person. Refused: {@code HANDOVER_NOT_ALLOWED}. */
    @Transactional(readOnly = true)
    public Desk desk(String userId, Actor actor) {
        Person person = people.get(userId);
        requireAllowed(userId, actor);
        return new Desk(
                person,
                mapper.findTasks(userId, actor.userId()),
                mapper.findCases(userId, actor.userId()),
                mapper.findDrafts(userId, actor.userId()));
    }

    /** The people to whom something may be handed: active, of the same government or, for a contact, the same organ. */
    @Transactional(readOnly = true)
    public List<Person> successors(String userId, Actor actor) {
        requireAllowed(userId, actor);
        Person person = people.get(userId);
        String government = mapper.findGovernment(userId);
        List<Person> all = person.has(Role.ORGAN_CONTACT) || government == null
                ? people.contactsOf(person.organId())
                : people.officersOf(government);
        return all.stream().filter(one -> !one.id().equals(userId)).toList();
    }

    /**
     * Hands over each row by itself, so that one that is refused leaves the others done.
     *
     * <p>Refused as a whole: {@code HANDOVER_NOT_ALLOWED}, {@code HANDOVER_REASON}.
     */
    public List<Result> hand(String userId, List<Choice> choices, String reason, Actor actor) {
        requireAllowed(userId, actor);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > 500) {
            throw Refusal.invalid("HANDOVER_REASON");
        }
        List<Result> results = new ArrayList<>();
        Map<String, String> labels = new HashMap<>();
        mapper.findTasks(userId, actor.userId())
                .forEach(task -> labels.put(task.id(), task.caseNumber() + " " + task.name()));
        mapper.findCases(userId, actor.userId()).forEach(file -> labels.put(file.id(), file.number()));
        for (Choice choice : choices) {
            results.add(hand(userId, choice, labels.getOrDefault(choice.id(), ""), why, actor));
        }
        return results;
    }

    private Result hand(String userId, Choice choice, String label, String reason, Actor actor) {
        String name = "";
        try {
            Person to = people.get(choice.toUserId());
            name = to.name();
            each.executeWithoutResult(status -> {
                if (choice.what() == What.TASK) {
                    worklist.passOn(choice.id(), userId, to, reason, actor);
                } else {
                    handlers.handOver(choice.id(), userId, to.id(), reason, actor);
                }
            });
            return new Result(choice, label, name, null);
        } catch (Refusal refusal) {
            return new Result(choice, label, name, refusal);
        }
    }

    /** Tasks held and cases led: an account cannot be closed before they are somebody else's. */
    @Override
    @Transactional(readOnly = true)
    public int count(String userId) {
        return mapper.countOpen(userId);
    }

    private void requireAllowed(String userId, Actor actor) {
        if (actor.isSystem() || actor.has(Role.ADMIN)) {
            return;
        }
        String government = mapper.findGovernment(userId);
        if (!actor.has(Role.UNIT_HEAD)
                || government == null
                || !government.equals(people.sight(actor).governmentId())) {
            throw Refusal.forbidden("HANDOVER_NOT_ALLOWED");
        }
    }
}
