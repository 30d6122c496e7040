package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Suspensions;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 登记勘验鉴定结束: the clock runs again from that day. */
@Component
class EndExclusion implements TaskHandler {

    private final Suspensions suspensions;

    EndExclusion(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public String processKey() {
        return ExclusionProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ExclusionProcess.END_EXCLUSION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        suspensions.endExclusion(task.file().id(), new Answers(values).date("endedOn"), actor);
        return Map.of();
    }
}
