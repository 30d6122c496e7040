package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Corrections;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 送达补正通知书: how it is proven that the applicant received it (行政复议法 art. 31). */
@Component
class ServeCorrection implements TaskHandler {

    private final Corrections corrections;

    ServeCorrection(Corrections corrections) {
        this.corrections = corrections;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.SERVE_CORRECTION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String receipt = answers.optionalText(ReviewProcess.RECEIPT);
        boolean proven = corrections.served(
                task.file().id(),
                receipt == null ? null : receipt.equals("PROVEN"),
                answers.optionalText("receiptProof"),
                answers.optionalText("note"),
                actor);
        return Map.of(ReviewProcess.RECEIPT, proven ? "PROVEN" : "UNPROVEN");
    }
}
