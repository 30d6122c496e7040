package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.identity.People;
import io.mingjing.review.Archives;
import io.mingjing.review.FollowUps;
import io.mingjing.review.Mediations;
import io.mingjing.review.Publications;
import io.mingjing.review.ReviewDecisions;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What became of the decision: when it reached whom, who may sue until when, mediation, discussion and what followed. */
@Component
class AfterTab implements CaseTab {

    private static final List<String> PAPERS = List.of(
            "cover-main",
            "contents-main",
            "remarks-main",
            "cover-secondary",
            "contents-secondary",
            "remarks-secondary");
    private static final Set<String> EARLY = Set.of("register", "intake");

    private final FollowUps followUps;
    private final Mediations mediations;
    private final Publications publications;
    private final ReviewDecisions decisions;
    private final Archives archives;
    private final People people;
    private final Clock clock;

    AfterTab(
            FollowUps followUps,
            Mediations mediations,
            Publications publications,
            ReviewDecisions decisions,
            Archives archives,
            People people,
            Clock clock) {
        this.followUps = followUps;
        this.mediations = mediations;
        this.publications = publications;
        this.decisions = decisions;
        this.archives = archives;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "after";
    }

    @Override
    public int order() {
        return 38;
    }

    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW
                && !EARLY.contains(String.valueOf(file.stage()))
                && people.sight(actor).officer();
    }

    @Override
    public String view() {
        return "review/after :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        model.put("reached", followUps.reached(file.id()));
        model.put("followUps", followUps.of(file.id(), actor));
        model.put("mediations", mediations.of(file.id(), actor));
        model.put("discussions", decisions.discussions(file.id(), actor));
        model.put("publication", publications.find(file.id()).orElse(null));
        List<String> papers = new ArrayList<>(PAPERS);
        if (!decisions.discussions(file.id(), actor).isEmpty()) {
            papers.add("discussion");
        }
        LocalDate due = Archives.dueOn(file);
        model.put("papers", papers);
        model.put("archive", archives.find(file.id()).orElse(null));
        model.put("archiveDue", due);
        model.put("archiveLate", due != null && LocalDate.now(clock).isAfter(due));
        return model;
    }
}
