package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.review.Endings;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出终止: on the grounds of 行政复议法 art. 41 that are no withdrawal. */
@Component
class BeginTermination extends SideProcedure {

    private static final List<String> LETTERS = List.of("termination");

    private final Endings endings;

    BeginTermination(Proposals proposals, Endings endings) {
        super(TerminationProcess.PROCESS, TerminationProcess.REVISE_TERMINATION, Kind.TERMINATION, LETTERS, proposals);
        this.endings = endings;
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        String ground = answers.text("terminationGround");
        String reason = answers.text("terminationReason");
        endings.proposeTermination(file.id(), ground, reason, answers.text("evidence"), actor);
        letters()
                .draft(
                        file.id(),
                        LETTERS.get(0),
                        Map.of("terminationReason", reason, "terminationBasis", BASES.getOrDefault(ground, "第四十一条")),
                        actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("terminationGround", order.ground());
        values.put("terminationReason", order.facts());
        values.put("evidence", order.evidence());
        return values;
    }

    private static final Map<String, String> BASES = Map.of(
            "NO_HEIR", "第四十一条第二项",
            "NO_SUCCESSOR", "第四十一条第三项",
            "CRIMINAL_CUSTODY", "第四十一条第四项",
            "SUSPENDED_60", "第四十一条第五项");
}
