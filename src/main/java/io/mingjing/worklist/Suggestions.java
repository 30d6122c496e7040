package io.mingjing.worklist;

import io.mingjing.identity.Leave;
import io.mingjing.identity.Leaves;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who should have a task: a handler of the case before others, then whoever has the lightest load. An open task weighs 5
 * once it is overdue, 3 when three working days or less are left, 2 up to ten, 1 beyond or without a date; a paused one
 * weighs nothing. Who is away today comes after all others, who is recused cannot be chosen.
 */
@Service
@Transactional(readOnly = true)
public class Suggestions {

    private static final int URGENT_DAYS = 3;
    private static final int NEAR_DAYS = 10;
    private static final LocalDate PAUSED = LocalDate.of(9999, 12, 31);
    private static final LocalDate UNDATED = LocalDate.of(9998, 12, 31);

    private final Worklist worklist;
    private final LoadMapper mapper;
    private final TaskMapper tasks;
    private final People people;
    private final Leaves leaves;
    private final TimeLimits limits;
    private final Clock clock;

    Suggestions(
            Worklist worklist,
            LoadMapper mapper,
            TaskMapper tasks,
            People people,
            Leaves leaves,
            TimeLimits limits,
            Clock clock) {
        this.worklist = worklist;
        this.mapper = mapper;
        this.tasks = tasks;
        this.people = people;
        this.leaves = leaves;
        this.limits = limits;
        this.clock = clock;
    }

    private static final class Load {
        int weight;
        int open;
        int overdue;
        int urgent;
        int near;
    }

    /**
     * The people of the task's pool, the best choice first; empty where the reader may not assign it. Refused:
     * {@code TASK_NOT_FOUND}.
     */
    public List<Suggestion> of(String taskId, Actor actor) {
        TaskItem task = worklist.get(taskId, actor);
        return worklist.assignable(taskId, actor).isEmpty() ? List.of() : of(task);
    }

    /** The people who may be named handlers of a case, the best choice first. */
    List<Suggestion> among(String caseId, List<Person> candidates) {
        return ranked(caseId, candidates);
    }

    private List<Suggestion> of(TaskItem task) {
        return ranked(task.caseId(), pool(task));
    }

    private List<Suggestion> ranked(String caseId, List<Person> pool) {
        List<String> ids = pool.stream().map(Person::id).toList();
        Map<String, Load> loads = loads(ids);
        Set<String> recused = new HashSet<>(tasks.findRecused(caseId));
        Set<String> handlers = new HashSet<>(mapper.findHandlers(caseId));
        LocalDate today = LocalDate.now(clock);
        Map<String, Leave> coming = leaves.next(ids, today.plusDays(NEAR_DAYS));
        List<Suggestion> found = new ArrayList<>();
        for (Person person : pool) {
            Load load = loads.getOrDefault(person.id(), new Load());
            Leave leave = coming.get(person.id());
            found.add(new Suggestion(
                    person,
                    load.weight,
                    load.open,
                    load.overdue,
                    load.urgent,
                    load.near,
                    handlers.contains(person.id()),
                    recused.contains(person.id()),
                    leave,
                    leave != null && leave.on(today),
                    false));
        }
        found.sort(Comparator.comparing(Suggestion::recused)
                .thenComparing(Suggestion::away)
                .thenComparing(one -> !one.handles())
                .thenComparing(Suggestion::load)
                .thenComparing(Suggestion::open));
        if (!found.isEmpty()) {
            found.set(0, found.get(0).asFirst());
        }
        return List.copyOf(found);
    }

    private List<Person> pool(TaskItem task) {
        String place = task.poolKey().substring(task.poolKey().indexOf('@') + 1);
        return place.isEmpty()
                ? List.of()
                : task.pool() == Role.ORGAN_CONTACT ? people.contactsOf(place) : people.withRole(task.pool(), place);
    }

    private Map<String, Load> loads(List<String> ids) {
        Map<String, Load> loads = new HashMap<>();
        if (ids.isEmpty()) {
            return loads;
        }
        LocalDate today = LocalDate.now(clock);
        for (LoadMapper.Due due : mapper.findLoads(ids)) {
            Load load = loads.computeIfAbsent(due.assignee(), id -> new Load());
            load.open += due.tasks();
            if (due.sortDue().equals(PAUSED)) {
                continue;
            }
            long left = due.sortDue().equals(UNDATED)
                    ? Long.MAX_VALUE
                    : limits.daysLeft(DayUnit.WORKING_DAY, today, due.sortDue());
            if (due.sortDue().isBefore(today)) {
                load.overdue += due.tasks();
                load.weight += 5 * due.tasks();
            } else if (left <= URGENT_DAYS) {
                load.urgent += due.tasks();
                load.weight += 3 * due.tasks();
            } else if (left <= NEAR_DAYS) {
                load.near += due.tasks();
                load.weight += 2 * due.tasks();
            } else {
                load.weight += due.tasks();
            }
        }
        return loads;
    }
}
