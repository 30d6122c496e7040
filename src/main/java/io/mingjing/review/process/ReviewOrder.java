package io.mingjing.review.process;

import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.casefile.CatalogueOrder;
import io.mingjing.shared.Area;
import java.util.List;
import org.springframework.stereotype.Component;

/** The order of a review's file: what closed it first, then application, acceptance, reply, hearing, the rest by date. */
@Component
class ReviewOrder implements CatalogueOrder {

    private static final List<String> LETTERS = List.of(
            "decision",
            "decision-correction",
            "mediation-letter",
            "refusal",
            "termination",
            "acceptance-notice",
            "correction-notice",
            "reply-notice");

    private static final List<String> PAPERS = List.of("申请书", "身份", "授权委托", "补正", "答复", "证据", "笔录");
    private static final int AFTER_CLOSING = 5;

    @Override
    public Area area() {
        return Area.REVIEW;
    }

    @Override
    public int rank(CatalogueEntry.Source source, String kind) {
        if (source == CatalogueEntry.Source.LETTER) {
            int at = LETTERS.indexOf(kind);
            return at < 0 ? 100 : at < AFTER_CLOSING ? at : at + PAPERS.size();
        }
        for (int i = 0; i < PAPERS.size(); i++) {
            if (kind.contains(PAPERS.get(i))) {
                return i < 4 ? AFTER_CLOSING + i : LETTERS.size() + PAPERS.size() + i;
            }
        }
        return 90;
    }
}
