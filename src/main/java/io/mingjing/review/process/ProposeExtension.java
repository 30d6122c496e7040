package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.document.OfficialStyle;
import io.mingjing.review.Extensions;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提出延期: the case is complex (行政复议法 art. 62.1). */
@Component
class ProposeExtension extends SideProcedure {

    private static final List<String> LETTERS = List.of("extension-notice");

    private final Extensions extensions;

    ProposeExtension(Proposals proposals, Extensions extensions) {
        super(ExtensionProcess.PROCESS, ExtensionProcess.REVISE_EXTENSION, Kind.EXTENSION, LETTERS, proposals);
        this.extensions = extensions;
    }

    @Override
    String limitAct() {
        return "extend";
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        int days = answers.wholeNumber("days");
        String reason = answers.text("reason");
        LocalDate due = extensions.propose(file.id(), days, reason, actor);
        Map<String, Object> fields = new HashMap<>();
        fields.put("reason", reason);
        fields.put("daysText", OfficialStyle.chinese(days));
        fields.put("dueOn", due);
        letters().draft(file.id(), LETTERS.get(0), fields, actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("days", order.days());
        values.put("reason", order.facts());
        return values;
    }
}
