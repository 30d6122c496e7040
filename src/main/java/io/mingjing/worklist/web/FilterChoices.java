package io.mingjing.worklist.web;

import io.mingjing.identity.Namesakes;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.time.LimitRule;
import io.mingjing.time.TimeLimits;
import io.mingjing.worklist.TaskFacets;
import io.mingjing.worklist.TaskQuery;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the filters of the list offer this reader. */
@Component
class FilterChoices {

    private static final int MOST = 300;

    private final TaskFacets facets;
    private final TimeLimits limits;
    private final People people;
    private final Organs organs;

    FilterChoices(TaskFacets facets, TimeLimits limits, People people, Organs organs) {
        this.facets = facets;
        this.limits = limits;
        this.people = people;
        this.organs = organs;
    }

    /** The options of each filter. */
    record Choices(
            List<TaskFacets.Choice> steps,
            List<TaskFacets.Choice> rules,
            List<TaskFacets.Choice> organs,
            List<TaskFacets.Choice> handlers) {}

    Choices of(Actor actor, TaskQuery query) {
        if (actor.organId() == null) {
            return new Choices(List.of(), List.of(), List.of(), List.of());
        }
        Sight sight = people.sight(actor);
        Area only = query.area();
        Set<Area> areas = only != null ? EnumSet.of(only) : sight.officer() ? sight.areas() : EnumSet.allOf(Area.class);
        Locale locale = LocaleContextHolder.getLocale();
        return new Choices(
                facets.steps(areas),
                facets.rules(areas).stream()
                        .map(rule -> new TaskFacets.Choice(rule.code(), meaning(rule.code(), locale)))
                        .toList(),
                sight.officer() ? organsOf(sight) : List.of(),
                handlers(sight));
    }

    private String meaning(String rule, Locale locale) {
        try {
            LimitRule found = limits.rule(rule);
            return locale.getLanguage().equals("en") ? found.meaningEn() : found.meaning();
        } catch (Refusal unknown) {
            return rule; // a limit that a later catalogue no longer has
        }
    }

    private List<TaskFacets.Choice> organsOf(Sight sight) {
        return organs.all().stream()
                .filter(organ -> sight.subtree()
                        ? organ.path().startsWith(sight.governmentPath())
                        : organ.governmentId().equals(sight.governmentId()))
                .sorted(Comparator.comparing(organ -> organ.path()))
                .limit(MOST)
                .map(organ -> new TaskFacets.Choice(organ.id(), organ.shortName()))
                .toList();
    }

    private List<TaskFacets.Choice> handlers(Sight sight) {
        List<Person> found =
                sight.officer() ? people.officersOf(sight.governmentId()) : people.inOrgan(sight.organId());
        return Namesakes.labels(found.stream().limit(MOST).toList()).entrySet().stream()
                .map(one -> new TaskFacets.Choice(one.getKey(), one.getValue()))
                .toList();
    }
}
