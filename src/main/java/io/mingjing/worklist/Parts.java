package io.mingjing.worklist;

import io.mingjing.casefile.Admissions;
import io.mingjing.casefile.Cases;
import io.mingjing.identity.Person;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.RecusalsChanged;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskTakenFromPaper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people are asked to add to a task of somebody else: reading it, ending it, and the rules that all kinds share.
 * Who is asked may see the case until the part is given; who is to read it, until the case is archived.
 */
@Service
@Transactional
public class Parts {

    private final PartMapper mapper;
    private final Worklist worklist;
    private final Colleagues colleagues;
    private final Admissions admissions;
    private final Cases cases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Parts(
            PartMapper mapper,
            Worklist worklist,
            Colleagues colleagues,
            Admissions admissions,
            Cases cases,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.worklist = worklist;
        this.colleagues = colleagues;
        this.admissions = admissions;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** Everything that was asked about a task the reader may see, oldest first. */
    @Transactional(readOnly = true)
    public List<Part> of(String taskId, Actor actor) {
        worklist.visible(taskId, actor);
        return mapper.findOfTask(taskId);
    }

    /** What is wanted of this person, and what this person has given to colleagues for a while. */
    @Transactional(readOnly = true)
    public List<Asked> askedOf(Actor actor) {
        return mapper.findAsked(actor.userId());
    }

    /** The people who can be asked about a task; empty where this person may not ask. */
    @Transactional(readOnly = true)
    public List<Person> colleagues(String taskId, Actor actor) {
        return colleagues.of(worklist.visible(taskId, actor), actor.userId());
    }

    /**
     * Takes back what was not given yet (who asked).
     *
     * <p>Refused: {@code PART_NOT_FOUND}, {@code PART_NOT_YOURS}, {@code PART_ENDED}.
     */
    public Part withdraw(String partId, Actor actor) {
        Part part = find(partId, actor);
        if (!part.askedBy().equals(actor.userId())) {
            throw Refusal.forbidden("PART_NOT_YOURS", part.askedByName());
        }
        if (part.state() == PartState.WITHDRAWN) {
            return part;
        }
        end(part, PartState.WITHDRAWN, null, null);
        tell("worklist.partWithdrawn", part, actor, Map.of());
        return mapper.find(partId).orElseThrow();
    }

    /** The task ended before everybody had answered. */
    record Unanswered(String taskId) {}

    /** A part of a task that this person may see, or was asked for. Refused: {@code PART_NOT_FOUND}, {@code TASK_NOT_FOUND}. */
    @Transactional(readOnly = true)
    public Part find(String partId, Actor actor) {
        Part part = mapper.find(partId).orElseThrow(() -> Refusal.notFound("PART_NOT_FOUND"));
        if (mapper.findRecused(part.caseId()).contains(actor.userId())) {
            throw Refusal.notFound("PART_NOT_FOUND");
        }
        if (!part.userId().equals(actor.userId())) {
            worklist.visible(part.taskId(), actor);
        }
        return part;
    }

    /** Asks each of these people once; who is asked already is not asked again. */
    List<Part> ask(TaskRow seen, PartKind kind, List<String> userIds, @Nullable String question, Actor actor) {
        if (userIds.isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of(Colleagues.FIELD, "PEOPLE_REQUIRED")));
        }
        cases.lock(seen.caseId()); // of two clicks the second finds what the first asked
        // Only reading goes on after the task: it may have been completed, or given away, since it was looked at.
        TaskRow task = kind == PartKind.READ ? seen : worklist.held(seen.id(), actor);
        List<Part> open = mapper.findOpenOfTask(task.id());
        for (String userId : new LinkedHashSet<>(userIds)) {
            Person person = colleagues.require(task, userId, actor.userId());
            boolean asked = open.stream()
                    .anyMatch(part -> part.kind() == kind && part.userId().equals(userId));
            if (!asked) {
                ask(task, kind, person, question, actor);
            }
        }
        return mapper.findOfTask(task.id());
    }

    private void ask(TaskRow task, PartKind kind, Person person, @Nullable String question, Actor actor) {
        Part part = new Part(
                Ids.next(),
                task.caseId(),
                task.id(),
                kind,
                actor.userId(),
                actor.name(),
                now(),
                person.id(),
                person.name(),
                question,
                PartState.OPEN,
                null,
                null,
                null,
                null,
                0);
        mapper.insert(part, task.id() + "|" + kind + "|" + person.id());
        if (kind != PartKind.READ) {
            mapper.updateAsked(task.id(), 1);
        }
        admissions.admit(task.caseId(), person.id(), part.id(), actor);
        tell(
                switch (kind) {
                    case CONSULT -> "worklist.consulted";
                    case SIGN -> "worklist.signatureAsked";
                    case READ -> "worklist.circulated";
                },
                part,
                actor,
                Map.of("task", task.name()));
    }

    /** Gives an open part; given again with the same words it stays as it is. */
    Part give(String partId, PartKind kind, @Nullable Stand stand, @Nullable String opinion, Actor actor) {
        Part part = find(partId, actor);
        if (!part.userId().equals(actor.userId()) || part.kind() != kind) {
            throw Refusal.forbidden("PART_NOT_YOURS", part.userName());
        }
        boolean same = part.state() == PartState.DONE
                && part.answer() == stand
                && String.valueOf(opinion).equals(String.valueOf(part.opinion()));
        if (same) {
            return part;
        }
        end(part, PartState.DONE, stand, opinion);
        tell(
                switch (kind) {
                    case CONSULT -> "worklist.opinionGiven";
                    case SIGN -> "worklist.signed";
                    case READ -> "worklist.read";
                },
                part,
                actor,
                stand == null ? Map.of() : Map.of("stand", stand.name()));
        return mapper.find(partId).orElseThrow();
    }

    private void end(Part part, PartState state, @Nullable Stand stand, @Nullable String opinion) {
        if (mapper.updateEnded(part.id(), state, stand, opinion, now()) == 0) {
            Part now = mapper.find(part.id()).orElseThrow();
            throw Refusal.conflict("PART_ENDED", worklist.moment(now.endedAt()));
        }
        if (part.kind() != PartKind.READ) {
            mapper.updateAsked(part.taskId(), -1);
        }
        if (part.kind() != PartKind.READ || state != PartState.DONE) {
            admissions.end(part.id());
        }
    }

    /** The process took the task away, perhaps from a colleague; one that is completed tells so itself. */
    @EventListener
    void on(TaskClosed task) {
        if (!task.completed()) {
            close(task.taskId());
            admissions.end(task.taskId());
        }
    }

    /** An approval came from paper: nobody is asked any more. */
    @EventListener
    void on(TaskTakenFromPaper task) {
        close(task.taskId());
        admissions.end(task.taskId()); // and who had it for a while is no longer wanted
    }

    /** A task was completed while an opinion was open. */
    @EventListener
    void on(Unanswered task) {
        close(task.taskId());
    }

    /** What is still open when the task ends is no longer wanted, but for reading. */
    private void close(String taskId) {
        mapper.findOpenOfTask(taskId).stream()
                .filter(part -> part.kind() != PartKind.READ)
                .forEach(part -> end(part, PartState.CLOSED, null, null));
    }

    /** Who keeps away from the case is asked nothing in it any more. */
    @EventListener
    void on(RecusalsChanged changed) {
        mapper.findOpenOfRecused(changed.caseId()).forEach(part -> end(part, PartState.CLOSED, null, null));
    }

    /** Marks that the person has opened the task about which something is wanted of them. */
    public void seen(String taskId, Actor actor) {
        mapper.updateSeen(taskId, actor.userId(), now());
    }

    /** Auditors read and write nothing. */
    static void requireWriter(Actor actor) {
        if (actor.has(Role.AUDITOR)) {
            throw Refusal.forbidden("AUDITOR_READS");
        }
    }

    private void tell(String kind, Part part, Actor actor, Map<String, Object> more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("partId", part.id());
        facts.put("taskId", part.taskId());
        facts.put("userId", part.userId());
        facts.putAll(more);
        events.publishEvent(
                Act.of(kind, part.caseId(), actor, facts).withPersonal(Map.of("userName", part.userName())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
