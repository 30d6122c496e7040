package io.mingjing.alert;

import io.mingjing.alert.Arming.Trigger;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tasks that wait. Whether one still does is asked when its day comes, so that claiming and completing cost nothing here;
 * what was said of a task is withdrawn when it closes.
 */
@Component
class TaskWatch {

    /** Where the responsible organ signs for a supervision order (签收). */
    private static final String SIGN_ORDER = "userTask_signOrder";

    private final Arming arming;
    private final Withdrawal withdrawal;
    private final Clock clock;

    TaskWatch(Arming arming, Withdrawal withdrawal, Clock clock) {
        this.arming = arming;
        this.withdrawal = withdrawal;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOpened task) {
        AlertKind kind = task.definitionKey().equals(SIGN_ORDER) ? AlertKind.ORDER_UNSIGNED : AlertKind.TASK_UNCLAIMED;
        LocalDate today = LocalDate.now(clock);
        arming.arm(List.of(new Trigger(
                kind, task.caseId(), new AlertRef(task.taskId(), 0), task.pool(), today, today, task.name())));
    }

    @EventListener
    void on(TaskClosed task) {
        withdrawal.all(task.taskId());
    }
}
