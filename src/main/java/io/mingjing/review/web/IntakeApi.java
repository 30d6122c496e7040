package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.identity.CurrentUser;
import io.mingjing.review.AcceptanceReviews;
import io.mingjing.review.AgencyRelays;
import io.mingjing.review.ApplicationWindow;
import io.mingjing.review.IntakeFacts;
import io.mingjing.review.Joinder;
import io.mingjing.review.Joinders;
import io.mingjing.review.Jurisdiction;
import io.mingjing.review.SimilarCases;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Intake of reviews for machines, under the same rules as the pages. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "review")
class IntakeApi {

    /** What is known of an intake. */
    record Intake(
            IntakeFacts facts,
            ApplicationWindow window,
            List<AcceptanceReviews.Answer> conditions,
            Jurisdiction.Proposal jurisdiction) {}

    record Judgement(
            SimilarCases.@Nullable Verdict verdict,
            @Nullable String reason) {}

    record NewJoinder(@Nullable String caseId, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    record Election(@Nullable LocalDate on, boolean signedByAll) {}

    record AgencyHandling(
            @Nullable String handling,
            @Nullable LocalDate on,
            @Nullable String note) {}

    private final AcceptanceReviews acceptances;
    private final AgencyRelays relays;
    private final SimilarCases similar;
    private final Joinders joinders;
    private final Jurisdiction jurisdiction;
    private final IntakeSheet sheet;
    private final Cases cases;
    private final CurrentUser user;

    IntakeApi(
            AcceptanceReviews acceptances,
            AgencyRelays relays,
            SimilarCases similar,
            Joinders joinders,
            Jurisdiction jurisdiction,
            IntakeSheet sheet,
            Cases cases,
            CurrentUser user) {
        this.acceptances = acceptances;
        this.relays = relays;
        this.similar = similar;
        this.joinders = joinders;
        this.jurisdiction = jurisdiction;
        this.sheet = sheet;
        this.cases = cases;
        this.user = user;
    }

    @GetMapping("/review/jurisdiction")
    @Operation(summary = "The organ competent to review an act of that maker")
    Jurisdiction.Proposal jurisdiction(
            @RequestParam(required = false) @Nullable String makerKind,
            @RequestParam(required = false) @Nullable String organId) {
        return jurisdiction.of(makerKind, organId);
    }

    @GetMapping("/cases/{caseId}/intake")
    Intake intake(@PathVariable String caseId) {
        readable(caseId);
        return new Intake(
                acceptances.facts(caseId),
                acceptances.window(caseId),
                acceptances.answers(caseId),
                sheet.competent(caseId));
    }

    @GetMapping("/cases/{caseId}/similar")
    List<SimilarCases.Similar> similar(@PathVariable String caseId) {
        AcceptanceReviews.requireDesk(readable(caseId));
        return similar.of(caseId);
    }

    @PutMapping("/cases/{caseId}/similar/{otherId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void judge(@PathVariable String caseId, @PathVariable String otherId, @RequestBody Judgement body) {
        if (body.verdict() == null) {
            throw missing("verdict");
        }
        similar.judge(caseId, otherId, body.verdict(), text(body.reason()), user.actor());
    }

    @GetMapping("/cases/{caseId}/joinders")
    List<Joinder> joinders(@PathVariable String caseId) {
        readable(caseId);
        return joinders.of(caseId);
    }

    @PostMapping("/cases/{caseId}/joinders")
    @ResponseStatus(HttpStatus.CREATED)
    Joinder join(@PathVariable String caseId, @RequestBody NewJoinder body) {
        if (body.caseId() == null) {
            throw missing("caseId");
        }
        return joinders.join(caseId, body.caseId(), text(body.reason()), user.actor());
    }

    @DeleteMapping("/cases/{caseId}/joinders/{joinderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void separate(@PathVariable String caseId, @PathVariable String joinderId, @RequestBody Reason body) {
        readable(caseId);
        joinders.separate(joinderId, text(body.reason()), user.actor());
    }

    @PostMapping("/cases/{caseId}/election")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void election(@PathVariable String caseId, @RequestBody Election body) {
        if (body.on() == null) {
            throw missing("on");
        }
        acceptances.recordElection(caseId, body.on(), body.signedByAll(), user.actor());
    }

    @PutMapping("/cases/{caseId}/agency")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "What the penalising agency did with the application: RELAYED or CORRECTED, on which day")
    void agency(@PathVariable String caseId, @RequestBody AgencyHandling body) {
        if (body.on() == null) {
            throw missing("on");
        }
        relays.record(caseId, text(body.handling()), body.on(), body.note(), user.actor());
    }

    private Actor readable(String caseId) {
        Actor actor = user.actor();
        CaseFile file = cases.get(caseId, actor);
        if (file.area() != Area.REVIEW) {
            throw Refusal.notFound("CASE_NOT_FOUND");
        }
        return actor;
    }

    private static Refusal missing(String field) {
        return Refusal.fields(List.of(FieldError.of(field, "REQUIRED")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
