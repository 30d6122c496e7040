package io.mingjing.alert;

import io.mingjing.alert.AlertMapper.DueRow;
import io.mingjing.shared.Ids;
import io.mingjing.shared.event.TaskUrged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever has a task, or all who could take it, that somebody asks them to hurry 催办; each urge once. */
@Component
class UrgeWatch {

    private final AlertMapper mapper;
    private final Receivers receivers;
    private final Raising raising;
    private final Clock clock;

    UrgeWatch(AlertMapper mapper, Receivers receivers, Raising raising, Clock clock) {
        this.mapper = mapper;
        this.receivers = receivers;
        this.raising = raising;
        this.clock = clock;
    }

    @EventListener
    void on(TaskUrged urge) {
        LocalDate today = LocalDate.now(clock);
        String pool = urge.poolKey().substring(0, Math.max(0, urge.poolKey().indexOf('@')));
        DueRow row = new DueRow(
                Ids.next(),
                urge.caseId(),
                urge.urgeId(),
                0,
                AlertKind.TASK_URGED,
                pool,
                today,
                today,
                0,
                today,
                Objects.requireNonNullElse(mapper.findTaskName(urge.taskId()), ""),
                true,
                0);
        Map<String, AlertMapper.CaseRow> cases = raising.casesOf(List.of(row));
        AlertMapper.CaseRow file = cases.get(urge.caseId());
        if (file == null) {
            return;
        }
        String holder = urge.toUserId();
        raising.raiseFor(holder != null ? receivers.person(holder) : receivers.pool(urge.poolKey()), row, file);
    }
}
