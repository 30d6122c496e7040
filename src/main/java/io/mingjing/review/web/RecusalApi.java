package io.mingjing.review.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.review.RecusalRequest;
import io.mingjing.review.RecusalRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Recusals of a review for machines; one begins at {@code /cases/{id}/procedures}. */
@RestController
@Tag(name = "review")
class RecusalApi {

    private final RecusalRequests requests;
    private final CurrentUser user;

    RecusalApi(RecusalRequests requests, CurrentUser user) {
        this.requests = requests;
        this.user = user;
    }

    @GetMapping("/api/v1/cases/{caseId}/recusals")
    @Operation(summary = "Who was asked to keep away from a review, and what was decided")
    List<RecusalRequest> of(@PathVariable String caseId) {
        return requests.of(caseId, user.actor());
    }
}
