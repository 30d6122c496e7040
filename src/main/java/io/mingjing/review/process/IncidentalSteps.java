package io.mingjing.review.process;

import io.mingjing.casefile.Answers;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.TaskHandler;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterState;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.review.IncidentalReview;
import io.mingjing.review.IncidentalReview.Finding;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the steps of an incidental review do, beyond their letters. */
@Configuration(proxyBeanMethods = false)
class IncidentalSteps {

    static final String RESULT_LETTER = "document-result";

    private final IncidentalReviews incidentals;

    IncidentalSteps(IncidentalReviews incidentals) {
        this.incidentals = incidentals;
    }

    @Bean
    TaskHandler draftAnswerNotice() {
        return drafted(IncidentalDocumentReviewProcess.DRAFT_ANSWER_NOTICE);
    }

    @Bean
    TaskHandler draftDocumentTransfer() {
        return drafted(IncidentalDocumentReviewProcess.DRAFT_DOCUMENT_TRANSFER);
    }

    /** The letter begins with what was asked. */
    private TaskHandler drafted(String taskKey) {
        return new BesideStep(
                IncidentalDocumentReviewProcess.PROCESS,
                taskKey,
                caseId -> incidentals
                        .current(caseId)
                        .map(review -> Map.<String, Object>of(
                                "addressee", review.addressee(),
                                "clauses", review.clauses(),
                                "doubts", review.doubts()))
                        .orElse(Map.of()),
                (task, answers, actor) -> Map.of());
    }

    @Bean
    TaskHandler recordMakerAnswer() {
        return BesideStep.of(
                IncidentalDocumentReviewProcess.PROCESS,
                IncidentalDocumentReviewProcess.RECORD_MAKER_ANSWER,
                (task, answers, actor) -> {
                    incidentals.answered(
                            task.file().id(),
                            answers.date("answeredOn"),
                            answers.text("makerAnswer"),
                            answers.optionalDate("explainedOn"),
                            actor);
                    return Map.of();
                });
    }

    @Bean
    TaskHandler examineDocument(Letters letters) {
        return new BesideStep(
                IncidentalDocumentReviewProcess.PROCESS,
                IncidentalDocumentReviewProcess.EXAMINE_DOCUMENT,
                this::found,
                (task, answers, actor) -> {
                    IncidentalReview review = incidentals.find(task.file().id(), finding(answers), actor);
                    draftResult(letters, review, actor);
                    return Map.of();
                });
    }

    @Bean
    TaskHandler recordDocumentOpinion(Cases cases, IncidentalTurns turns) {
        return BesideStep.of(
                IncidentalDocumentReviewProcess.PROCESS,
                IncidentalDocumentReviewProcess.RECORD_DOCUMENT_OPINION,
                (task, answers, actor) -> {
                    String caseId = task.file().id();
                    IncidentalReview review = incidentals.opinionReceived(
                            caseId,
                            answers.date("answeredOn"),
                            answers.optionalText("opinionNo"),
                            finding(answers),
                            actor);
                    turns.resume(review);
                    return Map.of();
                });
    }

    private Map<String, Object> found(String caseId) {
        Map<String, Object> values = new HashMap<>();
        incidentals.current(caseId).ifPresent(review -> {
            values.put("finding", review.finding());
            values.put("unlawfulClauses", review.unlawfulClauses());
            values.put("higherLaw", review.higherLaw());
            values.put("findingReason", review.findingReason());
        });
        return values;
    }

    private static Finding finding(Answers answers) {
        return new Finding(
                answers.text("finding"),
                answers.optionalText("unlawfulClauses"),
                answers.optionalText("higherLaw"),
                answers.text("findingReason"));
    }

    private static void draftResult(Letters letters, IncidentalReview review, Actor actor) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("addressee", review.makerName());
        fields.put("documentTitle", review.documentTitle());
        fields.put("documentNumber", review.documentNumber());
        fields.put("clauses", review.clauses());
        fields.put("makerSilent", review.answerMissing() && review.answeredOn() == null);
        fields.put("findingReason", review.findingReason());
        fields.put("unlawful", review.unlawful());
        fields.put("findingWord", review.findingWord());
        fields.put("higherLaw", review.higherLaw());
        fields.put("unlawfulClauses", review.unlawfulClauses());
        Letter open = letters.current(review.caseId(), RESULT_LETTER)
                .filter(letter -> letter.state() == LetterState.DRAFT || letter.state() == LetterState.APPROVED)
                .orElse(null);
        if (open == null) {
            fields.values().removeIf(java.util.Objects::isNull);
            letters.draft(
                    review.caseId(),
                    RESULT_LETTER,
                    fields,
                    List.of(new Recipient(Ids.next(), review.makerName(), "ADDRESSEE")),
                    actor);
        } else {
            letters.revise(open.id(), fields, actor);
        }
    }
}
