package io.mingjing.review;

import org.springframework.stereotype.Component;

/**
 * What must be settled before the draft of a decision: the hearing (行政复议法 art. 50), the committee (art. 52), late
 * evidence, the review of documents (art. 56), and the views of parties that came late (art. 49); and nothing is decided while
 * the case is suspended (art. 39). The same holds when the head of the organ consents and when the decision is issued.
 */
@Component
public class DraftChecks {

    private final Hearings hearings;
    private final CommitteeConsultations consultations;
    private final Evidence evidence;
    private final IncidentalReviews incidentals;
    private final ProceedingsChecks proceedings;
    private final Suspensions suspensions;

    DraftChecks(
            Hearings hearings,
            CommitteeConsultations consultations,
            Evidence evidence,
            IncidentalReviews incidentals,
            ProceedingsChecks proceedings,
            Suspensions suspensions) {
        this.hearings = hearings;
        this.consultations = consultations;
        this.evidence = evidence;
        this.incidentals = incidentals;
        this.proceedings = proceedings;
        this.suspensions = suspensions;
    }

    /** @throws io.mingjing.shared.Refusal with the article, where something is open */
    public void require(String caseId) {
        hearings.requireHeard(caseId);
        consultations.requireConsulted(caseId);
        evidence.requireDecided(caseId);
        incidentals.requireSettled(caseId);
        proceedings.require(caseId);
        suspensions.requireNone(caseId);
    }
}
