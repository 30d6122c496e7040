package io.mingjing.worklist;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.TaskUrged;
import io.mingjing.time.TimeLimits;
import io.mingjing.time.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办: whoever waits for a task urges it, at most once a working day; the count stands in the lists. */
@Service
@Transactional
public class Urging {

    private final Worklist worklist;
    private final TaskMoveMapper mapper;
    private final TimeLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Urging(Worklist worklist, TaskMoveMapper mapper, TimeLimits limits, Clock clock, ApplicationEventPublisher events) {
        this.worklist = worklist;
        this.mapper = mapper;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Urges an open task. A day off counts with the working day before it.
     *
     * <p>Refused: {@code TASK_NOT_FOUND}, {@code TASK_DONE}, {@code TASK_CANCELLED}, {@code URGE_OWN}, {@code
     * AUDITOR_READS}, {@code URGED_TODAY} (when).
     */
    public TaskItem urge(String taskId, Actor actor) {
        Parts.requireWriter(actor);
        TaskRow row = worklist.visible(taskId, actor);
        if (row.state() != TaskState.OPEN) {
            throw worklist.gone(row);
        }
        if (actor.userId().equals(row.assignee())) {
            throw Refusal.conflict("URGE_OWN");
        }
        LocalDate day = workingDay();
        Optional<Urge> before = mapper.findUrge(taskId, actor.userId(), day);
        if (before.isPresent()) {
            throw urgedToday(before.get());
        }
        Urge urge = new Urge(
                Ids.next(),
                row.caseId(),
                taskId,
                actor.userId(),
                actor.name(),
                row.assignee(),
                row.assigneeName(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        try {
            mapper.insertUrge(urge, day);
        } catch (DuplicateKeyException e) { // a second click at the same moment
            throw urgedToday(urge);
        }
        mapper.updateUrged(taskId);
        TaskItem task = worklist.item(taskId);
        Map<String, Object> facts = Worklist.facts(row);
        facts.put("count", task.urged());
        events.publishEvent(Act.of("worklist.urged", row.caseId(), actor, facts));
        events.publishEvent(new TaskUrged(
                urge.id(), row.caseId(), taskId, actor.userId(), row.assignee(), row.poolKey(), task.urged()));
        return task;
    }

    /** Who has urged a task the reader may see, and when. */
    @Transactional(readOnly = true)
    public List<Urge> of(String taskId, Actor actor) {
        worklist.visible(taskId, actor);
        return mapper.findUrges(taskId);
    }

    private Refusal urgedToday(Urge before) {
        return Refusal.conflict("URGED_TODAY", worklist.moment(before.urgedAt()));
    }

    private LocalDate workingDay() {
        LocalDate today = LocalDate.now(clock);
        WorkingCalendar calendar = limits.calendar();
        return calendar.isWorkingDay(today) ? today : calendar.addWorkingDays(today, -1);
    }
}
