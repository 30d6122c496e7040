package io.mingjing.review.web;

import io.mingjing.casefile.TaskAside;
import io.mingjing.casefile.TaskContext;
import io.mingjing.review.PartyViews;
import io.mingjing.shared.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Beside the steps that hear the parties and draft the decision: who was heard, and what each said. */
@Component
class ProceedingsAside implements TaskAside {

    private static final Set<String> TASKS = Set.of("userTask_hearViews", "userTask_draftDecision");

    private final PartyViews views;

    ProceedingsAside(PartyViews views) {
        this.views = views;
    }

    @Override
    public boolean shown(TaskContext task) {
        return TASKS.contains(task.taskKey());
    }

    @Override
    public String view() {
        return "review/trial :: aside";
    }

    @Override
    public Map<String, Object> model(TaskContext task, Actor actor) {
        String caseId = task.file().id();
        return Map.of(
                "heardParties", views.of(caseId, actor),
                "viewsCaseId", caseId,
                "mayRecordViews", views.mayRecord(caseId, actor));
    }
}
