package io.mingjing.review.web;

import io.mingjing.casefile.Cases;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.People;
import io.mingjing.review.AcceptanceReviews;
import io.mingjing.review.AgencyRelays;
import io.mingjing.review.Joinders;
import io.mingjing.review.Jurisdiction;
import io.mingjing.review.ProcedureChoices;
import io.mingjing.review.SimilarCases;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the desk does on the intake tab of a case, and what it is shown while an application is being registered. */
@Controller
class IntakeController {

    private final AcceptanceReviews acceptances;
    private final AgencyRelays relays;
    private final ProcedureChoices procedures;
    private final SimilarCases similar;
    private final Joinders joinders;
    private final Jurisdiction jurisdiction;
    private final Cases cases;
    private final People people;
    private final MessageSource messages;
    private final CurrentUser user;

    IntakeController(
            AcceptanceReviews acceptances,
            AgencyRelays relays,
            ProcedureChoices procedures,
            SimilarCases similar,
            Joinders joinders,
            Jurisdiction jurisdiction,
            Cases cases,
            People people,
            MessageSource messages,
            CurrentUser user) {
        this.acceptances = acceptances;
        this.relays = relays;
        this.procedures = procedures;
        this.similar = similar;
        this.joinders = joinders;
        this.jurisdiction = jurisdiction;
        this.cases = cases;
        this.people = people;
        this.messages = messages;
        this.user = user;
    }

    /** Similar applications and the competent organ, for what is in the start form so far. */
    @PostMapping("/review/aside")
    String aside(
            @RequestParam(defaultValue = "") String applicantName,
            @RequestParam(required = false) @Nullable String applicantIdNumber,
            @RequestParam(defaultValue = "") String actName,
            @RequestParam(required = false) @Nullable String actNumber,
            @RequestParam(required = false) @Nullable String respondentOrgan,
            @RequestParam(required = false) @Nullable String makerKind,
            Model model) {
        Actor actor = user.actor();
        AcceptanceReviews.requireDesk(actor);
        String organ = respondentOrgan == null || respondentOrgan.isBlank() ? null : respondentOrgan;
        String here = people.sight(actor).governmentId();
        model.addAttribute(
                "intakeSimilar", similar.of(here, applicantName, applicantIdNumber, actName, actNumber, organ));
        model.addAttribute("intakeCompetent", jurisdiction.of(makerKind, organ));
        model.addAttribute("intakeHere", here);
        return "review/intake :: registering";
    }

    /** The procedure that follows from the facts that are ticked in the acceptance review so far. */
    @PostMapping("/review/procedure")
    String procedure(
            @RequestParam(defaultValue = "") String acceptance,
            @RequestParam(required = false) @Nullable List<String> procedureFacts,
            @RequestParam(defaultValue = "") String amount,
            Model model) {
        AcceptanceReviews.requireDesk(user.actor());
        if (acceptance.equals("ACCEPT")) {
            model.addAttribute(
                    "intakeProcedure",
                    procedures.suggest(procedureFacts == null ? List.of() : procedureFacts, number(amount)));
        }
        return "review/intake :: procedure";
    }

    private static @Nullable BigDecimal number(String typed) {
        try {
            return typed.isBlank() ? null : new BigDecimal(typed.strip());
        } catch (NumberFormatException e) { // the form says so itself
            return null;
        }
    }

    @PostMapping("/cases/{caseId}/similar/{otherId}")
    String judge(
            @PathVariable String caseId,
            @PathVariable String otherId,
            @RequestParam SimilarCases.Verdict verdict,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        similar.judge(caseId, otherId, verdict, reason, user.actor());
        return done(caseId, "review.similar.done", flash, locale);
    }

    @PostMapping("/cases/{caseId}/joinders")
    String join(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        Actor actor = user.actor();
        String member = cases.byNumber(number, actor)
                .orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"))
                .id();
        joinders.join(caseId, member, reason, actor);
        return done(caseId, "review.joinder.done", flash, locale);
    }

    @PostMapping("/cases/{caseId}/joinders/{joinderId}/end")
    String separate(
            @PathVariable String caseId,
            @PathVariable String joinderId,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        joinders.separate(joinderId, reason, user.actor());
        return done(caseId, "review.joinder.ended", flash, locale);
    }

    @PostMapping("/cases/{caseId}/election")
    String election(
            @PathVariable String caseId,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "false") boolean signedByAll,
            RedirectAttributes flash,
            Locale locale) {
        acceptances.recordElection(caseId, on, signedByAll, user.actor());
        return done(caseId, "review.election.done", flash, locale);
    }

    /** What the penalising agency did with the application that it was handed. */
    @PostMapping("/cases/{caseId}/agency")
    String agency(
            @PathVariable String caseId,
            @RequestParam String handling,
            @RequestParam LocalDate on,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes flash,
            Locale locale) {
        relays.record(caseId, handling, on, note, user.actor());
        return done(caseId, "review.relay.done", flash, locale);
    }

    private String done(String caseId, String key, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage(key, null, locale));
        return "redirect:/cases/" + caseId + "/intake";
    }
}
