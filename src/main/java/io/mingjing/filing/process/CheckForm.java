package io.mingjing.filing.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.filing.Filings;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 形式审查: whether the document belongs here and its pack is whole. */
@Component
class CheckForm implements TaskHandler {

    private final Filings filings;
    private final CaseLetters letters;

    CheckForm(Filings filings, CaseLetters letters) {
        this.filings = filings;
        this.letters = letters;
    }

    @Override
    public String processKey() {
        return RecordReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return RecordReviewProcess.CHECK_FORM;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String result = answers.text("check");
        filings.check(task.file().id(), result, actor);
        if ("SUPPLEMENT".equals(result)) {
            letters.draft(task.file().id(), "supplement-notice", values, actor);
        }
        return Map.of();
    }
}
