package io.mingjing.review.web;

import io.mingjing.casefile.CatalogueEntry;
import io.mingjing.identity.CurrentUser;
import io.mingjing.review.FileAccess;
import io.mingjing.review.FileAccesses;
import io.mingjing.review.Hearing;
import io.mingjing.review.Hearings;
import io.mingjing.review.Inspection;
import io.mingjing.review.Inspections;
import io.mingjing.review.NewPartyView;
import io.mingjing.review.PartyView;
import io.mingjing.review.PartyView.Ground;
import io.mingjing.review.PartyView.Way;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ThirdParties;
import io.mingjing.review.ThirdParty;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Views of the parties, hearings, third parties, inspections and access to the file of a review for machines; the procedures themselves begin at {@code
 * /cases/{id}/procedures}.
 */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
@Tag(name = "review")
class ProceedingsApi {

    /** A party and the records of how it was heard. */
    record HeardBody(String partyId, String name, String role, boolean due, boolean settled, List<PartyView> records) {}

    /** A record to be entered. @param officers names */
    record ViewBody(
            @Nullable String partyId,
            @Nullable Way way,
            @Nullable Ground ground,
            @Nullable LocalDate heardOn,
            @Nullable String place,
            @Nullable String speaker,
            @Nullable List<String> officers,
            @Nullable String body,
            boolean signed,
            @Nullable String unsignedReason) {

        NewPartyView given() {
            List<FieldError> errors = new ArrayList<>();
            if (partyId == null) {
                errors.add(FieldError.of("partyId", "REQUIRED"));
            }
            if (way == null) {
                errors.add(FieldError.of("way", "REQUIRED"));
            }
            if (!errors.isEmpty() || way == null) {
                throw Refusal.fields(errors);
            }
            return new NewPartyView(
                    Objects.toString(partyId, ""),
                    way,
                    ground,
                    heardOn,
                    place,
                    speaker,
                    officers == null ? List.of() : officers,
                    body,
                    signed,
                    unsignedReason);
        }
    }

    record StrikeBody(@Nullable String reason) {}

    /** @param papers the main part of the file, of which papers may be shown */
    record AccessBody(List<FileAccess> accesses, List<FileAccess.Viewing> viewings, List<CatalogueEntry> papers) {}

    /** @param papers sources of the catalogue */
    record ViewingBody(
            @Nullable LocalDate viewedOn,
            @Nullable List<String> papers,
            @Nullable Integer copiedPages) {}

    private final PartyViews views;
    private final Hearings hearings;
    private final ThirdParties thirdParties;
    private final Inspections inspections;
    private final FileAccesses accesses;
    private final CurrentUser user;

    ProceedingsApi(
            PartyViews views,
            Hearings hearings,
            ThirdParties thirdParties,
            Inspections inspections,
            FileAccesses accesses,
            CurrentUser user) {
        this.views = views;
        this.hearings = hearings;
        this.thirdParties = thirdParties;
        this.inspections = inspections;
        this.accesses = accesses;
        this.user = user;
    }

    @GetMapping("/views")
    @Operation(summary = "Applicants and third parties with the records of how each was heard")
    List<HeardBody> views(@PathVariable String caseId) {
        return views.of(caseId, officer(caseId)).stream()
                .map(heard -> new HeardBody(
                        heard.party().id(),
                        heard.party().name(),
                        heard.party().role().name(),
                        heard.due(),
                        heard.settled(),
                        heard.records()))
                .toList();
    }

    @PostMapping("/views")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters how a party was heard, or why it could not be")
    PartyView record(@PathVariable String caseId, @RequestBody ViewBody body) {
        return views.record(caseId, body.given(), user.actor());
    }

    @PostMapping("/views/{viewId}/strike")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Strikes a record that was entered by mistake")
    void strike(@PathVariable String caseId, @PathVariable String viewId, @RequestBody StrikeBody body) {
        views.strike(caseId, viewId, body.reason(), user.actor());
    }

    @GetMapping("/hearings")
    @Operation(summary = "Hearings with panel and record")
    List<Hearing> hearings(@PathVariable String caseId) {
        return hearings.of(caseId, officer(caseId));
    }

    @GetMapping("/third-parties")
    @Operation(summary = "Who was proposed as a third party and what became of it")
    List<ThirdParty> thirdParties(@PathVariable String caseId) {
        return thirdParties.of(caseId, officer(caseId));
    }

    @GetMapping("/inspections")
    @Operation(summary = "Site inspections and appraisals with the time that does not count")
    List<Inspection> inspections(@PathVariable String caseId) {
        return inspections.of(caseId, officer(caseId));
    }

    @GetMapping("/file-accesses")
    @Operation(summary = "What parties asked to read, the answers, and who saw what when")
    AccessBody fileAccesses(@PathVariable String caseId) {
        Actor actor = officer(caseId);
        return new AccessBody(
                accesses.of(caseId, actor), accesses.viewings(caseId, actor), accesses.papers(caseId, actor));
    }

    @PostMapping("/file-accesses/{accessId}/viewings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Records that papers of the main part were shown")
    void view(@PathVariable String caseId, @PathVariable String accessId, @RequestBody ViewingBody body) {
        List<String> papers = body.papers();
        Integer copied = body.copiedPages();
        accesses.view(
                caseId,
                accessId,
                body.viewedOn(),
                papers == null ? List.of() : papers,
                copied == null ? 0 : copied,
                user.actor());
    }

    private Actor officer(String caseId) {
        Actor actor = user.actor();
        views.requireOfficer(caseId, actor);
        return actor;
    }
}
