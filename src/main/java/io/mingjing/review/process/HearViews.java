package io.mingjing.review.process;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.ProcedureChoice;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 听取意见: how and when the parties were heard, or why that was impossible (行政复议法 art. 49). */
@Component
class HearViews implements TaskHandler {

    private final Reviews reviews;
    private final ActDay actDay;

    HearViews(Reviews reviews, ActDay actDay) {
        this.reviews = reviews;
        this.actDay = actDay;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.HEAR_VIEWS;
    }

    /** Under the simplified procedure a review on the papers needs no further reason (art. 54.2). */
    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return ProcedureChoice.SIMPLIFIED.equals(task.file().procedure())
                ? Map.of("method", "PAPERS_ONLY", "papersOnlyReason", "适用简易程序，书面审理（行政复议法第五十四条第二款）。")
                : Map.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        LocalDate heardOn = answers.optionalDate("heardOn");
        reviews.recordViews(
                task.file().id(), answers.text("method"), heardOn == null ? actDay.today() : heardOn, actor);
        return Map.of();
    }
}
