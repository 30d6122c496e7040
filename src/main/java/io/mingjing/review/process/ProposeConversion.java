package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.review.Extensions;
import io.mingjing.review.ProcedureChoice;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出转为普通程序: the simplified procedure does not fit (行政复议法 art. 55). */
@Component
class ProposeConversion extends SideProcedure {

    private static final List<String> LETTERS = List.of("procedure-notice");

    private final Extensions extensions;

    ProposeConversion(Proposals proposals, Extensions extensions) {
        super(
                ProcedureConversionProcess.PROCESS,
                ProcedureConversionProcess.REVISE_CONVERSION,
                Kind.CONVERSION,
                LETTERS,
                proposals);
        this.extensions = extensions;
    }

    @Override
    boolean fits(CaseFile file) {
        return ProcedureChoice.SIMPLIFIED.equals(file.procedure());
    }

    @Override
    String limitAct() {
        return "convert";
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        String reason = answers.text("reason");
        LocalDate due = extensions.proposeConversion(file.id(), reason, actor);
        Map<String, Object> fields = new HashMap<>();
        fields.put("reason", reason);
        fields.put("dueOn", due);
        letters().draft(file.id(), LETTERS.get(0), fields, actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("reason", order.facts());
        return values;
    }
}
