package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Elevations;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 拟制提级审理通知: the notice says what the superior decided. */
@Component
class DraftElevation implements TaskHandler {

    private final Elevations elevations;

    DraftElevation(Elevations elevations) {
        this.elevations = elevations;
    }

    @Override
    public String processKey() {
        return ElevationProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ElevationProcess.DRAFT_ELEVATION;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Map<String, Object> values = new HashMap<>();
        elevations.superior(task.file().id()).ifPresent(organ -> values.put("superior", organ.name()));
        elevations.underWay(task.file().id()).ifPresent(order -> {
            values.put("orderNo", order.orderNo());
            values.put("reason", order.facts());
        });
        return values;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        return Map.of();
    }
}
