package io.mingjing.review.process;

import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出书面答复: the respondent's reply is in. */
@Component
class SubmitReply implements TaskHandler {

    private final Reviews reviews;

    SubmitReply(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.SUBMIT_REPLY;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        reviews.reply(task.file().id(), actor);
        return Map.of();
    }
}
