package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.identity.People;
import io.mingjing.review.IncidentalReviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The documents reviewed incidentally to a case; only where there are any. */
@Component
class IncidentalTab implements CaseTab {

    private final IncidentalReviews incidentals;
    private final People people;

    IncidentalTab(IncidentalReviews incidentals, People people) {
        this.incidentals = incidentals;
        this.people = people;
    }

    @Override
    public String id() {
        return "incidental";
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && people.sight(actor).officer()
                && !incidentals.of(file.id(), actor).isEmpty();
    }

    @Override
    public String view() {
        return "review/incidental :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        return Map.of("reviews", incidentals.of(file.id(), actor));
    }
}
