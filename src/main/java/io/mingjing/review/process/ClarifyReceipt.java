package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Corrections;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 查明收到补正通知: with the day and the proof of receipt the time to correct runs from that day. */
@Component
class ClarifyReceipt implements TaskHandler {

    private final Corrections corrections;

    ClarifyReceipt(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.CLARIFY_RECEIPT;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        corrections.served(task.file().id(), true, answers.text("receiptProof"), answers.text("receiptNote"), actor);
        return Map.of(ReviewProcess.RECEIPT, "PROVEN");
    }
}
