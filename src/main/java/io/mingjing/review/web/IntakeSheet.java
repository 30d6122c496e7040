package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.review.AcceptanceReviews;
import io.mingjing.review.AgencyRelays;
import io.mingjing.review.ApplicationWindow;
import io.mingjing.review.ApplicationWindows;
import io.mingjing.review.Enquiries;
import io.mingjing.review.IntakeRegister;
import io.mingjing.review.Joinder;
import io.mingjing.review.Joinders;
import io.mingjing.review.Jurisdiction;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.Reviews;
import io.mingjing.review.SimilarCases;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.time.Explanations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of the intake of a case, in the words of the reader; tab, task and API show the same. */
@Component
class IntakeSheet {

    private final AcceptanceReviews acceptances;
    private final AgencyRelays relays;
    private final Reviews reviews;
    private final SimilarCases similar;
    private final Joinders joinders;
    private final Jurisdiction jurisdiction;
    private final IntakeRegister register;
    private final Enquiries enquiries;
    private final ApplicationWindows windows;
    private final Cases cases;
    private final Parties parties;
    private final Explanations explanations;

    IntakeSheet(
            AcceptanceReviews acceptances,
            AgencyRelays relays,
            Reviews reviews,
            SimilarCases similar,
            Joinders joinders,
            Jurisdiction jurisdiction,
            IntakeRegister register,
            Enquiries enquiries,
            ApplicationWindows windows,
            Cases cases,
            Parties parties,
            Explanations explanations) {
        this.acceptances = acceptances;
        this.relays = relays;
        this.reviews = reviews;
        this.similar = similar;
        this.joinders = joinders;
        this.jurisdiction = jurisdiction;
        this.register = register;
        this.enquiries = enquiries;
        this.windows = windows;
        this.cases = cases;
        this.parties = parties;
        this.explanations = explanations;
    }

    /** A joinder with the case at its other end, as far as the reader sees that one. */
    record JoinderLine(
            Joinder joinder,
            boolean leads,
            String otherId,
            @Nullable String number,
            @Nullable String title) {}

    Map<String, Object> of(CaseFile file, Actor actor, Locale locale) {
        String caseId = file.id();
        ReviewCase review = reviews.get(caseId);
        ApplicationWindow window = acceptances.window(caseId);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("intakeReview", review);
        model.put("intakeFacts", acceptances.facts(caseId));
        model.put("intakeWindow", window);
        model.put(
                "intakeReasons",
                window.computed().stream()
                        .filter(computed -> computed.due() != null)
                        .map(computed -> explanations.paragraph(computed, locale))
                        .toList());
        model.put("intakeAnswers", acceptances.answers(caseId));
        model.put("intakeSimilar", similar.of(caseId));
        model.put("intakeCompetent", competent(caseId));
        model.put("intakeHere", file.governmentId());
        model.put(
                "intakeJoinders",
                joinders.of(caseId).stream()
                        .map(joinder -> line(joinder, caseId, actor))
                        .toList());
        model.put("intakeMaterials", register.materials(caseId));
        model.put("intakeEnquiries", enquiries.ofCase(caseId));
        model.put("intakeRelay", windows.relayDue(acceptances.facts(caseId)));
        model.put("intakeRelayWaits", relays.waits(caseId));
        model.put("intakeManyApplicants", parties.needsRepresentatives(caseId));
        return model;
    }

    /** The competent organ by what was registered. */
    Jurisdiction.Proposal competent(String caseId) {
        String respondent = parties.of(caseId, PartyRole.RESPONDENT).stream()
                .flatMap(party -> Stream.ofNullable(party.organId()))
                .findFirst()
                .orElse(null);
        return jurisdiction.of(acceptances.facts(caseId).makerKind(), respondent);
    }

    List<JoinderLine> joinders(String caseId, Actor actor) {
        return joinders.of(caseId).stream()
                .map(joinder -> line(joinder, caseId, actor))
                .toList();
    }

    private JoinderLine line(Joinder joinder, String caseId, Actor actor) {
        String other = joinder.otherThan(caseId);
        boolean leads = joinder.leadId().equals(caseId);
        try {
            CaseFile file = cases.get(other, actor);
            return new JoinderLine(joinder, leads, other, file.number(), file.title());
        } catch (Refusal unseen) {
            return new JoinderLine(joinder, leads, other, null, null);
        }
    }
}
