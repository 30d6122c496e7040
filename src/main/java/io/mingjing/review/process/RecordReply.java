package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Elevations;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 登记上级答复: the superior takes the case, or it stays here. */
@Component
class RecordReply implements TaskHandler {

    private final Elevations elevations;

    RecordReply(Elevations elevations) {
        this.elevations = elevations;
    }

    @Override
    public String processKey() {
        return ElevationProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ElevationProcess.RECORD_REPLY;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        elevations.replied(
                task.file().id(),
                "ELEVATED".equals(answers.text(ElevationProcess.REPLY)),
                answers.text("orderNo"),
                answers.date("repliedOn"),
                actor);
        return Map.of();
    }
}
