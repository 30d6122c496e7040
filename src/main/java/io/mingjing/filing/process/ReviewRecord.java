package io.mingjing.filing.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.filing.Filings;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 备案审查: power, procedure, content, consistency and propriety of the document. */
@Component
class ReviewRecord implements TaskHandler {

    private final Filings filings;

    ReviewRecord(Filings filings) {
        this.filings = filings;
    }

    @Override
    public String processKey() {
        return RecordReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return RecordReviewProcess.REVIEW_RECORD;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        filings.conclude(task.file().id(), answers.text("conclusion"), answers.text("opinion"), actor);
        return Map.of();
    }
}
