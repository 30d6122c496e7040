package io.mingjing.review.process;

import io.mingjing.casefile.Procedures;
import io.mingjing.document.Approval;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.DraftChecks;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrders;
import io.mingjing.review.Suspensions;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.LetterIssued;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ties the turns of a case to its main process: what a notice orders takes effect on the day that the notice bears, and
 * what can no longer be ordered is given up when the handling ends.
 */
@Component
class Turns {

    private static final Map<Kind, String> PROCESSES = new EnumMap<>(Map.of(
            Kind.SUSPENSION, SuspensionProcess.PROCESS,
            Kind.RESUMPTION, ResumptionProcess.PROCESS,
            Kind.EXCLUSION, ExclusionProcess.PROCESS,
            Kind.EXTENSION, ExtensionProcess.PROCESS,
            Kind.CONVERSION, ProcedureConversionProcess.PROCESS,
            Kind.WITHDRAWAL, WithdrawalProcess.PROCESS,
            Kind.TERMINATION, TerminationProcess.PROCESS,
            Kind.DISMISSAL, DismissalProcess.PROCESS,
            Kind.ELEVATION, ElevationProcess.PROCESS));

    private final ReviewOrders orders;
    private final Suspensions suspensions;
    private final CommitteeConsultations consultations;
    private final Letters letters;
    private final Procedures procedures;
    private final Processes processes;
    private final IncidentalReviews incidentals;
    private final ProceedingsEnd proceedings;
    private final DraftChecks checks;

    Turns(
            ReviewOrders orders,
            Suspensions suspensions,
            CommitteeConsultations consultations,
            Letters letters,
            Procedures procedures,
            Processes processes,
            IncidentalReviews incidentals,
            ProceedingsEnd proceedings,
            DraftChecks checks) {
        this.orders = orders;
        this.suspensions = suspensions;
        this.consultations = consultations;
        this.letters = letters;
        this.procedures = procedures;
        this.processes = processes;
        this.incidentals = incidentals;
        this.proceedings = proceedings;
        this.checks = checks;
    }

    @EventListener
    void on(LetterIssued issued) {
        switch (issued.type()) {
            case "suspension-notice" ->
                suspensions.ordered(issued.caseId(), issued.number(), issued.issuedOn(), approver(issued));
            case "resumption-notice" ->
                suspensions.resumptionOrdered(issued.caseId(), issued.number(), issued.issuedOn(), approver(issued));
            case "decision" -> {
                checks.require(issued.caseId()); // also where it is issued beside its step
                giveUp(issued.caseId());
            }
            default -> {}
        }
    }

    /**
     * Ends the handling of the case; its main process goes on to the letter of that ending.
     *
     * @param ending TERMINATED or DISMISSED
     */
    void endHandling(String caseId, String ending) {
        giveUp(caseId);
        processes.correlate(ReviewProcess.CASE_ENDING, caseId, Map.of(ReviewProcess.ENDING, ending));
    }

    /** Whatever was proposed and not ordered, or is still being asked, comes too late. */
    void giveUp(String caseId) {
        if (consultations.stop(caseId)) {
            procedures.stop(caseId, CommitteeProcess.PROCESS, "handling ended");
        }
        PROCESSES.forEach((kind, process) -> orders.proposed(caseId, kind).ifPresent(order -> {
            orders.drop(caseId, kind, Actor.SYSTEM);
            procedures.stop(caseId, process, "handling ended");
        }));
        dropIncidental(caseId, Actor.SYSTEM);
        proceedings.giveUp(caseId);
    }

    /** The review of a document ends with the suspension that was proposed for it, or with the case. */
    void dropIncidental(String caseId, Actor actor) {
        if (incidentals.drop(caseId, actor)) {
            letters.supersede(caseId, IncidentalTurns.LETTERS, actor);
            procedures.stop(caseId, IncidentalDocumentReviewProcess.PROCESS, "dropped");
        }
    }

    private String approver(LetterIssued issued) {
        return letters.approvals(issued.letterId()).stream()
                .filter(approval -> approval.effective() && approval.level() == Role.ORGAN_HEAD)
                .reduce((first, second) -> second)
                .map(Approval::signedBy)
                .orElse(Actor.SYSTEM.name());
    }
}
