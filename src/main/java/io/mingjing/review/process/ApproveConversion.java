package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Extensions;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 程序转换审批: with the agreement of the head of the unit the ordinary procedure applies. */
@Component
class ApproveConversion implements TaskHandler {

    private final Extensions extensions;

    ApproveConversion(Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public String processKey() {
        return ProcedureConversionProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ProcedureConversionProcess.APPROVE_CONVERSION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        if ("APPROVE".equals(values.get(ReviewProcess.RESULT))) {
            extensions.convert(task.file().id(), actor.name());
        }
        return Map.of();
    }
}
