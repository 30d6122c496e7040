package io.mingjing.worklist;

import io.mingjing.identity.Leaves;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who does the tasks of people on leave (代行). The substitute sees and does them like the own ones; the task then counts as
 * the substitute's, and says in whose stead it was done. Recusal of the substitute stands in the queries.
 */
@Service
public class StandIns {

    private final StandInMapper mapper;
    private final Leaves leaves;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StandIns(StandInMapper mapper, Leaves leaves, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.leaves = leaves;
        this.clock = clock;
        this.events = events;
    }

    /** Whose tasks are this person's today: the own ones first, then those of the people on leave. */
    @Transactional(readOnly = true)
    public List<String> holders(String userId) {
        List<String> holders = new ArrayList<>();
        holders.add(userId);
        holders.addAll(leaves.stoodInFor(userId));
        return holders;
    }

    /** Whether this person may do the tasks of that one today, being the same or standing in. */
    @Transactional(readOnly = true)
    public boolean actsFor(@Nullable String holderId, Actor actor) {
        return holderId != null
                && (holderId.equals(actor.userId())
                        || mapper.countLeaves(holderId, actor.userId(), LocalDate.now(clock)) > 0);
    }

    /** The names of those in whose stead tasks were done, by task. */
    @Transactional(readOnly = true)
    public Map<String, String> stoodInFor(Collection<String> tasks) {
        Map<String, String> names = new HashMap<>();
        if (!tasks.isEmpty()) {
            mapper.find(tasks).forEach(row -> names.put(row.taskId(), row.absentName()));
        }
        return names;
    }

    /** The task becomes the substitute's, who is about to do it. Refused: {@code TASK_CHANGED}. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeOver(TaskRow row, Actor actor) {
        String absent = row.assignee();
        if (absent == null || absent.equals(actor.userId())) {
            return;
        }
        if (mapper.updateAssignee(row.id(), absent, actor.userId(), actor.name()) == 0) {
            throw Refusal.conflict("TASK_CHANGED");
        }
        String name = row.assigneeName() == null ? "" : row.assigneeName();
        mapper.insert(row.id(), absent, name, actor.userId(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        events.publishEvent(Act.of(
                        "worklist.stoodIn",
                        row.caseId(),
                        actor,
                        Map.of("taskId", row.id(), "task", row.name(), "absent", absent))
                .withPersonal(Map.of("absentName", name)));
    }
}
