package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 拟制复议决定: outcome and findings; the letter itself is drafted from the same form. */
@Component
class DraftDecision implements TaskHandler {

    private final Reviews reviews;

    DraftDecision(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.DRAFT_DECISION;
    }

    private static final List<String> FINDINGS =
            List.of("grounds", "changeGrounds", "illegalGrounds", "voidGrounds", "dismissGrounds");

    /** Only the list that belongs to the chosen outcome is on the form; the others were hidden and dropped. */
    private static List<String> findings(Answers answers) {
        return FINDINGS.stream().flatMap(field -> answers.codes(field).stream()).toList();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        reviews.draftDecision(task.file().id(), answers.text("outcome"), findings(answers), actor);
        return Map.of();
    }
}
