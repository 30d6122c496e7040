package io.mingjing.review.web;

import io.mingjing.casefile.TaskAside;
import io.mingjing.casefile.TaskContext;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.CommitteeMembers;
import io.mingjing.review.process.CommitteeProcess;
import io.mingjing.review.process.ReviewProcess;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Beside the draft of a decision and the forms of those who sign it: whether the committee must be consulted, what it
 * advised, and why the draft does not follow it; beside the invitation the register of members.
 */
@Component
class CommitteeAside implements TaskAside {

    private static final Set<String> DECIDING =
            Set.of(ReviewProcess.DRAFT_DECISION, ReviewProcess.UNIT_HEAD_REVIEW, ReviewProcess.ORGAN_HEAD_APPROVAL);
    private static final Set<String> CONSULTING = Set.of(
            CommitteeProcess.APPROVE_CONSULTATION, CommitteeProcess.INVITE_MEMBERS, CommitteeProcess.RECORD_OPINION);

    private final CommitteeConsultations consultations;
    private final CommitteeMembers members;

    CommitteeAside(CommitteeConsultations consultations, CommitteeMembers members) {
        this.consultations = consultations;
        this.members = members;
    }

    @Override
    public boolean shown(TaskContext task) {
        return CONSULTING.contains(task.taskKey()) || DECIDING.contains(task.taskKey());
    }

    @Override
    public String view() {
        return "review/committee :: aside";
    }

    @Override
    public Map<String, Object> model(TaskContext task, Actor actor) {
        String caseId = task.file().id();
        Map<String, Object> model = new HashMap<>();
        model.put("committeeDuty", consultations.duty(caseId));
        model.put("committeeCurrent", consultations.current(caseId).orElse(null));
        model.put("committeeOpinion", consultations.given(caseId).orElse(null));
        model.put(
                "committeeRegister",
                task.taskKey().equals(CommitteeProcess.INVITE_MEMBERS) ? members.candidates(caseId) : List.of());
        model.put("committeeInviting", task.taskKey().equals(CommitteeProcess.INVITE_MEMBERS));
        return model;
    }
}
