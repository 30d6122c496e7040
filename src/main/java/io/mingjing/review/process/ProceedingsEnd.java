package io.mingjing.review.process;

import io.mingjing.casefile.Procedures;
import io.mingjing.review.FileAccesses;
import io.mingjing.review.Hearings;
import io.mingjing.review.Inspections;
import io.mingjing.review.ThirdParties;
import io.mingjing.shared.Actor;
import org.springframework.stereotype.Component;

/** Gives up what is under way beside the review once its handling is over: hearings, third parties and inspections, requests for access. */
@Component
class ProceedingsEnd {

    private static final String WHY = "handling ended";

    private final Procedures procedures;
    private final Hearings hearings;
    private final ThirdParties thirdParties;
    private final Inspections inspections;
    private final FileAccesses accesses;

    ProceedingsEnd(
            Procedures procedures,
            Hearings hearings,
            ThirdParties thirdParties,
            Inspections inspections,
            FileAccesses accesses) {
        this.procedures = procedures;
        this.hearings = hearings;
        this.thirdParties = thirdParties;
        this.inspections = inspections;
        this.accesses = accesses;
    }

    void giveUp(String caseId) {
        if (hearings.current(caseId).isPresent()) {
            hearings.giveUp(caseId, Actor.SYSTEM);
            procedures.stop(caseId, HearingProcess.PROCESS, WHY);
        }
        if (thirdParties.proposed(caseId).isPresent()) {
            thirdParties.drop(caseId, Actor.SYSTEM);
            procedures.stop(caseId, ThirdPartyProcess.PROCESS, WHY);
        }
        if (inspections.current(caseId).isPresent()) {
            inspections.drop(caseId, Actor.SYSTEM);
            procedures.stop(caseId, InspectionProcess.PROCESS, WHY);
        }
        if (accesses.asked(caseId).isPresent()) {
            accesses.giveUp(caseId, Actor.SYSTEM);
            procedures.stop(caseId, FileAccessProcess.PROCESS, WHY);
        }
    }
}
