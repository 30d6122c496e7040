package io.mingjing.review.process;

import io.mingjing.engine.Processes;
import io.mingjing.review.Mediations;
import io.mingjing.shared.event.LetterIssued;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mediation may last until the decision and no longer. */
@Component
class DecisionEndsMediation {

    private final Mediations mediations;
    private final MediationPauses pauses;
    private final Processes processes;

    DecisionEndsMediation(Mediations mediations, MediationPauses pauses, Processes processes) {
        this.mediations = mediations;
        this.pauses = pauses;
        this.processes = processes;
    }

    @EventListener
    void on(LetterIssued issued) {
        if (issued.type().equals("decision") && mediations.running(issued.caseId())) {
            processes.stop(MediationProcess.PROCESS, issued.caseId(), "DECIDED");
            pauses.decided(issued.caseId());
            mediations.end(issued.caseId());
        }
    }
}
