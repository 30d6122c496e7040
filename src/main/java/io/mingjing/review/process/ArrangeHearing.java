package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.HearingPlan;
import io.mingjing.review.Hearings;
import io.mingjing.review.ReviewStaff;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 确定听证安排: day, place and panel; the notice is drafted from the same form. */
@Component
class ArrangeHearing implements TaskHandler {

    private final Hearings hearings;

    ArrangeHearing(Hearings hearings) {
        this.hearings = hearings;
    }

    @Override
    public String processKey() {
        return HearingProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return HearingProcess.ARRANGE_HEARING;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        return values.get("hearingOn") instanceof LocalDate on
                ? List.of(Consequence.of("hearingNotice", on, hearings.lastNotice(on)))
                : List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        hearings.arrange(
                task.file().id(),
                new HearingPlan(
                        answers.date("hearingOn"),
                        answers.text("hearingTime"),
                        answers.text("hearingPlace"),
                        answers.text("chairName").strip(),
                        ReviewStaff.names(answers.text("hearingOfficers")),
                        answers.text("recorderName").strip()),
                actor);
        return Map.of();
    }
}
