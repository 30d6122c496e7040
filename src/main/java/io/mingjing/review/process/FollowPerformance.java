package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.FollowUps;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 履行跟踪: whether the respondent did what it was told (行政复议法 art. 77), and who enforces against the others (art. 78). */
@Component
class FollowPerformance implements TaskHandler {

    private static final String ENFORCEMENT = "enforcementNeeded";

    private final Reviews reviews;
    private final FollowUps followUps;

    FollowPerformance(Reviews reviews, FollowUps followUps) {
        this.reviews = reviews;
        this.followUps = followUps;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.FOLLOW_PERFORMANCE;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        Answers answers = new Answers(values);
        followUps.requireFollowed(task.file().id(), answers.text("performed"));
        return answers.ticked(ENFORCEMENT)
                ? List.of(Consequence.of(
                        "enforcedBy." + followUps.enforcer(task.file().id())))
                : List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String performed = answers.text("performed");
        followUps.requireFollowed(task.file().id(), performed);
        if (answers.ticked(ENFORCEMENT)) {
            String enforcer = followUps.enforcer(task.file().id());
            followUps.record(task.file().id(), "ENFORCEMENT", enforcer, answers.optionalText("note"), actor);
        }
        LocalDate on = answers.optionalDate("performedOn");
        reviews.recordPerformance(task.file().id(), performed, on, actor);
        if (performed.equals("YES") && on != null) {
            followUps.performed(task.file().id(), on, actor);
        }
        return Map.of();
    }
}
