package io.mingjing.review;

import io.mingjing.casefile.Handlers;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrder.State;
import io.mingjing.shared.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the proceedings still lack before the draft: an inspection or appraisal that is not over, parties that came after
 * the step 听取意见 and were not heard (行政复议法 art. 49), a second person who handles the case (实施条例 art. 39).
 */
@Component
class ProceedingsChecks {

    private final Inspections inspections;
    private final PartyViews views;
    private final ThirdPartyMapper thirdParties;
    private final ReviewOrders orders;
    private final Handlers handlers;
    private final ReviewStaff staff;

    ProceedingsChecks(
            Inspections inspections,
            PartyViews views,
            ThirdPartyMapper thirdParties,
            ReviewOrders orders,
            Handlers handlers,
            ReviewStaff staff) {
        this.inspections = inspections;
        this.views = views;
        this.thirdParties = thirdParties;
        this.orders = orders;
        this.handlers = handlers;
        this.staff = staff;
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
        requireHandled(caseId);
    }

    /** Handlers and whoever heard a party: two people at least, one in the simplified procedure. */
    private void requireHandled(String caseId) {
        Set<String> handling = new HashSet<>(views.officers(caseId));
        handlers.of(caseId).forEach(handler -> handling.add(handler.userId()));
        int fewest = staff.fewest(caseId);
        if (handling.size() < fewest) {
            throw Refusal.conflict("HANDLERS_FEW", fewest);
        }
    }
}
