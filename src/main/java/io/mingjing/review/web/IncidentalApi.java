package io.mingjing.review.web;

import io.mingjing.casefile.Cases;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.People;
import io.mingjing.review.IncidentalReview;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Incidental reviews for machines; one begins at {@code /cases/{id}/procedures/incidentalDocumentReview}. */
@RestController
@Tag(name = "review")
class IncidentalApi {

    private final IncidentalReviews incidentals;
    private final Cases cases;
    private final People people;
    private final CurrentUser user;

    IncidentalApi(IncidentalReviews incidentals, Cases cases, People people, CurrentUser user) {
        this.incidentals = incidentals;
        this.cases = cases;
        this.people = people;
        this.user = user;
    }

    @GetMapping("/api/v1/cases/{id}/incidental-reviews")
    @Operation(summary = "Documents reviewed incidentally to a case, first to last")
    List<IncidentalReview> of(@PathVariable String id) {
        Actor actor = user.actor();
        cases.get(id, actor);
        if (!people.sight(actor).officer()) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return incidentals.of(id, actor);
    }
}
