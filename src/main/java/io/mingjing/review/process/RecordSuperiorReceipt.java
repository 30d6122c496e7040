package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Elevations;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 登记上级收到案卷: the superior's time for deciding begins; {@link MoveCaseTask} hands the case over. */
@Component
class RecordSuperiorReceipt implements TaskHandler {

    private final Elevations elevations;

    RecordSuperiorReceipt(Elevations elevations) {
        this.elevations = elevations;
    }

    @Override
    public String processKey() {
        return ElevationProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ElevationProcess.RECORD_SUPERIOR_RECEIPT;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        elevations.received(task.file().id(), actor);
        return Map.of();
    }
}
