package io.mingjing.review.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.review.CommitteeConsultations;
import io.mingjing.review.CommitteeMember;
import io.mingjing.review.CommitteeMembers;
import io.mingjing.review.CommitteeMembers.NewMember;
import io.mingjing.review.Consultation;
import io.mingjing.review.ConsultationDuty;
import io.mingjing.review.ConsultationTraits;
import io.mingjing.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The review committee for machines, under the same rules as the pages; a consultation itself begins at
 * {@code /cases/{id}/procedures}.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "review")
class CommitteeApi {

    /** Where a case stands with the committee. */
    record CommitteeBody(
            ConsultationDuty duty, @Nullable ConsultationTraits traits, List<Consultation> consultations) {}

    /** @param traits MAJOR, SPECIALISED, NEEDED */
    record TraitsJson(
            @Nullable List<String> traits, @Nullable String reason) {}

    /** @param adoption ADOPTED, PARTLY or REJECTED */
    record AdoptionJson(@Nullable String adoption, @Nullable String explanation) {}

    record MemberJson(
            @Nullable String governmentId,
            @Nullable String name,
            @Nullable String organization,
            @Nullable String post,
            @Nullable String expertise) {}

    record ActiveJson(boolean active) {}

    private final CommitteeConsultations consultations;
    private final CommitteeMembers members;
    private final CurrentUser user;

    CommitteeApi(CommitteeConsultations consultations, CommitteeMembers members, CurrentUser user) {
        this.consultations = consultations;
        this.members = members;
        this.user = user;
    }

    @GetMapping("/cases/{caseId}/committee")
    @Operation(summary = "Whether the committee must be consulted, and its consultations")
    CommitteeBody of(@PathVariable String caseId) {
        Actor actor = user.actor();
        List<Consultation> all = consultations.of(caseId, actor);
        return new CommitteeBody(
                consultations.duty(caseId), consultations.traits(caseId, actor).orElse(null), all);
    }

    @PutMapping("/cases/{caseId}/committee/traits")
    @Operation(summary = "Finds what decides on consulting the committee")
    ConsultationDuty find(@PathVariable String caseId, @RequestBody TraitsJson body) {
        List<String> traits = body.traits();
        consultations.find(
                caseId, traits == null ? List.of() : traits, Objects.toString(body.reason(), ""), user.actor());
        return consultations.duty(caseId);
    }

    @PutMapping("/cases/{caseId}/committee/adoption")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says what the draft makes of the committee's opinion")
    void answer(@PathVariable String caseId, @RequestBody AdoptionJson body) {
        consultations.answer(caseId, body.adoption(), body.explanation(), user.actor());
    }

    @GetMapping("/committee-members")
    @Operation(summary = "The register of committee members of a government")
    List<CommitteeMember> members(@RequestParam String governmentId) {
        return members.of(governmentId, user.actor());
    }

    @PostMapping("/committee-members")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters a committee member")
    CommitteeMember add(@RequestBody MemberJson body) {
        return members.add(
                new NewMember(
                        Objects.toString(body.governmentId(), ""),
                        Objects.toString(body.name(), ""),
                        Objects.toString(body.organization(), ""),
                        body.post(),
                        Objects.toString(body.expertise(), "")),
                user.actor());
    }

    @PutMapping("/committee-members/{id}/active")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A committee member leaves, or comes back")
    void activate(@PathVariable String id, @RequestBody ActiveJson body) {
        members.activate(id, body.active(), user.actor());
    }
}
