package io.mingjing.casefile;

import io.mingjing.identity.People;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists that people keep under a name, with their filters: own ones, which may be starred, and those that the head of the
 * unit or the supervisor sets for everybody of the government. A view holds no content: whoever opens it sees what they
 * may see. Own views are a preference and not in the log; those of the unit are.
 */
@Service
@Transactional
public class SavedViews {

    private static final int MOST = 30;
    private static final int MOST_LETTERS = 30;
    private static final int MOST_FILTERS = 1000;

    /** What an address may carry besides the place in the list, by page. */
    private static final Map<SavedView.Page, Set<String>> KNOWN = Map.of(
            SavedView.Page.TASKS,
                    Set.of("list", "area", "light", "due", "step", "organ", "handler", "rule", "from", "to", "q"),
            SavedView.Page.CASES,
                    Set.of("q", "area", "state", "handler", "organ", "light", "pending", "from", "to", "order"));

    private final SavedViewMapper mapper;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SavedViews(SavedViewMapper mapper, People people, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** Those of the unit first, then the own starred ones, then the others, each by name. */
    @Transactional(readOnly = true)
    public List<SavedView> of(SavedView.Page page, Actor actor) {
        return actor.organId() == null
                ? List.of()
                : mapper.findOf(page, actor.userId(), people.sight(actor).governmentId()).stream()
                        .map(SavedViewMapper.Row::view)
                        .toList();
    }

    /** Whether this person sets views for everybody of the government. */
    public boolean setsForUnit(Actor actor) {
        return actor.hasAny(Role.UNIT_HEAD, Role.SUPERVISOR);
    }

    /**
     * Keeps a list as an own view, starred at first, or as one of the unit.
     *
     * <p>Refused: {@code VIEW_NAME}, {@code VIEW_EMPTY}, {@code VIEW_MOST}, {@code VIEW_UNIT_ONLY}.
     *
     * @param filters the part of the address after the question mark; what the page does not know is left out
     */
    public SavedView save(SavedView.Page page, String name, String filters, boolean forUnit, Actor actor) {
        String called = name.strip();
        if (called.isEmpty() || called.codePointCount(0, called.length()) > MOST_LETTERS) {
            throw Refusal.invalid("VIEW_NAME", MOST_LETTERS);
        }
        String kept = known(page, filters);
        if (kept.isEmpty() || kept.length() > MOST_FILTERS) {
            throw Refusal.invalid("VIEW_EMPTY");
        }
        if (forUnit && !setsForUnit(actor)) {
            throw Refusal.forbidden("VIEW_UNIT_ONLY");
        }
        if (!forUnit && mapper.countOf(actor.userId()) >= MOST) {
            throw Refusal.conflict("VIEW_MOST", MOST);
        }
        SavedViewMapper.Row row = new SavedViewMapper.Row(
                Ids.next(),
                page,
                forUnit ? null : actor.userId(),
                people.sight(actor).governmentId(),
                called,
                kept,
                !forUnit);
        mapper.insert(row, actor.userId(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        if (forUnit) {
            tell("casefile.viewSet", row, actor);
        }
        return row.view();
    }

    /** Puts an own view into the bar, or takes it out. Refused: {@code VIEW_NOT_FOUND}. */
    public void star(String id, boolean starred, Actor actor) {
        mapper.updateStarred(own(id, actor).id(), starred);
    }

    /** Removes an own view, or one of the unit. Refused: {@code VIEW_NOT_FOUND}, {@code VIEW_UNIT_ONLY}. */
    public void remove(String id, Actor actor) {
        SavedViewMapper.Row row = mapper.find(id)
                .filter(found -> found.ownerId() != null
                        ? found.ownerId().equals(actor.userId())
                        : found.governmentId().equals(people.sight(actor).governmentId()))
                .orElseThrow(() -> Refusal.notFound("VIEW_NOT_FOUND"));
        if (row.ownerId() == null && !setsForUnit(actor)) {
            throw Refusal.forbidden("VIEW_UNIT_ONLY");
        }
        mapper.delete(id);
        if (row.ownerId() == null) {
            tell("casefile.viewRemoved", row, actor);
        }
    }

    private SavedViewMapper.Row own(String id, Actor actor) {
        return mapper.find(id)
                .filter(row -> actor.userId().equals(row.ownerId()))
                .orElseThrow(() -> Refusal.notFound("VIEW_NOT_FOUND"));
    }

    private void tell(String kind, SavedViewMapper.Row row, Actor actor) {
        events.publishEvent(Act.of(
                kind, null, actor, Map.of("page", row.page().name(), "view", row.name(), "filters", row.filters())));
    }

    private static String known(SavedView.Page page, String filters) {
        Set<String> names = KNOWN.getOrDefault(page, Set.of());
        return Arrays.stream(filters.split("&"))
                .filter(part -> part.indexOf('=') > 0 && part.indexOf('=') < part.length() - 1)
                .filter(part -> names.contains(part.substring(0, part.indexOf('='))))
                .filter(part -> part.chars().noneMatch(c -> c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>'))
                .collect(Collectors.joining("&"));
    }
}
