package io.mingjing.review;

import org.springframework.stereotype.Component;

/** What must be settled before the draft of a decision: the hearing (行政复议法 art. 50), the committee (art. 52) and late evidence. */
@Component
public class DraftChecks {

    private final Hearings hearings;
    private final CommitteeConsultations consultations;
    private final Evidence evidence;

    DraftChecks(Hearings hearings, CommitteeConsultations consultations, Evidence evidence) {
        this.hearings = hearings;
        this.consultations = consultations;
        this.evidence = evidence;
    }

    /** @throws io.mingjing.shared.Refusal with the article, where something is open */
    public void require(String caseId) {
        hearings.requireHeard(caseId);
        consultations.requireConsulted(caseId);
        evidence.requireDecided(caseId);
    }
}
