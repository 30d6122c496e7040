package io.mingjing.time;

import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The catalogue of limits and the one clock that counts them. Calendar and catalogue are read once into an immutable
 * snapshot; a computation touches no database.
 */
@Service
public class TimeLimits {

    /** Calendar and catalogue that belong together. Versions of a rule stand in order of their first day. */
    private record Snapshot(WorkingCalendar calendar, Map<String, List<LimitRule>> rules, int publications) {}

    private final TimeMapper mapper;
    /** Null from the commit of a change until the next question. */
    private volatile @Nullable Snapshot snapshot;

    TimeLimits(TimeMapper mapper) {
        this.mapper = mapper;
        this.snapshot = read(mapper);
    }

    /**
     * Takes up what was published since the last reading. Computations under way finish on the old snapshot. Inside a
     * transaction only that transaction computes with what it wrote; the others follow once it is committed.
     */
    public void reload() {
        Snapshot fresh = read(mapper);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            take(fresh);
            return;
        }
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    own = TransactionSynchronizationManager.unbindResourceIfPossible(TimeLimits.this);
                }

                @Override
                public void resume() {
                    if (own != null) {
                        TransactionSynchronizationManager.bindResource(TimeLimits.this, own);
                    }
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(TimeLimits.this);
                    if (status == STATUS_COMMITTED) {
                        take(null);
                    }
                }

                private @Nullable Object own;
            });
        }
        TransactionSynchronizationManager.bindResource(this, fresh);
    }

    private Snapshot snapshot() {
        Object own = TransactionSynchronizationManager.getResource(this);
        if (own instanceof Snapshot uncommitted) {
            return uncommitted;
        }
        Snapshot known = snapshot;
        return known == null ? readAgain() : known;
    }

    private synchronized void take(@Nullable Snapshot fresh) {
        snapshot = fresh;
    }

    /** Under the lock, so that what is committed during the reading makes it read once more. */
    private synchronized Snapshot readAgain() {
        Snapshot known = snapshot;
        if (known == null) {
            known = read(mapper);
            snapshot = known;
        }
        return known;
    }

    private static Snapshot read(TimeMapper mapper) {
        int publications = mapper.countPublications(); // first: what is published during the reading is read once more
        Map<String, List<LimitRule>> rules = new LinkedHashMap<>();
        for (LimitRule rule : mapper.findRules()) {
            rules.computeIfAbsent(rule.id(), id -> new ArrayList<>()).add(rule);
        }
        return new Snapshot(WorkingCalendar.of(notices(mapper)), rules, publications);
    }

    /** The notices in force. */
    static List<Notice> notices(TimeMapper mapper) {
        List<TimeMapper.DayRow> days = mapper.findDays();
        return mapper.findPublishedYears().stream()
                .map(year -> notice(year, days))
                .toList();
    }

    static Notice notice(TimeMapper.YearRow year, List<TimeMapper.DayRow> days) {
        return new Notice(
                year.calendarYear(),
                year.version(),
                year.noticeName(),
                year.noticeNumber(),
                year.noticeDate(),
                days.stream()
                        .filter(day -> day.calendarYear() == year.calendarYear() && day.version() == year.version())
                        .map(day -> new Notice.Day(day.calendarDate(), day.kind(), day.festival(), day.name()))
                        .toList());
    }

    /** The last version of each limit, in the order of the catalogue. */
    public List<LimitRule> rules() {
        return snapshot().rules().values().stream()
                .map(versions -> versions.get(versions.size() - 1))
                .toList();
    }

    /** Each limit in the version that governs events of that day; where none does, in the one nearest to it. */
    public List<LimitRule> rules(LocalDate day) {
        return snapshot().rules().values().stream()
                .map(versions -> version(versions, day))
                .toList();
    }

    /**
     * The last version of a limit.
     *
     * @throws Refusal {@code UNKNOWN_TIME_LIMIT}
     */
    public LimitRule rule(String id) {
        List<LimitRule> versions = versions(id);
        return versions.get(versions.size() - 1);
    }

    /**
     * The version in force on the start event; for an earlier event the first version that is known, for one after the end
     * of the last version that last one.
     *
     * @throws Refusal {@code UNKNOWN_TIME_LIMIT}
     */
    public LimitRule rule(String id, LocalDate startEvent) {
        return version(versions(id), startEvent);
    }

    /**
     * As {@link #rule(String, LocalDate)}, for limits that are to begin: one that has ended before the event governs no more.
     *
     * @throws Refusal {@code UNKNOWN_TIME_LIMIT}, {@code TIME_LIMIT_ENDED}
     */
    public LimitRule inForce(String id, LocalDate startEvent) {
        LimitRule rule = rule(id, startEvent);
        LocalDate last = rule.validTo();
        if (last != null && startEvent.isAfter(last)) {
            throw Refusal.invalid("TIME_LIMIT_ENDED", id, last.toString(), startEvent.toString());
        }
        return rule;
    }

    /**
     * Every version of a limit, first to last.
     *
     * @throws Refusal {@code UNKNOWN_TIME_LIMIT}
     */
    public List<LimitRule> versions(String id) {
        List<LimitRule> versions = snapshot().rules().get(id);
        if (versions == null) {
            throw Refusal.notFound("UNKNOWN_TIME_LIMIT", id);
        }
        return List.copyOf(versions);
    }

    /** Whether the catalogue knows that limit, in whatever version. */
    public boolean knows(String id) {
        return snapshot().rules().containsKey(id);
    }

    private static LimitRule version(List<LimitRule> versions, LocalDate startEvent) {
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!startEvent.isBefore(versions.get(i).validFrom())) {
                return versions.get(i);
            }
        }
        return versions.get(0);
    }

    /** How many changes of the catalogue had been published when it was read. */
    int publications() {
        return snapshot().publications();
    }

    public WorkingCalendar calendar() {
        return snapshot().calendar();
    }

    /**
     * The dates of a limit with their explanation. While an open pause stops the clock, {@code due} is null.
     *
     * @throws Refusal {@code UNKNOWN_TIME_LIMIT}, {@code EXTENSION_NOT_ALLOWED}, {@code BAD_EXTENSION},
     *     {@code NOT_PAUSABLE}, {@code BAD_PAUSE}, {@code CALENDAR_MISSING}, {@code LENGTH_REQUIRED},
     *     {@code BAD_LENGTH}, {@code UNIT_REQUIRED}, {@code BAD_UNIT}
     */
    public Computed compute(LimitRequest request) {
        return compute(rule(request.rule(), request.start()), request);
    }

    /** As {@link #compute(LimitRequest)}, under a version that the caller has chosen. */
    public Computed compute(LimitRule rule, LimitRequest request) {
        return Computation.compute(rule, request, calendar(), true);
    }

    /** As {@link #compute(LimitRequest)}, but without steps and much faster: for re-dating and lists. */
    public Computed dates(LimitRequest request) {
        return dates(rule(request.rule(), request.start()), request);
    }

    /** As {@link #dates(LimitRequest)}, under a version that the caller has chosen. */
    public Computed dates(LimitRule rule, LimitRequest request) {
        return Computation.compute(rule, request, calendar(), false);
    }

    /** As {@link #dates(LimitRequest)}, on another calendar: what a limit would be once that one is in force. */
    public Computed dates(LimitRequest request, WorkingCalendar other) {
        return Computation.compute(rule(request.rule(), request.start()), request, other, false);
    }

    /**
     * As {@link #compute(LimitRequest)}, for callers to whom a limit without a date, or one that has ended before its start
     * event, is no answer.
     *
     * @throws Refusal as {@link #compute(LimitRequest)}, {@code TIME_LIMIT_ENDED}, and {@code NO_DUE_DATE} while an open pause stops the clock
     */
    public Computed computeDue(LimitRequest request) {
        Computed computed = compute(inForce(request.rule(), request.start()), request);
        if (computed.due() == null) {
            throw Refusal.invalid("NO_DUE_DATE", request.rule());
        }
        return computed;
    }

    /**
     * Days left until the due day, 0 on it, negative once it has passed; in working days for a limit in working days, else
     * in natural days. Counts Monday to Friday where the calendar ends, so that a list never fails.
     */
    public long daysLeft(DayUnit unit, LocalDate today, LocalDate due) {
        if (unit != DayUnit.WORKING_DAY) {
            return ChronoUnit.DAYS.between(today, due);
        }
        int left = calendar().roughWorkingDaysBetween(today, due);
        return today.isAfter(due) ? Math.min(left, -1) : left;
    }
}
