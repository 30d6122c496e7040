package io.mingjing.inspection;

import io.mingjing.audit.Entry;
import io.mingjing.audit.Log;
import io.mingjing.audit.LogQuery;
import io.mingjing.casefile.Cases;
import io.mingjing.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in a case, told from the log in the reader's language. */
@Service
@Transactional(readOnly = true)
public class Timeline {

    private final Cases cases;
    private final Log log;
    private final FactTexts texts;
    private final Clock clock;

    Timeline(Cases cases, Log log, FactTexts texts, Clock clock) {
        this.cases = cases;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /** What a field held before and after an act. */
    public record Change(String name, String before, String after) {}

    /**
     * One act.
     *
     * @param seq place in the chain; the order of acts
     * @param at when it was recorded
     * @param legalDate day of its effect in law, where that is another day
     * @param bySystem whether the law or the machine acted, not a person
     */
    public record Line(
            long seq,
            Instant at,
            String actor,
            boolean bySystem,
            String kind,
            String text,
            @Nullable LocalDate legalDate,
            List<Change> changes,
            String hash) {

        public Line {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A part of the timeline, newest first.
     *
     * @param next {@code before} of the part that follows; null at the end
     */
    public record Page(List<Line> items, @Nullable Long next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Acts older than {@code before} (a {@link Line#seq()}; null = from the newest), at most {@code limit}. Refused as not
     * found where the actor does not see the case.
     */
    public Page of(String caseId, @Nullable Long before, int limit, Locale locale, Actor actor) {
        cases.get(caseId, actor);
        List<Entry> entries = log.search(new LogQuery(caseId, null, null, null, null), before, limit + 1);
        boolean more = entries.size() > limit;
        List<Entry> shown = more ? entries.subList(0, limit) : entries;
        List<Line> lines = shown.stream().map(entry -> line(entry, locale)).toList();
        return new Page(lines, more ? lines.get(lines.size() - 1).seq() : null);
    }

    /** An entry in the reader's language. */
    Line line(Entry entry, Locale locale) {
        boolean system = entry.actorId().equals(Actor.SYSTEM.userId());
        String name = system ? texts.value("actor", "system", locale) : entry.actorName();
        return new Line(
                entry.seq(),
                entry.recordedAt(),
                name,
                system,
                entry.kind(),
                texts.sentence(entry.kind(), entry.facts(), entry.personal(), locale),
                legalDate(entry),
                changes(entry.facts(), locale),
                entry.hash());
    }

    /** The day of the effect in law where it is not the day on which it was recorded. */
    private @Nullable LocalDate legalDate(Entry entry) {
        LocalDate recorded = LocalDate.ofInstant(entry.recordedAt(), clock.getZone());
        return recorded.equals(entry.legalDate()) ? null : entry.legalDate();
    }

    private List<Change> changes(Map<String, Object> facts, Locale locale) {
        Object before = facts.get("before");
        // A date that is set again says what it is now under its own name.
        Object after = before == null || facts.containsKey("after") ? facts.get("after") : facts.get("on");
        if (before == null && after == null) {
            return List.of();
        }
        if (!(before instanceof Map<?, ?> || after instanceof Map<?, ?>)) {
            return List.of(new Change("", texts.value("value", before, locale), texts.value("value", after, locale)));
        }
        Map<?, ?> old = before instanceof Map<?, ?> map ? map : Map.of();
        Map<?, ?> present = after instanceof Map<?, ?> map ? map : Map.of();
        TreeSet<String> names = new TreeSet<>();
        old.keySet().forEach(name -> names.add(String.valueOf(name)));
        present.keySet().forEach(name -> names.add(String.valueOf(name)));
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(old.get(name), present.get(name))) {
                changes.add(new Change(
                        texts.label(name, locale),
                        texts.value(name, old.get(name), locale),
                        texts.value(name, present.get(name), locale)));
            }
        }
        return changes;
    }
}
