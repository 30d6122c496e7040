package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.document.OfficialStyle;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
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
    private final Turns turns;

    ProposeSuspension(Proposals proposals, Suspensions suspensions, Turns turns) {
        super(SuspensionProcess.PROCESS, SuspensionProcess.REVISE_SUSPENSION, Kind.SUSPENSION, LETTERS, proposals);
        this.suspensions = suspensions;
        this.turns = turns;
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
        letters().draft(file.id(), LETTERS.get(0), fields, actor);
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
        super.dropped(file, actor);
        turns.dropIncidental(file.id(), actor);
    }
}
