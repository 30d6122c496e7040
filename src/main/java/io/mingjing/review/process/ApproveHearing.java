package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Hearings;
import io.mingjing.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 听证审批: the head of the unit agrees to a hearing or, where it is not compulsory, declines it (行政复议法 art. 50). */
@Component
class ApproveHearing implements TaskHandler {

    private final Hearings hearings;

    ApproveHearing(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public String processKey() {
        return HearingProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return HearingProcess.APPROVE_HEARING;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String answer = answers.text("holdingAnswer");
        hearings.decide(task.file().id(), answer.equals("HOLD"), answers.text("holdingOpinion"), actor);
        return Map.of(HearingProcess.HOLDING, answer);
    }
}
