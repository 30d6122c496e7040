package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.ConsultationPlan;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 邀请委员: members of the register without a relation to the case, to a meeting or to write. */
@Component
class InviteMembers implements TaskHandler {

    private final CommitteeConsultations consultations;

    InviteMembers(CommitteeConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public String processKey() {
        return CommitteeProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return CommitteeProcess.INVITE_MEMBERS;
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        consultations.invite(
                task.file().id(),
                new ConsultationPlan(
                        answers.text("consultationManner"),
                        answers.date("plannedOn"),
                        answers.optionalText("consultationPlace"),
                        names(answers.text("memberNames"))),
                actor);
        return Map.of();
    }

    /** Names as people write them, 、 or another mark between them. */
    static List<String> names(String text) {
        return Stream.of(text.split("[、，,;；\\s]+"))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }
}
