package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Procedure;
import io.mingjing.casefile.Procedures;
import io.mingjing.review.IncidentalReview;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 提出附带审查: a document is questioned by the applicant or by this organ (行政复议法 art. 13, 57). The suspension of the case
 * (art. 39.1 item 9) is proposed with it, in its own procedure with its letters.
 */
@Component
class BeginIncidentalReview implements Procedure {

    private static final String REFUSE = "REFUSE";

    private final IncidentalReviews incidentals;
    private final Reviews reviews;
    private final CaseHandlers handlers;
    private final ProposeSuspension suspension;
    private final Procedures procedures;

    BeginIncidentalReview(
            IncidentalReviews incidentals,
            Reviews reviews,
            CaseHandlers handlers,
            ProposeSuspension suspension,
            Procedures procedures) {
        this.incidentals = incidentals;
        this.reviews = reviews;
        this.handlers = handlers;
        this.suspension = suspension;
        this.procedures = procedures;
    }

    @Override
    public String processKey() {
        return IncidentalDocumentReviewProcess.PROCESS;
    }

    @Override
    public boolean offered(CaseFile file, Actor actor) {
        if (file.area() != Area.REVIEW || file.state() != CaseState.OPEN || !handlers.handles(file.id(), actor)) {
            return false;
        }
        return reviews.find(file.id()).filter(ReviewCase::underReview).isPresent()
                && incidentals.current(file.id()).isEmpty();
    }

    /** What the application asked for. */
    @Override
    public Map<String, Object> prefill(CaseFile file) {
        Map<String, Object> values = new HashMap<>();
        if (incidentals.unanswered(file.id())) {
            values.put("origin", "REQUEST");
            values.put("requestedOn", file.receivedOn());
            values.put("knewDocument", "YES");
            values.put("documentTitle", reviews.get(file.id()).documentName());
        }
        return values;
    }

    @Override
    public List<Consequence> plan(CaseFile file, Map<String, Object> values) {
        IncidentalReview.Draft draft = draft(new Answers(values));
        incidentals.check(file.id(), draft);
        return draft.refusalGround() == null
                ? List.of(Consequence.of("suspensionProposed"))
                : List.of(Consequence.of("requestRefused"));
    }

    @Override
    public Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor) {
        IncidentalReview review = incidentals.begin(file.id(), draft(new Answers(values)), actor);
        if (review.state() == IncidentalReview.State.REFUSED) {
            return Map.of(IncidentalDocumentReviewProcess.ADMISSION, REFUSE);
        }
        suspension.propose(
                file,
                new Answers(Map.of(
                        "ground",
                        IncidentalReviews.GROUND,
                        "facts",
                        "本案需要依法审查" + review.documentName() + "的下列条款：" + review.clauses(),
                        "evidence",
                        review.documentName())),
                actor);
        procedures.begin(file.id(), SuspensionProcess.PROCESS, Map.of());
        return Map.of(IncidentalDocumentReviewProcess.ADMISSION, "ADMIT");
    }

    private static IncidentalReview.Draft draft(Answers answers) {
        return new IncidentalReview.Draft(
                answers.text("origin"),
                answers.optionalDate("requestedOn"),
                "YES".equals(answers.optionalText("knewDocument")),
                answers.text("documentTitle"),
                answers.optionalText("documentNumber"),
                answers.text("documentKind"),
                answers.optionalText("makerOrgan"),
                answers.optionalText("makerName"),
                answers.text("basis").equals("YES"),
                answers.text("clauses"),
                answers.text("doubts"),
                REFUSE.equals(answers.optionalText("admission")) ? answers.text("refusalGround") : null,
                answers.optionalText("competence"),
                answers.optionalText("competentOrgan"));
    }
}
