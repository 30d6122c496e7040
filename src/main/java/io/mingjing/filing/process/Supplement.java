package io.mingjing.filing.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.filing.Filings;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 补充材料: the missing items are in. */
@Component
class Supplement implements TaskHandler {

    private final Filings filings;

    Supplement(Filings filings) {
        this.filings = filings;
    }

    @Override
    public String processKey() {
        return RecordReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return RecordReviewProcess.SUPPLEMENT;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        filings.supplement(task.file().id(), answers.codes("suppliedItems"), actor);
        return Map.of();
    }
}
