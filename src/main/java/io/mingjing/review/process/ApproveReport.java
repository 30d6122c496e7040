package io.mingjing.review.process;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Elevations;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 报请提级审批: with the agreement of the head of the unit the superior is asked, and the time does not count. */
@Component
class ApproveReport implements TaskHandler {

    private final Elevations elevations;
    private final ActDay actDay;

    ApproveReport(Elevations elevations, ActDay actDay) {
        this.elevations = elevations;
        this.actDay = actDay;
    }

    @Override
    public String processKey() {
        return ElevationProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ElevationProcess.APPROVE_REPORT;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        if ("APPROVE".equals(values.get(ReviewProcess.RESULT))) {
            elevations.reported(task.file().id(), actDay.today(), actor.name());
        } else {
            elevations.notReported(task.file().id(), actor);
        }
        return Map.of();
    }
}
