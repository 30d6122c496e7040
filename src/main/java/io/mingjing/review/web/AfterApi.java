package io.mingjing.review.web;

import io.mingjing.casefile.Cases;
import io.mingjing.document.ServiceMethod;
import io.mingjing.identity.CurrentUser;
import io.mingjing.review.FollowUp;
import io.mingjing.review.FollowUps;
import io.mingjing.review.Mediation;
import io.mingjing.review.Mediations;
import io.mingjing.review.Publication;
import io.mingjing.review.Publications;
import io.mingjing.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What followed a decision, for machines; the procedures themselves begin at {@code /cases/{id}/procedures}. */
@RestController
@Tag(name = "review")
class AfterApi {

    private static final int MOST = 200;

    /** A party and when the closing letter reached it. */
    record ReachedBody(
            String partyId,
            String name,
            String role,
            @Nullable ServiceMethod method,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate sueUntil) {}

    /** What followed. */
    record AfterBody(List<ReachedBody> reached, List<FollowUp> followUps, List<Mediation> mediations) {}

    /** A decision as the public may read it. */
    record PublishedBody(
            String title, String text, @Nullable LocalDate publishedOn) {
        static PublishedBody of(Publication publication) {
            return new PublishedBody(publication.title(), publication.body(), publication.publishedOn());
        }
    }

    private final FollowUps followUps;
    private final Mediations mediations;
    private final Publications publications;
    private final Cases cases;
    private final CurrentUser user;

    AfterApi(FollowUps followUps, Mediations mediations, Publications publications, Cases cases, CurrentUser user) {
        this.followUps = followUps;
        this.mediations = mediations;
        this.publications = publications;
        this.cases = cases;
        this.user = user;
    }

    @GetMapping("/api/v1/cases/{id}/follow-ups")
    @Operation(summary = "Service on each party, time to sue, mediation and what was done after the decision")
    AfterBody after(@PathVariable String id) {
        Actor actor = user.actor();
        cases.get(id, actor);
        return new AfterBody(
                followUps.reached(id).stream()
                        .map(reached -> new ReachedBody(
                                reached.party().id(),
                                reached.party().name(),
                                reached.party().role().name(),
                                reached.service() == null
                                        ? null
                                        : reached.service().method(),
                                reached.servedOn(),
                                reached.sueUntil()))
                        .toList(),
                followUps.of(id, actor),
                mediations.of(id, actor));
    }

    @GetMapping("/api/v1/published-decisions")
    @Operation(summary = "Decisions published without names, newest first")
    List<PublishedBody> published() {
        return publications.published(MOST).stream().map(PublishedBody::of).toList();
    }
}
