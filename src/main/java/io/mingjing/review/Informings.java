package io.mingjing.review;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows when an applicant was told before acceptance (实施条例 art. 29, 37.2). */
@Service
@Transactional
public class Informings {

    private static final String MAIN = "administrativeReview";
    private static final String LETTER = "informing-letter";

    private final AcceptanceReviews acceptances;
    private final ReviewCaseMapper reviews;
    private final Cases cases;
    private final Parties parties;
    private final Letters letters;
    private final Organs organs;
    private final Processes processes;
    private final ApplicationEventPublisher events;

    Informings(
            AcceptanceReviews acceptances,
            ReviewCaseMapper reviews,
            Cases cases,
            Parties parties,
            Letters letters,
            Organs organs,
            Processes processes,
            ApplicationEventPublisher events) {
        this.acceptances = acceptances;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.letters = letters;
        this.organs = organs;
        this.processes = processes;
        this.events = events;
    }

    /**
     * The applicant names another respondent.
     *
     * @throws Refusal with field {@code newRespondent}: {@code ORGAN_UNKNOWN}, {@code RESPONDENT_SAME}
     */
    public void changeRespondent(String caseId, String organId, LocalDate on, Actor actor) {
        Organ organ = organs.find(organId)
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("newRespondent", "ORGAN_UNKNOWN"))));
        Party before = parties.of(caseId, PartyRole.RESPONDENT).get(0);
        if (organId.equals(before.organId())) {
            throw Refusal.fields(List.of(FieldError.of("newRespondent", "RESPONDENT_SAME")));
        }
        parties.correct(
                before.id(), NewParty.organ(PartyRole.RESPONDENT, organ.id(), organ.name()), before.version(), actor);
        acceptances.recordRespondentKept(caseId, false);
        events.publishEvent(Act.of(
                        "review.respondentChanged",
                        caseId,
                        actor,
                        Map.of("before", before.name(), "after", organ.name()))
                .on(on));
    }

    /** The applicant keeps to the wrong respondent: the application may be refused. */
    public void keepRespondent(String caseId, LocalDate on, Actor actor) {
        acceptances.recordRespondentKept(caseId, true);
        events.publishEvent(
                Act.of("review.respondentKept", caseId, actor, Map.of()).on(on));
    }

    /** The applicant was told that the repetition is not processed: closed on the day that the letter bears. */
    public void closeRepeated(String caseId) {
        LocalDate toldOn = letters.current(caseId, LETTER)
                .map(Letter::issuedOn)
                .orElseThrow(() -> Refusal.conflict("NOT_DECIDED"));
        ReviewCase review = reviews.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
        if (review.acceptedOn() != null) {
            return; // accepted meanwhile, deemed or decided: then it is reviewed after all
        }
        if (reviews.updateAcceptance(caseId, review.version(), "INFORMED", null, null, false) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        events.publishEvent(
                Act.of("review.repetitionNoted", caseId, Actor.SYSTEM, Map.of()).on(toldOn));
        processes.stop(MAIN, caseId, "REPEAT");
        cases.close(caseId, "REPEAT_TOLD", toldOn, Actor.SYSTEM);
    }
}
