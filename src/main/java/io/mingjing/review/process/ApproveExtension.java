package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Extensions;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 延期审批: with the agreement of the head of the unit the time for deciding is longer. */
@Component
class ApproveExtension implements TaskHandler {

    private final Extensions extensions;

    ApproveExtension(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String processKey() {
        return ExtensionProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ExtensionProcess.APPROVE_EXTENSION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        if ("APPROVE".equals(values.get(ReviewProcess.RESULT))) {
            extensions.extend(task.file().id(), actor.name());
        }
        return Map.of();
    }
}
