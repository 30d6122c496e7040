package io.mingjing.review.process;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Suspensions;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 扣除期限审批: with the agreement of the head of the unit the clock stands still. */
@Component
class ApproveExclusion implements TaskHandler {

    private final Suspensions suspensions;
    private final ActDay actDay;

    ApproveExclusion(Suspensions suspensions, ActDay actDay) {
        this.actDay = actDay;
        this.suspensions = suspensions;
    }

    @Override
    public String processKey() {
        return ExclusionProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ExclusionProcess.APPROVE_EXCLUSION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        if ("APPROVE".equals(values.get(ReviewProcess.RESULT))) {
            suspensions.exclude(task.file().id(), actDay.today(), actor.name());
        }
        return Map.of();
    }
}
