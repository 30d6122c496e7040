package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.engine.Processes;
import io.mingjing.review.IncidentalReview;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.review.Suspensions;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.event.CaseSuspended;
import io.mingjing.shared.event.LetterIssued;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ties an incidental review to the course of its case: it begins on the day of the suspension, and its result brings the
 * resumption (行政复议法 art. 39).
 */
@Component
class IncidentalTurns {

    private static final String ANSWER_NOTICE = "document-answer-notice";
    private static final String TRANSFER_LETTER = "document-transfer";

    /** Of an incidental review, whichever way it goes. */
    static final List<String> LETTERS = List.of(ANSWER_NOTICE, TRANSFER_LETTER, IncidentalSteps.RESULT_LETTER);

    private final IncidentalReviews incidentals;
    private final Suspensions suspensions;
    private final ProposeResumption resumption;
    private final Letters letters;
    private final Cases cases;
    private final Procedures procedures;
    private final Processes processes;

    IncidentalTurns(
            IncidentalReviews incidentals,
            Suspensions suspensions,
            ProposeResumption resumption,
            Letters letters,
            Cases cases,
            Procedures procedures,
            Processes processes) {
        this.incidentals = incidentals;
        this.suspensions = suspensions;
        this.resumption = resumption;
        this.letters = letters;
        this.cases = cases;
        this.procedures = procedures;
        this.processes = processes;
    }

    @EventListener
    void on(CaseSuspended suspended) {
        if (!suspended.ground().equals(IncidentalReviews.GROUND)) {
            return;
        }
        incidentals.suspended(suspended.caseId(), suspended.on()).ifPresent(review -> {
            draftLetter(review);
            processes.correlate(
                    IncidentalDocumentReviewProcess.DOCUMENT_REVIEW_SUSPENDED, suspended.caseId(), Map.of());
        });
    }

    @EventListener
    void on(LetterIssued issued) {
        if (issued.type().equals(IncidentalSteps.RESULT_LETTER)) {
            resume(incidentals.conclude(issued.caseId(), issued.number(), issued.issuedOn(), Actor.SYSTEM));
        }
    }

    /** The cause of the suspension has ended: the resumption is proposed at once, with its letters to every party (art. 39.2). */
    void resume(IncidentalReview review) {
        String caseId = review.caseId();
        if (!suspensions.suspended(caseId) || procedures.running(caseId, ResumptionProcess.PROCESS)) {
            return;
        }
        resumption.propose(
                cases.require(caseId),
                new Answers(Map.of("facts", "对" + review.documentName() + "的附带审查已经处理完毕。")),
                Actor.SYSTEM);
        procedures.begin(caseId, ResumptionProcess.PROCESS, Map.of());
    }

    /** The letter to the maker, or to the competent organ, is drafted with the suspension and completed by the officer. */
    private void draftLetter(IncidentalReview review) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("addressee", review.addressee());
        fields.put("documentTitle", review.documentTitle());
        String number = review.documentNumber();
        if (number != null) {
            fields.put("documentNumber", number);
        }
        fields.put("makerName", review.makerName());
        fields.put("clauses", review.clauses());
        fields.put("doubts", review.doubts());
        letters.draft(
                review.caseId(),
                IncidentalReview.OWN.equals(review.competence()) ? ANSWER_NOTICE : TRANSFER_LETTER,
                fields,
                List.of(new Recipient(Ids.next(), review.addressee(), "ADDRESSEE")),
                Actor.SYSTEM);
    }
}
