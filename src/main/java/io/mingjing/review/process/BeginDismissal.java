package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.document.Letters;
import io.mingjing.review.Endings;
import io.mingjing.review.ReviewOrder;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 提出驳回申请: a condition of acceptance turns out to fail (行政复议法 art. 33; 实施条例 art. 37.1). */
@Component
class BeginDismissal extends SideProcedure {

    private static final List<String> LETTERS = List.of("dismissal");

    private final Endings endings;
    private final Letters drafts;

    BeginDismissal(Proposals proposals, Endings endings, Letters drafts) {
        super(DismissalProcess.PROCESS, DismissalProcess.REVISE_DISMISSAL, Kind.DISMISSAL, LETTERS, proposals);
        this.endings = endings;
        this.drafts = drafts;
    }

    @Override
    void propose(CaseFile file, Answers answers, Actor actor) {
        String ground = answers.text("dismissalGround");
        String facts = answers.text("facts");
        String reason = answers.text("reason");
        endings.proposeDismissal(file.id(), ground, reason, actor);
        Map<String, Object> fields = new HashMap<>();
        fields.put("facts", facts);
        fields.put("reason", reason);
        fields.put("legalBasis", REGULATION.contains(ground) ? BY_REGULATION : BY_LAW);
        String court = answers.optionalText("court");
        if (court != null) {
            fields.put("court", court);
        }
        letters().draft(file.id(), LETTERS.get(0), fields, actor);
    }

    @Override
    Map<String, Object> revised(ReviewOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("dismissalGround", order.ground());
        values.put("reason", order.facts());
        values.putAll(written(order.caseId()));
        return values;
    }

    private Map<String, Object> written(String caseId) {
        return letters().inHand(caseId, LETTERS).stream()
                .findFirst()
                .map(letter -> drafts.fields(letter.id()))
                .<Map<String, Object>>map(fields -> {
                    Map<String, Object> known = new HashMap<>();
                    known.put("facts", fields.get("facts"));
                    known.put("court", fields.get("court"));
                    return known;
                })
                .orElseGet(Map::of);
    }

    private static final Set<String> REGULATION = Set.of("GROUNDLESS", "DUTY_ELSEWHERE", "COURT_CONFIRMED");

    private static final String BY_LAW = "《中华人民共和国行政复议法》第三十三条";

    private static final String BY_REGULATION = "《中华人民共和国行政复议法实施条例》第三十七条第一款";
}
