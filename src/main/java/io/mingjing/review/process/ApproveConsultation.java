package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 咨询审批: the head of the unit agrees to consult the committee or, where it is optional, declines (行政复议法 art. 52.2). */
@Component
class ApproveConsultation implements TaskHandler {

    private final CommitteeConsultations consultations;

    ApproveConsultation(CommitteeConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public String processKey() {
        return CommitteeProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return CommitteeProcess.APPROVE_CONSULTATION;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String answer = answers.text("consultingAnswer");
        consultations.decide(task.file().id(), answer.equals("CONSULT"), answers.text("consultingOpinion"), actor);
        return Map.of(CommitteeProcess.CONSULTING, answer);
    }
}
