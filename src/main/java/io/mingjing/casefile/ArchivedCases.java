package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Refusal;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An archived case is read-only: whatever act on it is told of is refused, and so undone with all its effects. Steps of a
 * process are not looked at here, since an archived case has none.
 */
@Component
class ArchivedCases {

    private static final Set<String> ACTS = Set.of(
            "document.attachmentStored",
            "document.letterServed",
            "document.letterVoided",
            "document.letterRevised",
            "document.letterSealed",
            "document.letterSealedElectronically",
            "document.paperApprovalRecorded",
            "casefile.noteAdded",
            "casefile.linked",
            "casefile.unlinked",
            "casefile.renamed",
            "casefile.recused",
            "casefile.handlerNamed",
            "casefile.handlerRelieved",
            "casefile.partyAdded",
            "casefile.partyCorrected",
            "casefile.partyLeft",
            "casefile.pagesCounted",
            "casefile.procedureBegun",
            "casefile.limitPaused",
            "casefile.limitExtended",
            "casefile.limitOrdered");

    private final CaseVisibility visibility;

    ArchivedCases(CaseVisibility visibility) {
        this.visibility = visibility;
    }

    /** @throws Refusal {@code CASE_ARCHIVED} */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Act act) {
        String caseId = act.caseId();
        if (caseId == null || act.actor().isSystem() || !ACTS.contains(act.kind())) {
            return;
        }
        CaseFile file = visibility.find(caseId);
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
    }
}
