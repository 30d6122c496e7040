package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.DraftChecks;
import io.mingjing.review.ReviewDecisions;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 机关负责人审批: the head's own consent, or that of a collective discussion, whose record is kept (行政复议法 art. 61). */
@Component
class OrganHeadApproval implements TaskHandler {

    private static final String COLLECTIVE = "COLLECTIVE";

    private final ReviewDecisions decisions;
    private final DraftChecks checks;

    OrganHeadApproval(ReviewDecisions decisions, DraftChecks checks) {
        this.decisions = decisions;
        this.checks = checks;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.ORGAN_HEAD_APPROVAL;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        if ("APPROVE".equals(values.get(ReviewProcess.RESULT))) {
            checks.require(task.file().id());
        }
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        if (!"APPROVE".equals(values.get(ReviewProcess.RESULT))) {
            return Map.of();
        }
        checks.require(task.file().id());
        Answers answers = new Answers(values);
        String caseId = task.file().id();
        String form = answers.text("approvalForm");
        decisions.approve(caseId, form, actor);
        if (form.equals(COLLECTIVE)) {
            decisions.recordDiscussion(
                    caseId,
                    answers.date("discussedOn"),
                    answers.text("discussionHost"),
                    answers.text("discussionMembers"),
                    answers.text("discussionRecorder"),
                    answers.text("discussionOpinions"),
                    answers.text("discussionConclusion"),
                    actor);
        }
        return Map.of();
    }
}
