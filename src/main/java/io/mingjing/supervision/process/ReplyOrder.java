package io.mingjing.supervision.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.shared.Actor;
import io.mingjing.supervision.Supervision;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 报送整改情况: cause and measures. */
@Component
class ReplyOrder implements TaskHandler {

    private final Supervision supervision;

    ReplyOrder(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public String processKey() {
        return SupervisionOrderProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return SupervisionOrderProcess.REPLY_ORDER;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        supervision.reply(
                task.file().id(),
                answers.text("causeCode"),
                answers.text("causeText"),
                answers.text("measures"),
                actor);
        return Map.of();
    }
}
