package io.mingjing.supervision.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.shared.Actor;
import io.mingjing.supervision.Supervision;
import io.mingjing.supervision.SupervisionOrder;
import io.mingjing.time.DayUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 拟制督办单: what is asked of whom, and by when. */
@Component
class DraftOrder implements TaskHandler {

    private final Supervision supervision;

    DraftOrder(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public String processKey() {
        return SupervisionOrderProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return SupervisionOrderProcess.DRAFT_ORDER;
    }

    /** What the red light said already need not be written again. */
    @Override
    public Map<String, Object> prefill(TaskContext task) {
        SupervisionOrder order = supervision.get(task.file().id());
        return Map.of(
                "subject", order.subject(), "facts", order.facts(), "urgency", "ORDINARY", "replyUnit", "WORKING_DAY");
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        supervision.draft(
                task.file().id(),
                new Supervision.Draft(
                        answers.text("subject"),
                        answers.text("urgency"),
                        answers.text("facts"),
                        answers.text("basis"),
                        answers.text("requirements"),
                        answers.wholeNumber("replyLength"),
                        DayUnit.valueOf(answers.text("replyUnit"))),
                actor);
        return Map.of();
    }
}
