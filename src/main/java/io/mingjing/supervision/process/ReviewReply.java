package io.mingjing.supervision.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.shared.Actor;
import io.mingjing.supervision.Supervision;
import io.mingjing.time.DayUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 复核整改情况: passed, or sent back with a new limit. */
@Component
class ReviewReply implements TaskHandler {

    private final Supervision supervision;

    ReviewReply(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public String processKey() {
        return SupervisionOrderProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return SupervisionOrderProcess.REVIEW_REPLY;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String opinion = answers.text("opinion");
        if ("PASS".equals(values.get("review"))) {
            supervision.pass(task.file().id(), opinion, actor);
        } else {
            supervision.sendBack(
                    task.file().id(),
                    opinion,
                    answers.wholeNumber("replyLength"),
                    DayUnit.valueOf(answers.text("replyUnit")),
                    actor);
        }
        return Map.of();
    }
}
