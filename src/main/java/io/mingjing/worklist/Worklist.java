package io.mingjing.worklist;

import io.mingjing.casefile.Admissions;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Declarations;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.LikePattern;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.time.TimeLimits;
import io.mingjing.worklist.TaskMapper.FreeTask;
import io.mingjing.worklist.TaskMapper.HeldTask;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open tasks of people. Who may see a task stands in the query itself: own pools (also those lent by people on
 * leave), own tasks, the own unit's; never what one is recused from. Two officers who claim at once: exactly one wins,
 * the other reads who and when.
 */
@Service
public class Worklist {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** 三日内到期: natural days. */
    private static final int SOON_DAYS = 3;

    private final TaskMapper mapper;
    private final PartMapper parts;
    private final PauseMapper pauses;
    private final TaskMoveMapper hands;
    private final Admissions admissions;
    private final People people;
    private final Organs organs;
    private final CaseTasks tasks;
    private final Handlers handlers;
    private final Declarations declarations;
    private final StandIns standIns;
    private final TimeLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Worklist(
            TaskMapper mapper,
            PartMapper parts,
            PauseMapper pauses,
            TaskMoveMapper hands,
            Admissions admissions,
            People people,
            Organs organs,
            CaseTasks tasks,
            Handlers handlers,
            Declarations declarations,
            StandIns standIns,
            TimeLimits limits,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.parts = parts;
        this.pauses = pauses;
        this.hands = hands;
        this.admissions = admissions;
        this.people = people;
        this.organs = organs;
        this.tasks = tasks;
        this.handlers = handlers;
        this.declarations = declarations;
        this.standIns = standIns;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A page of a list and the sizes of all lists.
     *
     * @param holders whose tasks the reader may do today: the reader, and those for whom the reader stands in
     * @param stoodInFor the names of those in whose stead tasks of the page were done, by task
     */
    public record Overview(TaskPage page, TaskCounts counts, List<String> holders, Map<String, String> stoodInFor) {}

    /** A page of a list, in three statements. Refused: {@code BAD_CURSOR}. */
    @Transactional(readOnly = true)
    public Overview overview(TaskQuery query, Actor actor) {
        if (actor.organId() == null) {
            return new Overview(new TaskPage(List.of(), null, 0), TaskCounts.NONE, List.of(), Map.of());
        }
        Sight sight = people.sight(actor);
        LocalDate today = today();
        LocalDate soon = today.plusDays(SOON_DAYS);
        List<String> holders = standIns.holders(actor.userId());
        TaskMapper.Counted counted = mapper.countLists(query, sight, holders, subtree(sight), today, soon);
        TaskCounts counts = new TaskCounts(counted.mine(), counted.available(), counted.unit(), counted.done());
        int total = query.filtered() ? counted.filtered() : counts.of(query.list());
        List<TaskRow> rows =
                query.list() == TaskList.AVAILABLE && sight.poolKeys().isEmpty()
                        ? List.of()
                        : mapper.search(
                                query,
                                sight,
                                holders,
                                subtree(sight),
                                today,
                                soon,
                                Cursor.parse(query.after(), query.list()),
                                query.limit() + 1);
        boolean more = rows.size() > query.limit();
        List<TaskRow> shown = more ? rows.subList(0, query.limit()) : rows;
        String next =
                more ? Cursor.of(shown.get(shown.size() - 1), query.list()).text() : null;
        Map<String, String> stoodInFor = query.list() == TaskList.DONE
                ? standIns.stoodInFor(shown.stream().map(TaskRow::id).toList())
                : Map.of();
        return new Overview(new TaskPage(items(shown, today), next, total), counts, holders, stoodInFor);
    }

    /** A page of a list. Refused: {@code BAD_CURSOR}. */
    @Transactional(readOnly = true)
    public TaskPage list(TaskQuery query, Actor actor) {
        return overview(query, actor).page();
    }

    /** The sizes of the lists. */
    @Transactional(readOnly = true)
    public TaskCounts counts(Actor actor) {
        if (actor.organId() == null) {
            return TaskCounts.NONE;
        }
        Sight sight = people.sight(actor);
        TaskMapper.Counted counted = mapper.countLists(
                TaskQuery.of(TaskList.MINE), sight, standIns.holders(actor.userId()), subtree(sight), today(), today());
        return new TaskCounts(counted.mine(), counted.available(), counted.unit(), counted.done());
    }

    /** The counters of the home page, over the list {@link TaskList#UNIT}. */
    @Transactional(readOnly = true)
    public DueCounts dueCounts(Actor actor) {
        if (actor.organId() == null) {
            return DueCounts.NONE;
        }
        Sight sight = people.sight(actor);
        return mapper.countDue(sight, subtree(sight), today(), today().plusDays(SOON_DAYS));
    }

    /** A task that this person may see, open or done. Refused: {@code TASK_NOT_FOUND}. */
    @Transactional(readOnly = true)
    public TaskItem get(String taskId, Actor actor) {
        return item(visible(taskId, people.sight(actor)), today());
    }

    /** Of these tasks those that this person may see, open or done, in the order asked for. */
    @Transactional(readOnly = true)
    public List<TaskItem> seen(Collection<String> taskIds, Actor actor) {
        List<String> ids = taskIds.stream().distinct().toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Sight sight = people.sight(actor);
        LocalDate today = today();
        List<TaskRow> rows = mapper.findAllVisible(ids, sight, subtree(sight), today).stream()
                .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
                .toList();
        return items(rows, today);
    }

    /** The open tasks of a case, whoever has them; for pages of people who may see the case. */
    @Transactional(readOnly = true)
    public List<TaskItem> openOfCase(String caseId) {
        LocalDate today = today();
        return items(mapper.findOpenOfCase(caseId), today);
    }

    /**
     * Takes a task. Who claims a task in a pool of handlers becomes the lead handler (主办人) of a case that has none. Claiming what one has already is no error: a double click is one act.
     *
     * <p>Refused: {@code TASK_NOT_FOUND}, {@code TASK_CLAIMED} (who, when), {@code TASK_DONE} (who, when), {@code TASK_CANCELLED} (when),
     * {@code NOT_IN_POOL}, {@code MUST_WITHDRAW} by what the person has declared.
     */
    @Transactional
    public TaskItem claim(String taskId, Actor actor) {
        Sight sight = people.sight(actor);
        Optional<FreeTask> free =
                mapper.findFree(taskId).filter(task -> sight.poolKeys().contains(task.poolKey()));
        if (free.isEmpty()) {
            return item(requireOwn(visible(taskId, sight), sight), today());
        }
        FreeTask task = free.get();
        declarations.requireFree(task.caseId(), actor.userId());
        // Before the row is touched, for it locks the case first, as every act on a case does.
        handlers.claimed(task.caseId(), Role.valueOf(task.pool()), actor);
        if (mapper.updateClaimed(taskId, sight, actor.name(), now()) == 0) {
            visible(taskId, sight); // to who is recused, the task is not there
            throw lost(taskId);
        }
        events.publishEvent(Act.of(
                "worklist.claimed",
                task.caseId(),
                actor,
                facts(taskId, task.definitionKey(), task.name(), task.pool())));
        return item(mapper.find(taskId).orElseThrow(), today());
    }

    /** A task that cannot be claimed, unless it is the reader's already. */
    private TaskRow requireOwn(TaskRow row, Sight sight) {
        if (row.state() == TaskState.OPEN && sight.userId().equals(row.assignee())) {
            return row;
        }
        if (row.state() == TaskState.OPEN
                && row.assignee() == null
                && !sight.poolKeys().contains(row.poolKey())) {
            throw Refusal.forbidden("NOT_IN_POOL");
        }
        throw lost(row.id());
    }

    /**
     * Gives a task back to its pool; also the undo of a claim. The holder may, and a head of unit or supervisor of the own
     * government.
     *
     * <p>Refused: {@code TASK_NOT_FOUND}, {@code TASK_DONE}, {@code TASK_CANCELLED}, {@code TASK_NOT_YOURS} (who has it),
     * {@code TASK_DELEGATED} (whose it is).
     */
    @Transactional
    public TaskItem release(String taskId, Actor actor) {
        return release(taskId, null, null, actor);
    }

    /**
     * @param reason kept with the task; null where none was given
     * @param version of the task that the page showed; null where there is none
     */
    @Transactional
    TaskItem release(String taskId, @Nullable String reason, @Nullable Integer version, Actor actor) {
        Sight sight = people.sight(actor);
        TaskRow row = visible(taskId, sight);
        String holder = row.assignee();
        if (row.state() != TaskState.OPEN) {
            throw gone(row);
        }
        if (holder == null) {
            return item(row, today());
        }
        requireVersion(row, version);
        if (!holder.equals(actor.userId()) && !directs(sight, row)) {
            throw Refusal.forbidden("TASK_NOT_YOURS", named(row.assigneeName()));
        }
        if (holder.equals(actor.userId())) {
            requireUndelegated(row);
        }
        if (holder.equals(actor.userId()) && mapper.countOthersOf(row.caseId(), taskId, holder) == 0) {
            handlers.unclaimed(row.caseId(), actor); // nothing was done in the case: the undo is whole
        }
        if (mapper.updateReleased(taskId, holder) == 0) {
            throw lost(taskId);
        }
        moved(row, TaskMove.Kind.RELEASED, null, null, reason, actor);
        Map<String, Object> facts = facts(row);
        facts.put("holder", holder);
        events.publishEvent(Act.of("worklist.released", row.caseId(), actor, facts)
                .withPersonal(Map.of("holderName", named(row.assigneeName()))));
        return item(mapper.find(taskId).orElseThrow(), today());
    }

    /**
     * Gives a task to somebody of its pool. A head of unit or supervisor of the same government may.
     *
     * <p>Refused: {@code TASK_NOT_FOUND}, {@code TASK_DONE}, {@code TASK_CANCELLED}, {@code ASSIGN_NOT_ALLOWED}, {@code ASSIGNEE_NOT_IN_POOL},
     * {@code ASSIGNEE_RECUSED}, {@code TASK_CHANGED}.
     */
    @Transactional
    public TaskItem assign(String taskId, String userId, Actor actor) {
        return assign(taskId, userId, null, null, actor);
    }

    /**
     * @param reason kept with the task; null where none was given
     * @param version of the task that the page showed; null where there is none
     */
    @Transactional
    public TaskItem assign(
            String taskId, String userId, @Nullable String reason, @Nullable Integer version, Actor actor) {
        Sight sight = people.sight(actor);
        TaskRow row = visible(taskId, sight);
        if (!directs(sight, row)) {
            throw Refusal.forbidden("ASSIGN_NOT_ALLOWED");
        }
        if (row.state() != TaskState.OPEN) {
            throw gone(row);
        }
        Person person = people.get(userId);
        if (!belongs(person, row)) {
            throw Refusal.invalid("ASSIGNEE_NOT_IN_POOL", person.name());
        }
        if (mapper.countRecusals(row.caseId(), userId) > 0) {
            throw Refusal.conflict("ASSIGNEE_RECUSED", person.name());
        }
        declarations.requireFree(row.caseId(), userId);
        if (userId.equals(row.assignee()) && row.owner() == null) {
            return item(row, today());
        }
        requireVersion(row, version);
        if (mapper.updateAssigned(taskId, userId, person.name(), now(), row.version()) == 0) {
            throw changed(taskId);
        }
        moved(row, TaskMove.Kind.ASSIGNED, userId, person.name(), reason, actor);
        Map<String, Object> facts = facts(row);
        facts.put("assignee", userId);
        events.publishEvent(Act.of("worklist.assigned", row.caseId(), actor, facts)
                .withPersonal(Map.of("assigneeName", person.name())));
        return item(mapper.find(taskId).orElseThrow(), today());
    }

    /**
     * Passes a task from one person to another when work is handed over; whether the actor may is for {@link HandOver}.
     *
     * <p>Refused: {@code TASK_NOT_FOUND}, {@code TASK_CHANGED}, {@code ASSIGNEE_NOT_IN_POOL}, {@code ASSIGNEE_RECUSED}.
     */
    @Transactional
    void passOn(String taskId, String fromUserId, Person to, String reason, Actor actor) {
        TaskRow row = mapper.find(taskId).orElseThrow(() -> Refusal.notFound("TASK_NOT_FOUND"));
        if (mapper.countRecusals(row.caseId(), actor.userId()) > 0) {
            throw Refusal.notFound("TASK_NOT_FOUND");
        }
        if (row.state() != TaskState.OPEN || !(fromUserId.equals(row.assignee()) || fromUserId.equals(row.owner()))) {
            throw Refusal.conflict("TASK_CHANGED");
        }
        if (!belongs(to, row)) {
            throw Refusal.invalid("ASSIGNEE_NOT_IN_POOL", to.name());
        }
        if (mapper.countRecusals(row.caseId(), to.id()) > 0) {
            throw Refusal.conflict("ASSIGNEE_RECUSED", to.name());
        }
        declarations.requireFree(row.caseId(), to.id());
        if (mapper.updateAssigned(taskId, to.id(), to.name(), now(), row.version()) == 0) {
            throw changed(taskId);
        }
        String holder = row.assignee();
        if (holder != null) {
            tasks.passDraft(taskId, holder, to.id());
        }
        moved(row, TaskMove.Kind.ASSIGNED, to.id(), to.name(), reason, actor);
        Map<String, Object> facts = facts(row);
        facts.put("holder", fromUserId);
        facts.put("assignee", to.id());
        events.publishEvent(Act.of("worklist.handedOver", row.caseId(), actor, facts)
                .withPersonal(Map.of("assigneeName", to.name(), "reason", reason)));
    }

    /** A task that goes elsewhere is no longer a colleague's; the words that go with it are kept. */
    private void moved(
            TaskRow row,
            TaskMove.Kind kind,
            @Nullable String toId,
            @Nullable String toName,
            @Nullable String reason,
            Actor actor) {
        if (row.owner() != null) {
            admissions.end(row.id());
        }
        if (row.owner() != null || reason != null) {
            hands.insert(new TaskMove(
                    Ids.next(),
                    row.caseId(),
                    row.id(),
                    kind,
                    actor.userId(),
                    actor.name(),
                    toId,
                    toName,
                    null,
                    reason,
                    now()));
        }
    }

    /** The people to whom a task may be given, by pinyin; empty where the reader may not assign it. */
    @Transactional(readOnly = true)
    public List<Person> assignable(String taskId, Actor actor) {
        Sight sight = people.sight(actor);
        TaskRow row = visible(taskId, sight);
        if (row.state() != TaskState.OPEN || !directs(sight, row)) {
            return List.of();
        }
        Role pool = Role.valueOf(row.pool());
        List<Person> all = pool == Role.ORGAN_CONTACT
                ? row.organId() == null ? List.of() : people.contactsOf(row.organId())
                : people.withRole(pool, row.governmentId());
        Set<String> recused = Set.copyOf(mapper.findRecused(row.caseId()));
        return all.stream().filter(person -> !recused.contains(person.id())).toList();
    }

    /** Whether this person may give the tasks of a government to others. */
    public boolean directs(Actor actor) {
        return actor.hasAny(Role.UNIT_HEAD, Role.SUPERVISOR);
    }

    /** Completes a task as {@link #complete(String, Map, Sending, Actor)} does, for callers that show no form. */
    @Transactional
    public Completed complete(String taskId, Map<String, ?> values, Actor actor) {
        return complete(taskId, values, Sending.PLAIN, actor);
    }

    /**
     * Completes a task: only who has it may, or who stands in for that person today. What was typed is validated, stored and carried out by {@link CaseTasks} in
     * this transaction. The same form sent twice is one act.
     *
     * <p>Refused: {@code TASK_NOT_FOUND}, {@code TASK_DONE} (who, when), {@code TASK_CANCELLED} (when),
     * {@code TASK_UNCLAIMED}, {@code TASK_NOT_YOURS} (who has it), {@code TASK_DELEGATED} (whose it is),
     * {@code TASK_CHANGED} since the form was shown, {@code SIGNATURES_MISSING} (of whom), and whatever the form or the
     * area's handler refuses.
     */
    @Transactional
    public Completed complete(String taskId, Map<String, ?> values, Sending sending, Actor actor) {
        String caseId = mapper.findHeld(taskId, actor.userId())
                .filter(held -> sending.version() == null || sending.version() == held.version())
                .map(HeldTask::caseId)
                .orElseGet(() -> requireCompletable(taskId, sending, actor).caseId());
        tasks.complete(taskId, caseId, values, sending.formKey(), sending.actedOn(), actor);
        List<TaskRow> rows = mapper.findWithOpenOfCase(taskId, caseId);
        TaskRow closed = rows.stream()
                .filter(each -> each.id().equals(taskId))
                .findFirst()
                .orElseThrow();
        requireSigned(closed); // a signature may have been asked for before the case was locked
        if (closed.asked() > 0) {
            events.publishEvent(new Parts.Unanswered(taskId));
        }
        if (!actor.userId().equals(closed.assignee()) || closed.owner() != null) {
            // Between the look at the row and the lock of the case it went into other hands.
            throw Refusal.forbidden("TASK_NOT_YOURS", named(closed.assigneeName()));
        }
        List<TaskItem> shown = items(rows, today());
        TaskItem done = shown.stream()
                .filter(each -> each.id().equals(taskId))
                .findFirst()
                .orElseThrow();
        return new Completed(done, shown.stream().filter(each -> each != done).toList());
    }

    /** What stands in the way of completing a task is said; who stands in for its holder takes it over. */
    private TaskRow requireCompletable(String taskId, Sending sending, Actor actor) {
        TaskRow row = mapper.find(taskId)
                .filter(found ->
                        found.state() == TaskState.OPEN && actor.userId().equals(found.assignee()))
                .orElseGet(() -> visible(taskId, actor));
        boolean sentAgain = sending.formKey() != null && actor.userId().equals(row.closedBy());
        if (!sentAgain) {
            requireHeld(row, actor);
            requireUndelegated(row);
            requireVersion(row, sending.version());
            requireSigned(row);
            standIns.takeOver(row, actor);
        }
        return row;
    }

    private void requireSigned(TaskRow row) {
        List<String> missing = row.asked() == 0 ? List.of() : parts.findUnsigned(row.id());
        if (!missing.isEmpty()) {
            throw Refusal.conflict("SIGNATURES_MISSING", String.join("、", missing));
        }
    }

    /** While a colleague does a part of it, a task is neither completed nor given up, only given back. */
    private static void requireUndelegated(TaskRow row) {
        if (row.owner() != null) {
            throw Refusal.conflict("TASK_DELEGATED", named(row.ownerName()));
        }
    }

    /** An act on a page that shows the task as it was before somebody changed it. */
    void requireVersion(TaskRow row, @Nullable Integer version) {
        if (version != null && version != row.version()) {
            throw Refusal.conflict("TASK_CHANGED");
        }
    }

    /** The task, if this person holds it; refused as by {@link #complete}. */
    @Transactional(readOnly = true)
    public TaskItem requireHeld(String taskId, Actor actor) {
        TaskRow row = visible(taskId, people.sight(actor));
        requireHeld(row, actor);
        return item(row, today());
    }

    /** The row of a task, if this person holds it; refused as by {@link #complete}. */
    TaskRow held(String taskId, Actor actor) {
        TaskRow row = visible(taskId, actor);
        requireHeld(row, actor);
        return row;
    }

    private void requireHeld(TaskRow row, Actor actor) {
        if (row.state() != TaskState.OPEN) {
            throw gone(row);
        }
        if (row.assignee() == null) {
            throw Refusal.conflict("TASK_UNCLAIMED");
        }
        if (!standIns.actsFor(row.assignee(), actor)) {
            throw Refusal.forbidden("TASK_NOT_YOURS", named(row.assigneeName()));
        }
    }

    /** Whether this person may do the task now: its holder, or who stands in for the holder today. */
    @Transactional(readOnly = true)
    public boolean mayHandle(TaskItem task, Actor actor) {
        return task.open() && standIns.actsFor(task.assignee(), actor);
    }

    /** The row of a task that this person may see. Refused: {@code TASK_NOT_FOUND}. */
    TaskRow visible(String taskId, Actor actor) {
        return visible(taskId, people.sight(actor));
    }

    private TaskRow visible(String taskId, Sight sight) {
        return mapper.findVisible(taskId, sight, subtree(sight), today())
                .orElseThrow(() -> Refusal.notFound("TASK_NOT_FOUND"));
    }

    /** Heads of units and supervisors see to the tasks of their own government, in their areas. */
    static boolean directs(Sight sight, TaskRow row) {
        return (sight.roles().contains(Role.UNIT_HEAD) || sight.roles().contains(Role.SUPERVISOR))
                && sight.governmentId().equals(row.governmentId())
                && sight.areas().contains(row.area());
    }

    boolean belongs(Person person, TaskRow row) {
        Role pool = Role.valueOf(row.pool());
        return person.active()
                && person.has(pool)
                && (pool == Role.ORGAN_CONTACT
                        ? person.organId().equals(row.organId())
                        : organs.get(person.organId()).governmentId().equals(row.governmentId()));
    }

    /** Why a conditional update hit nothing. */
    private Refusal lost(String taskId) {
        Optional<TaskRow> now = mapper.find(taskId);
        if (now.isEmpty()) {
            return Refusal.notFound("TASK_NOT_FOUND");
        }
        TaskRow row = now.get();
        if (row.state() != TaskState.OPEN) {
            return gone(row);
        }
        return row.assignee() == null
                ? Refusal.conflict("TASK_CHANGED")
                : Refusal.conflict("TASK_CLAIMED", named(row.assigneeName()), moment(row.claimedAt()));
    }

    Refusal changed(String taskId) {
        return mapper.find(taskId)
                .filter(row -> row.state() != TaskState.OPEN)
                .map(this::gone)
                .orElseGet(() -> Refusal.conflict("TASK_CHANGED"));
    }

    Refusal gone(TaskRow row) {
        return row.closedByName() == null
                ? Refusal.conflict("TASK_CANCELLED", moment(row.closedAt()))
                : Refusal.conflict("TASK_DONE", row.closedByName(), moment(row.closedAt()));
    }

    String moment(@Nullable Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(clock.getZone()));
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : name;
    }

    static Map<String, Object> facts(TaskRow row) {
        return facts(row.id(), row.definitionKey(), row.name(), row.pool());
    }

    private static Map<String, Object> facts(String taskId, String definitionKey, String name, String pool) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("taskId", taskId);
        facts.put("step", definitionKey);
        facts.put("task", name);
        facts.put("pool", pool);
        return facts;
    }

    TaskItem item(String taskId) {
        return item(mapper.find(taskId).orElseThrow(), today());
    }

    private TaskItem item(TaskRow row, LocalDate today) {
        return items(List.of(row), today).get(0);
    }

    /** One statement more where a clock stands still, to tell a suspension from time that is left out of account. */
    private List<TaskItem> items(List<TaskRow> rows, LocalDate today) {
        List<String> paused = rows.stream()
                .filter(row -> row.pausedOn() != null)
                .map(TaskRow::limitId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Set<String> excluded = paused.isEmpty()
                ? Set.of()
                : pauses.findOpen(paused).stream()
                        .filter(pause -> PauseGrounds.excludes(pause.rule(), pause.ground()))
                        .map(PauseMapper.OpenPause::limitId)
                        .collect(Collectors.toSet());
        return rows.stream()
                .map(row -> TaskItem.of(row, row.pausedOn() != null && excluded.contains(row.limitId()), today, limits))
                .toList();
    }

    private static String subtree(Sight sight) {
        return LikePattern.escape(sight.governmentPath()) + "%";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
