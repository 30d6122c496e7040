package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.Consequence;
import io.mingjing.document.LetterTypes;
import io.mingjing.document.OfficialStyle;
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

/** 提出中止: ground, facts and evidence (行政复议法 art. 39.1). */
@Component
class ProposeSuspension extends SideProcedure {

    private static final List<String> LETTERS = List.of("suspension-notice");

    private final Suspensions suspensions;
    private final CaseLetters letters;
    private final LetterTypes types;
    private final Turns turns;

    ProposeSuspension(
            Reviews reviews,
            ReviewOrders orders,
            CaseHandlers handlers,
            Suspensions suspensions,
            CaseLetters letters,
            LetterTypes types,
            Turns turns) {
        super(
                SuspensionProcess.PROCESS,
                SuspensionProcess.REVISE_SUSPENSION,
                Kind.SUSPENSION,
                reviews,
                orders,
                handlers);
        this.suspensions = suspensions;
        this.letters = letters;
        this.types = types;
        this.turns = turns;
    }

    @Override
    public List<Consequence> plan(CaseFile file, Map<String, Object> values) {
        return LETTERS.stream()
                .map(letter -> Consequence.of("letterDrafted", types.get(letter).title()))
                .toList();
    }

    @Override
    String limitAct() {
        return "suspend";
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        String ground = answers.text("ground");
        String facts = answers.text("facts");
        suspensions.propose(
                file.id(),
                new ReviewOrder.Draft(
                        ground,
                        facts,
                        answers.optionalText("evidence"),
                        null,
                        null,
                        answers.optionalDate("expectedOn")),
                answers.ticked("bothAgree"),
                actor);
        Map<String, Object> fields = new HashMap<>();
        fields.put("facts", facts);
        fields.put("groundItem", "第" + OfficialStyle.chinese(Integer.parseInt(ground)) + "项");
        letters.draft(file.id(), LETTERS.get(0), fields, actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("ground", order.ground());
        values.put("bothAgree", "6".equals(order.ground()));
        values.put("facts", order.facts());
        values.put("evidence", order.evidence());
        values.put("expectedOn", order.expectedOn());
        return values;
    }

    @Override
    void dropped(CaseFile file, Actor actor) {
        letters.supersede(file.id(), LETTERS, actor);
        turns.dropIncidental(file.id(), actor);
    }
}
