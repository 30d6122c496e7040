package io.mingjing.supervision.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.shared.Actor;
import io.mingjing.supervision.Supervision;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 签收督办单: somebody of the organ signed for it. */
@Component
class SignOrder implements TaskHandler {

    private final Supervision supervision;

    SignOrder(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public String processKey() {
        return SupervisionOrderProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return SupervisionOrderProcess.SIGN_ORDER;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        supervision.sign(task.file().id(), answers.date("signedOn"), answers.text("signedBy"), actor);
        return Map.of();
    }
}
