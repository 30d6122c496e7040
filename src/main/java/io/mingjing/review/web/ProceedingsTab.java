package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTab;
import io.mingjing.identity.People;
import io.mingjing.review.FileAccess;
import io.mingjing.review.FileAccesses;
import io.mingjing.review.Hearing;
import io.mingjing.review.Hearings;
import io.mingjing.review.Inspections;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ThirdParties;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens between reply and draft: how each party was heard, hearings, third parties, inspections, access to the file. */
@Component
class ProceedingsTab implements CaseTab {

    /** A hearing with the people of its panel. */
    record Sitting(
            Hearing hearing,
            @Nullable String chair,
            List<String> officers,
            @Nullable String recorder) {}

    private final PartyViews views;
    private final Hearings hearings;
    private final ThirdParties thirdParties;
    private final Inspections inspections;
    private final FileAccesses accesses;
    private final People people;
    private final Clock clock;

    ProceedingsTab(
            PartyViews views,
            Hearings hearings,
            ThirdParties thirdParties,
            Inspections inspections,
            FileAccesses accesses,
            People people,
            Clock clock) {
        this.views = views;
        this.hearings = hearings;
        this.thirdParties = thirdParties;
        this.inspections = inspections;
        this.accesses = accesses;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "trial";
    }

    @Override
    public int order() {
        return 26;
    }

    /** The officers of the office; parties and organs have pages of their own. */
    @Override
    public boolean visible(CaseFile file, Actor actor) {
        return file.area() == Area.REVIEW && people.sight(actor).officer();
    }

    @Override
    public String view() {
        return "review/trial :: tab";
    }

    @Override
    public Map<String, Object> model(CaseFile file, Actor actor) {
        Map<String, Object> model = new HashMap<>();
        model.put("heard", views.of(file.id(), actor));
        model.put("mayRecord", views.mayRecord(file.id(), actor));
        model.put(
                "sittings",
                hearings.of(file.id(), actor).stream().map(this::sitting).toList());
        model.put("thirdParties", thirdParties.of(file.id(), actor));
        model.put("inspections", inspections.of(file.id(), actor));
        List<FileAccess> asked = accesses.of(file.id(), actor);
        model.put("accesses", asked);
        model.put("viewings", accesses.viewings(file.id(), actor));
        model.put("papers", asked.stream().anyMatch(FileAccess::open) ? accesses.papers(file.id(), actor) : List.of());
        model.put(
                "mayShow",
                file.closedOn() == null && actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD));
        model.put("today", LocalDate.now(clock));
        return model;
    }

    private Sitting sitting(Hearing hearing) {
        String officers = hearing.officerIds();
        return new Sitting(
                hearing,
                name(hearing.chairId()),
                officers == null
                        ? List.of()
                        : Stream.of(officers.split(","))
                                .map(id -> people.get(id).name())
                                .toList(),
                name(hearing.recorderId()));
    }

    private @Nullable String name(@Nullable String id) {
        return id == null ? null : people.get(id).name();
    }
}
