package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
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

    ProposeResumption(Proposals proposals, Suspensions suspensions) {
        super(ResumptionProcess.PROCESS, ResumptionProcess.REVISE_RESUMPTION, Kind.RESUMPTION, LETTERS, proposals);
        this.suspensions = suspensions;
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
        letters().draft(file.id(), LETTERS.get(0), Map.of("facts", facts), actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("facts", order.facts());
        return values;
    }
}
