package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.Consequence;
import io.mingjing.document.LetterTypes;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrders;
import io.mingjing.review.Reviews;
import io.mingjing.review.Suspensions;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出恢复审理: the cause of the suspension has ended (行政复议法 art. 39.2). */
@Component
class ProposeResumption extends SideProcedure {

    private static final List<String> LETTERS = List.of("resumption-notice");

    private final Suspensions suspensions;
    private final CaseLetters letters;
    private final LetterTypes types;

    ProposeResumption(
            Reviews reviews,
            ReviewOrders orders,
            CaseHandlers handlers,
            Suspensions suspensions,
            CaseLetters letters,
            LetterTypes types) {
        super(
                ResumptionProcess.PROCESS,
                ResumptionProcess.REVISE_RESUMPTION,
                Kind.RESUMPTION,
                reviews,
                orders,
                handlers);
        this.suspensions = suspensions;
        this.letters = letters;
        this.types = types;
    }

    @Override
    public List<Consequence> plan(CaseFile file, Map<String, Object> values) {
        return LETTERS.stream()
                .map(letter -> Consequence.of("letterDrafted", types.get(letter).title()))
                .toList();
    }

    @Override
    boolean fits(CaseFile file) {
        return suspensions.suspended(file.id());
    }

    @Override
    String limitAct() {
        return "resume";
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        String facts = answers.text("facts");
        suspensions.proposeResumption(file.id(), facts, actor);
        letters.draft(file.id(), LETTERS.get(0), Map.of("facts", facts), actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("facts", order.facts());
        return values;
    }

    @Override
    void dropped(CaseFile file, Actor actor) {
        letters.supersede(file.id(), LETTERS, actor);
    }
}
