package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.LetterTypes;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出终止意见: after sixty days of suspension the officer proposes to terminate or to stay suspended. */
@Component
class ProposeTermination implements TaskHandler {

    private static final String LETTER = "termination";
    private static final String TERMINATE = "TERMINATE";

    private final Reviews reviews;
    private final CaseLetters letters;
    private final LetterTypes types;

    ProposeTermination(Reviews reviews, CaseLetters letters, LetterTypes types) {
        this.reviews = reviews;
        this.letters = letters;
        this.types = types;
    }

    @Override
    public String processKey() {
        return ReviewProcess.PROCESS;
    }

    @Override
    public String taskKey() {
        return ReviewProcess.PROPOSE_TERMINATION;
    }

    @Override
    public List<Consequence> plan(TaskContext task, Map<String, Object> values) {
        return TERMINATE.equals(values.get(ReviewProcess.TERMINATION))
                ? List.of(Consequence.of("letterDrafted", types.get(LETTER).title()))
                : List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Map<String, Object> values, Actor actor) {
        Answers answers = new Answers(values);
        String termination = answers.text(ReviewProcess.TERMINATION);
        reviews.proposeTermination(task.file().id(), termination, answers.text("terminationReason"), actor);
        if (TERMINATE.equals(termination)) {
            letters.draft(task.file().id(), LETTER, values, actor);
        }
        return Map.of(ReviewProcess.ENDING, "TERMINATED");
    }
}
