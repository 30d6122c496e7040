package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.ConsultationOpinion;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 登记咨询意见: votes and opinion, filed in the secondary part; or the consultation is put off. */
@Component
class RecordCommitteeOpinion implements TaskHandler {

    private static final String GIVEN = "GIVEN";

    private final CommitteeConsultations consultations;

    RecordCommitteeOpinion(CommitteeConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public String processKey() {
        return CommitteeProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return CommitteeProcess.RECORD_OPINION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String caseId = task.file().id();
        String answer = answers.text("opinionAnswer");
        if (answer.equals(GIVEN)) {
            consultations.record(
                    caseId,
                    new ConsultationOpinion(
                            answers.date("opinionOn"),
                            InviteMembers.names(answers.text("attendedNames")),
                            answers.wholeNumber("votesFor"),
                            answers.wholeNumber("votesAgainst"),
                            answers.wholeNumber("abstentions"),
                            answers.text("committeeOpinion"),
                            answers.optionalText("differences")),
                    task.taskId(),
                    actor);
        } else {
            consultations.postpone(caseId, answers.text("opinionRemark"), actor);
        }
        return Map.of(CommitteeProcess.OPINION_RESULT, answer);
    }
}
