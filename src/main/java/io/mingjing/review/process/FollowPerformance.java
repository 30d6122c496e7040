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

/** 履行跟踪: whether the respondent did what it was told (行政复议法 art. 77). */
@Component
class FollowPerformance implements TaskHandler {

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
        followUps.requireFollowed(task.file().id(), new Answers(values).text("performed"));
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String performed = answers.text("performed");
        followUps.requireFollowed(task.file().id(), performed);
        LocalDate on = answers.optionalDate("performedOn");
        reviews.recordPerformance(task.file().id(), performed, on, actor);
        if (performed.equals("YES") && on != null) {
            followUps.performed(task.file().id(), on, actor);
        }
        return Map.of();
    }
}
