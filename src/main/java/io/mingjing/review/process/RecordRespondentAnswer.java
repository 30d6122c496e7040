package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Informings;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 登记申请人答复: the applicant changes the respondent, or keeps to the wrong one and may be refused. */
@Component
class RecordRespondentAnswer implements TaskHandler {

    private final Informings informings;

    RecordRespondentAnswer(Informings informings) {
        this.informings = informings;
    }

    @Override
    public String processKey() {
        return InformApplicantProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return InformApplicantProcess.RECORD_RESPONDENT_ANSWER;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String caseId = task.file().id();
        if (answers.text("respondentAnswer").equals("CHANGED")) {
            informings.changeRespondent(caseId, answers.text("newRespondent"), answers.date("answeredOn"), actor);
        } else {
            informings.keepRespondent(caseId, answers.date("answeredOn"), actor);
        }
        return Map.of();
    }
}
