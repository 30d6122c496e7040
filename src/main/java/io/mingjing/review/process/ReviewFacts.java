package io.mingjing.review.process;

import io.mingjing.casefile.AreaFacts;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.review.ReviewCase;
import io.mingjing.review.ReviewDecisions;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Area;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the letters of a review say of the act complained of. */
@Component
class ReviewFacts implements AreaFacts {

    private final Reviews reviews;
    private final ReviewDecisions decisions;
    private final IncidentalReviews incidentals;

    ReviewFacts(Reviews reviews, ReviewDecisions decisions, IncidentalReviews incidentals) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.incidentals = incidentals;
    }

    @Override
    public Area area() {
        return Area.REVIEW;
    }

    @Override
    public Map<String, Object> of(String caseId) {
        ReviewCase review = reviews.get(caseId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("matter", review.actName());
        facts.put("deemedAccepted", review.deemed());
        facts.put("prerequisite", review.prerequisiteGround() != null);
        facts.putAll(decisions.letterFields(caseId));
        String documents = incidentals.decisionText(caseId);
        if (documents != null) {
            facts.put("documentReview", documents);
        }
        return facts;
    }
}
