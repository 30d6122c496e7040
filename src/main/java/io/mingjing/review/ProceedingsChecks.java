package io.mingjing.review;

import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrder.State;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** An inspection or appraisal that is not over, and what parties that came, or all that must be heard, after the step 听取意见 can still ask for before the draft (行政复议法 art. 49). */
@Component
class ProceedingsChecks {

    private final Inspections inspections;
    private final PartyViews views;
    private final ThirdPartyMapper thirdParties;
    private final ReviewOrders orders;

    ProceedingsChecks(Inspections inspections, PartyViews views, ThirdPartyMapper thirdParties, ReviewOrders orders) {
        this.inspections = inspections;
        this.views = views;
        this.thirdParties = thirdParties;
        this.orders = orders;
    }

    /** @throws io.mingjing.shared.Refusal with the article, where something is open */
    void require(String caseId) {
        inspections.requireDone(caseId);
        if (orders.find(caseId, Kind.CONVERSION, State.ORDERED).isPresent()) {
            views.requireHeard(caseId); // on the papers only under the simplified procedure (art. 54.2, 55)
        }
        List<String> joined = thirdParties.findByCase(caseId).stream()
                .map(ThirdParty::partyId)
                .filter(Objects::nonNull)
                .toList();
        views.requireHeard(caseId, joined);
    }
}
