package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.time.CalendarYear;
import io.mingjing.time.Calendars;
import io.mingjing.time.NoticeDraft;
import io.mingjing.time.TimeLimits;
import io.mingjing.time.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A year's notice on its way into force: brought by an administrator with a preview of every open limit that moves,
 * approved by the head of a unit, then applied case by case ({@link RedatingRun}). One is under way at a time, so that the
 * preview that was approved is what happens.
 */
@Service
@Transactional
public class CalendarChanges {

    /** Rows of a preview written in one statement. */
    private static final int ROWS = 500;

    private static final int SHOWN = 100;
    private static final Role[] READERS = {Role.ADMIN, Role.UNIT_HEAD, Role.AUDITOR};

    /**
     * Part of a preview.
     *
     * @param next position behind which the next page begins; null on the last
     */
    public record MovePage(
            List<Redating.Move> moves, @Nullable Integer next) {}

    /**
     * What a preview counts.
     *
     * @param cases cases with at least one limit that would change
     */
    public record Summary(Map<Redating.Kind, Long> byKind, long cases) {
        public long changed() {
            return byKind.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final RedatingMapper mapper;
    private final Redating redating;
    private final RedatingRun run;
    private final CaseVisibility visibility;
    private final Calendars calendars;
    private final TimeLimits time;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CalendarChanges(
            RedatingMapper mapper,
            Redating redating,
            RedatingRun run,
            CaseVisibility visibility,
            Calendars calendars,
            TimeLimits time,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.redating = redating;
        this.run = run;
        this.visibility = visibility;
        this.calendars = calendars;
        this.time = time;
        this.clock = clock;
        this.events = events;
    }

    // --- reading

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<CalendarChange> recent(Actor actor) {
        requireReader(actor);
        return mapper.findAll(SHOWN);
    }

    /** The one that is not decided or not yet applied. */
    @Transactional(readOnly = true)
    public Optional<CalendarChange> underWay(Actor actor) {
        requireReader(actor);
        return mapper.findOpen().stream().findFirst();
    }

    @Transactional(readOnly = true)
    public CalendarChange get(String id, Actor actor) {
        requireReader(actor);
        return find(id);
    }

    @Transactional(readOnly = true)
    public Summary summary(String id, Actor actor) {
        requireReader(actor);
        Map<Redating.Kind, Long> byKind = new EnumMap<>(Redating.Kind.class);
        mapper.countMoves(id).forEach(count -> byKind.put(count.kind(), count.number()));
        return new Summary(byKind, mapper.countCases(id));
    }

    /**
     * A page of the preview, limits that end soonest first: of the cases that the reader sees, of all for administrators,
     * who bring the notice and read no more of a case than its number.
     *
     * @param kind only changes of that kind; null for all
     * @param after {@link MovePage#next} of the page before; 0 for the first
     */
    @Transactional(readOnly = true)
    public MovePage moves(String id, Redating.@Nullable Kind kind, int after, int limit, Actor actor) {
        requireReader(actor);
        List<RedatingMapper.MoveRow> rows = mapper.findMoves(id, kind, scope(actor), after, limit + 1);
        boolean more = rows.size() > limit;
        List<RedatingMapper.MoveRow> shown = more ? rows.subList(0, limit) : rows;
        return new MovePage(
                shown.stream().map(RedatingMapper.MoveRow::move).toList(),
                more ? shown.get(shown.size() - 1).position() : null);
    }

    /** The whole preview in pieces, for an export, as {@link #moves} shows it; stands in the log. */
    public void export(String id, Actor actor, Consumer<List<Redating.Move>> sink) {
        requireReader(actor);
        CalendarChange change = find(id);
        CaseScope scope = scope(actor);
        int after = 0;
        long told = 0;
        List<RedatingMapper.MoveRow> rows = mapper.findMoves(id, null, scope, after, ROWS);
        while (!rows.isEmpty()) {
            sink.accept(rows.stream().map(RedatingMapper.MoveRow::move).toList());
            told += rows.size();
            after = rows.get(rows.size() - 1).position();
            rows = mapper.findMoves(id, null, scope, after, ROWS);
        }
        told("casefile.calendarPreviewExported", change, Map.of("count", told), actor);
    }

    private @Nullable CaseScope scope(Actor actor) {
        return actor.has(Role.ADMIN) ? null : visibility.scope(actor);
    }

    // --- acts

    /**
     * Keeps a notice and previews what it does (administrators).
     *
     * @param confirmed whether what is unusual about it has been looked at
     * @return id of the change
     * @throws Refusal {@code ADMIN_ONLY}, {@code REDATING_OPEN}, and what {@link Calendars#propose} refuses
     */
    public String propose(NoticeDraft draft, boolean confirmed, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
        mapper.lockGate();
        mapper.findOpen().stream().findFirst().ifPresent(open -> {
            throw Refusal.conflict("REDATING_OPEN", open.notice(), open.proposedByName());
        });
        int version = calendars.propose(draft, confirmed, actor);
        String id = Ids.next();
        Instant now = now();
        mapper.insert(new CalendarChange(
                id,
                draft.year(),
                version,
                draft.name().strip(),
                draft.number().strip(),
                CalendarChange.State.PROPOSED,
                null,
                actor.userId(),
                actor.name(),
                now,
                now,
                0,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                null));
        preview(find(id));
        return id;
    }

    /** Previews anew what a proposed change does, since cases have come and gone (administrators and heads of unit). */
    public void refresh(String id, Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.UNIT_HEAD)) {
            throw Refusal.forbidden("CALENDAR_PEOPLE_ONLY");
        }
        CalendarChange change = find(id);
        requireProposed(change);
        mapper.deleteMoves(id);
        preview(change);
    }

    private void preview(CalendarChange change) {
        WorkingCalendar next = calendars.with(change.year(), change.yearVersion());
        int[] position = {0};
        Redating.Counts counts = redating.preview(java.util.Set.of(), request -> time.dates(request, next), moves -> {
            List<RedatingMapper.MoveRow> rows = new ArrayList<>(ROWS);
            for (Redating.Move move : moves) {
                rows.add(new RedatingMapper.MoveRow(++position[0], move));
                if (rows.size() == ROWS) {
                    mapper.insertMoves(change.id(), rows);
                    rows.clear();
                }
            }
            if (!rows.isEmpty()) {
                mapper.insertMoves(change.id(), rows);
            }
        });
        if (mapper.updatePreview(change.id(), now(), counts.limits()) != 1) {
            throw decided(find(change.id()));
        }
    }

    /**
     * Puts the notice into force (heads of unit, never who brought it). From then on every date is computed on it; the
     * cases follow one by one.
     *
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code OWN_CALENDAR}, {@code REDATING_DECIDED}
     */
    public void approve(String id, Actor actor) {
        CalendarChange change = find(id);
        requireHead(actor);
        requireProposed(change);
        String calendar = calendars.publish(change.year(), change.yearVersion(), actor);
        decide(change, CalendarChange.State.APPROVED, calendar, null, actor);
        told("casefile.calendarApproved", change, Map.of("calendar", calendar), actor);
    }

    /** Refuses the notice, with a reason (heads of unit, never who brought it). */
    public void reject(String id, String reason, Actor actor) {
        CalendarChange change = find(id);
        requireHead(actor);
        requireProposed(change);
        calendars.reject(change.year(), change.yearVersion(), reason, actor);
        decide(change, CalendarChange.State.REJECTED, null, reason.strip(), actor);
        told("casefile.calendarRejected", change, Map.of("reason", reason.strip()), actor);
    }

    /** Takes the notice back before it is decided (administrators). */
    public void withdraw(String id, String reason, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
        CalendarChange change = find(id);
        requireProposed(change);
        calendars.withdraw(change.year(), change.yearVersion(), reason, actor);
        decide(change, CalendarChange.State.WITHDRAWN, null, reason.strip(), actor);
        told("casefile.calendarWithdrawn", change, Map.of("reason", reason.strip()), actor);
    }

    /**
     * Goes on with an approved change at once, instead of waiting for the next sweep; also after a crash. What has been
     * done is not done again (administrators and heads of unit).
     *
     * @throws Refusal {@code REDATING_NOT_APPROVED}, {@code REDATING_UNDER_WAY} while somebody else or another node is at it
     */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public void apply(String id, Actor actor) {
        if (!actor.hasAny(Role.ADMIN, Role.UNIT_HEAD)) {
            throw Refusal.forbidden("CALENDAR_PEOPLE_ONLY");
        }
        CalendarChange change = find(id);
        if (change.state() != CalendarChange.State.APPROVED) {
            throw Refusal.conflict("REDATING_NOT_APPROVED", change.state().name());
        }
        run.go(change);
    }

    // ---

    private void decide(
            CalendarChange change,
            CalendarChange.State state,
            @Nullable String calendar,
            @Nullable String reason,
            Actor actor) {
        Instant now = now();
        Instant due = state == CalendarChange.State.APPROVED ? now : null;
        if (mapper.updateDecided(change.id(), state, calendar, actor.userId(), actor.name(), now, reason, due) != 1) {
            throw decided(find(change.id()));
        }
    }

    private static void requireHead(Actor actor) {
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
    }

    private static void requireProposed(CalendarChange change) {
        if (change.state() != CalendarChange.State.PROPOSED) {
            throw decided(change);
        }
    }

    private static Refusal decided(CalendarChange change) {
        return Refusal.conflict(
                "REDATING_DECIDED",
                change.notice(),
                String.valueOf(change.decidedByName()),
                change.state().name());
    }

    private static void requireReader(Actor actor) {
        if (!actor.hasAny(READERS)) {
            throw Refusal.forbidden("CALENDAR_READERS_ONLY");
        }
    }

    private CalendarChange find(String id) {
        return mapper.find(id).orElseThrow(() -> Refusal.notFound("REDATING_NOT_FOUND"));
    }

    private void told(String kind, CalendarChange change, Map<String, Object> more, Actor actor) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("changeId", change.id());
        facts.put("year", change.year());
        facts.put("version", change.yearVersion());
        facts.put("notice", change.notice());
        facts.putAll(more);
        events.publishEvent(Act.of(kind, null, actor, facts));
    }

    /** The year of a change as its notice has it. */
    @Transactional(readOnly = true)
    public CalendarYear yearOf(CalendarChange change) {
        return calendars.version(change.year(), change.yearVersion());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
