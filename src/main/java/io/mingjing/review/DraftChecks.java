package io.mingjing.review;

import org.springframework.stereotype.Component;

/** What must be settled before the draft of a decision: the hearing (行政复议法 art. 50) and late evidence. */
@Component
public class DraftChecks {

    private final Hearings hearings;
    private final Evidence evidence;

    DraftChecks(Hearings hearings, Evidence evidence) {
        this.hearings = hearings;
        this.evidence = evidence;
    }

    /** @throws io.mingjing.shared.Refusal with the article, where something is open */
    public void require(String caseId) {
        hearings.requireHeard(caseId);
        evidence.requireDecided(caseId);
    }
}
