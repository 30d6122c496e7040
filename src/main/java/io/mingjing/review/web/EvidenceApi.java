package io.mingjing.review.web;

import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.CurrentUser;
import io.mingjing.review.Evidence;
import io.mingjing.review.Exhibit;
import io.mingjing.review.NewExhibit;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of a review for machines, under the same rules as the page. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/evidence")
class EvidenceApi {

    /** @param withheld the party could have shown it before and did not */
    record Given(
            @Nullable PartyRole partyRole,
            @Nullable String title,
            @Nullable String proves,
            @Nullable Integer pages,
            @Nullable LocalDate receivedOn,
            boolean withheld,
            @Nullable String attachmentId) {

        NewExhibit exhibit() {
            if (partyRole == null) {
                throw Refusal.fields(List.of(FieldError.of("partyRole", "REQUIRED")));
            }
            return new NewExhibit(
                    partyRole,
                    Objects.toString(title, ""),
                    Objects.toString(proves, ""),
                    pages,
                    receivedOn,
                    withheld,
                    attachmentId);
        }
    }

    record Admission(@Nullable Boolean admitted, @Nullable String reason) {}

    private final Evidence evidence;
    private final CurrentUser user;

    EvidenceApi(Evidence evidence, CurrentUser user) {
        this.evidence = evidence;
        this.user = user;
    }

    @GetMapping
    List<Exhibit> all(@PathVariable String caseId) {
        return evidence.of(caseId, user.actor());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Exhibit add(@PathVariable String caseId, @RequestBody Given body) {
        return evidence.add(caseId, body.exhibit(), user.actor());
    }

    @PutMapping("/{exhibitId}/admission")
    Exhibit admit(@PathVariable String caseId, @PathVariable String exhibitId, @RequestBody Admission body) {
        Boolean admitted = body.admitted();
        if (admitted == null) {
            throw Refusal.fields(List.of(FieldError.of("admitted", "REQUIRED")));
        }
        return evidence.admit(caseId, exhibitId, admitted, body.reason(), user.actor());
    }
}
