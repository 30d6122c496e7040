package io.mingjing.time;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices of the years. An administrator brings one, the head of a unit (never the same person) puts it into force;
 * each is a version of its own and no version is ever edited. What follows for open limits is not known here.
 */
@Service
@Transactional
public class Calendars {

    /** Days off are published at the earliest so many months before their year. */
    private static final int MONTHS_AHEAD = 6;

    /**
     * What a check of a draft has found.
     *
     * @param faults what must be mended
     * @param warnings what is unusual; importing it needs a confirmation
     */
    public record Checked(List<NoticeDraft.Fault> faults, List<NoticeDraft.Fault> warnings) {}

    private final TimeMapper mapper;
    private final TimeLimits limits;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Calendars(TimeMapper mapper, TimeLimits limits, Clock clock, ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.limits = limits;
        this.clock = clock;
        this.events = events;
    }

    // --- reading

    /** The years that can be computed with, published ones and then projected ones. */
    @Transactional(readOnly = true)
    public List<CalendarYear> years() {
        List<CalendarYear> years = new ArrayList<>();
        List<TimeMapper.YearRow> published = mapper.findPublishedYears();
        int last = published.get(published.size() - 1).calendarYear();
        for (TimeMapper.YearRow row : published) {
            years.add(shown(row, limits.calendar()));
        }
        for (int year = last + 1; limits.calendar().status(year) == WorkingCalendar.Status.PROJECTED; year++) {
            years.add(projected(year));
        }
        return years;
    }

    /**
     * The year as it is in force.
     *
     * @throws Refusal {@code CALENDAR_MISSING}
     */
    @Transactional(readOnly = true)
    public CalendarYear year(int year) {
        return mapper.findPublishedYears().stream()
                .filter(row -> row.calendarYear() == year)
                .findFirst()
                .map(row -> shown(row, limits.calendar()))
                .orElseGet(() -> projected(year));
    }

    /** One version of a year's notice, in force or not. */
    @Transactional(readOnly = true)
    public CalendarYear version(int year, int version) {
        return shown(row(year, version), with(year, version));
    }

    /** Every version of a year's notice, newest first; none for a projected year. */
    @Transactional(readOnly = true)
    public List<CalendarYear> versions(int year) {
        return mapper.findVersions(year).stream().map(this::heading).toList();
    }

    /** The calendar as it will be once that version is in force. */
    @Transactional(readOnly = true)
    public WorkingCalendar with(int year, int version) {
        List<TimeMapper.DayRow> days = mapper.findDays();
        List<Notice> notices = new ArrayList<>(TimeLimits.notices(mapper));
        notices.removeIf(notice -> notice.year() == year);
        notices.add(TimeLimits.notice(row(year, version), days));
        return WorkingCalendar.of(notices);
    }

    /** Checks a draft without keeping it. */
    @Transactional(readOnly = true)
    public Checked check(NoticeDraft draft) {
        NoticeCheck.Result result = NoticeCheck.check(draft);
        return new Checked(result.faults(), result.warnings());
    }

    // --- acts

    /**
     * Keeps a notice as the next version of its year, to be put into force by somebody else (administrators).
     *
     * @param confirmed whether unusual things have been looked at and are meant
     * @return number of the version
     * @throws Refusal {@code ADMIN_ONLY}, {@code CALENDAR_YEAR}, {@code CALENDAR_SHEET}, {@code CALENDAR_UNUSUAL},
     *     {@code CALENDAR_SAME}, {@code FIELDS}
     */
    public int propose(NoticeDraft draft, boolean confirmed, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
        requireYear(draft.year());
        requireHeading(draft);
        NoticeCheck.Result result = NoticeCheck.check(draft);
        if (!result.faults().isEmpty()) {
            throw Refusal.invalid("CALENDAR_SHEET", result.faults().size());
        }
        if (!result.warnings().isEmpty() && !confirmed) {
            throw Refusal.invalid("CALENDAR_UNUSUAL");
        }
        requireOther(draft, result.days());
        int version = mapper.findLastVersion(draft.year()) + 1;
        mapper.insertYear(new TimeMapper.YearRow(
                draft.year(),
                version,
                CalendarYear.Status.PROPOSED.name(),
                draft.name().strip(),
                draft.number().strip(),
                draft.date(),
                actor.userId(),
                actor.name(),
                now()));
        mapper.insertDays(draft.year(), version, result.days());
        told("time.calendarProposed", draft.year(), version, null, actor);
        return version;
    }

    /**
     * Puts a proposed version into force, for everybody as soon as the act is committed (heads of unit, not who brought it).
     *
     * @return version of the calendar from then on
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code OWN_CALENDAR}, {@code CALENDAR_DECIDED}
     */
    public String publish(int year, int version, Actor actor) {
        requireSecondPerson(year, version, actor);
        WorkingCalendar calendar = with(year, version);
        decide(year, version, CalendarYear.Status.PUBLISHED);
        told("time.calendarPublished", year, version, null, actor);
        limits.reload();
        return calendar.version();
    }

    /** Refuses a proposed version (heads of unit, not who brought it). */
    public void reject(int year, int version, String reason, Actor actor) {
        requireSecondPerson(year, version, actor);
        requireReason(reason);
        decide(year, version, CalendarYear.Status.REJECTED);
        told("time.calendarRejected", year, version, reason.strip(), actor);
    }

    /** Takes a proposed version back (administrators). */
    public void withdraw(int year, int version, String reason, Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
        requireReason(reason);
        decide(year, version, CalendarYear.Status.REJECTED);
        told("time.calendarWithdrawn", year, version, reason.strip(), actor);
    }

    private void decide(int year, int version, CalendarYear.Status status) {
        if (mapper.updateStatus(year, version, status) != 1) {
            throw Refusal.conflict("CALENDAR_DECIDED", String.valueOf(year), String.valueOf(version));
        }
    }

    // --- what is refused

    private void requireSecondPerson(int year, int version, Actor actor) {
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
        if (actor.userId().equals(row(year, version).importedBy())) {
            throw Refusal.forbidden("OWN_CALENDAR");
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("reason", "REQUIRED")));
        }
    }

    /** A correction of a published year, or the one year that comes next: notices leave no year out. */
    private void requireYear(int year) {
        List<TimeMapper.YearRow> published = mapper.findPublishedYears();
        int first = published.get(0).calendarYear();
        int next = published.get(published.size() - 1).calendarYear() + 1;
        if (year < first || year > next) {
            throw Refusal.invalid("CALENDAR_YEAR", String.valueOf(year), String.valueOf(first), String.valueOf(next));
        }
    }

    private void requireHeading(NoticeDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        String name = draft.name().strip();
        if (name.isEmpty() || name.length() > 120 || !name.contains(String.valueOf(draft.year()))) {
            errors.add(FieldError.of("noticeName", "NOTICE_NAME", String.valueOf(draft.year())));
        }
        if (draft.number().isBlank() || draft.number().strip().length() > 60) {
            errors.add(FieldError.of("noticeNumber", "NOTICE_NUMBER"));
        }
        LocalDate earliest = LocalDate.of(draft.year(), 1, 1).minusMonths(MONTHS_AHEAD);
        if (draft.date().isBefore(earliest) || draft.date().isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("noticeDate", "NOTICE_DATE", earliest));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private void requireOther(NoticeDraft draft, List<Notice.Day> days) {
        boolean same = mapper.findPublishedYears().stream()
                .filter(row -> row.calendarYear() == draft.year())
                .map(row -> TimeLimits.notice(row, mapper.findDays()))
                .anyMatch(known -> Set.copyOf(known.days()).equals(Set.copyOf(days)));
        if (same) {
            throw Refusal.conflict("CALENDAR_SAME", String.valueOf(draft.year()));
        }
    }

    private TimeMapper.YearRow row(int year, int version) {
        return mapper.findVersions(year).stream()
                .filter(row -> row.version() == version)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("CALENDAR_NOT_FOUND", String.valueOf(year)));
    }

    private void told(String kind, int year, int version, @Nullable String reason, Actor actor) {
        TimeMapper.YearRow row = row(year, version);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("year", year);
        facts.put("version", version);
        facts.put("notice", row.noticeName());
        facts.put("number", row.noticeNumber());
        facts.put("date", row.noticeDate().toString());
        if (reason != null) {
            facts.put("reason", reason);
        }
        events.publishEvent(Act.of(kind, null, actor, facts));
    }

    // --- how a year looks

    private CalendarYear heading(TimeMapper.YearRow row) {
        return year(row, List.of(), 0);
    }

    private CalendarYear shown(TimeMapper.YearRow row, WorkingCalendar calendar) {
        List<CalendarYear.Day> days = days(row.calendarYear(), calendar);
        return year(row, days, working(days, row.calendarYear()));
    }

    private CalendarYear projected(int year) {
        if (limits.calendar().status(year) != WorkingCalendar.Status.PROJECTED) {
            throw Refusal.notFound("CALENDAR_MISSING", String.valueOf(year));
        }
        List<CalendarYear.Day> days = days(year, limits.calendar());
        return new CalendarYear(
                year, CalendarYear.Status.PROJECTED, 0, "", "", null, null, null, days, working(days, year));
    }

    private static CalendarYear year(TimeMapper.YearRow row, List<CalendarYear.Day> days, int working) {
        return new CalendarYear(
                row.calendarYear(),
                CalendarYear.Status.valueOf(row.status()),
                row.version(),
                row.noticeName(),
                row.noticeNumber(),
                row.noticeDate(),
                row.importedByName(),
                row.importedAt(),
                days,
                working);
    }

    private static int working(List<CalendarYear.Day> days, int year) {
        return (int) days.stream()
                .filter(day -> day.date().getYear() == year)
                .filter(day -> day.kind() == CalendarYear.Kind.WORKING || day.kind() == CalendarYear.Kind.MAKEUP)
                .count();
    }

    private static List<CalendarYear.Day> days(int year, WorkingCalendar calendar) {
        Set<LocalDate> festivals = Arrays.stream(Festival.values())
                .flatMap(festival -> festival.daysIn(year).stream())
                .collect(Collectors.toSet());
        List<CalendarYear.Day> days = new ArrayList<>();
        LocalDate first = LocalDate.of(year, 1, 1);
        for (LocalDate day = first.minusDays(7); day.getYear() <= year; day = day.plusDays(1)) {
            WorkingCalendar.Mark mark = calendar.mark(day);
            if (mark != null && mark.year() != year && day.isBefore(first)) {
                continue; // the year before names it itself
            }
            if (mark != null) {
                CalendarYear.Kind kind = mark.works() ? CalendarYear.Kind.MAKEUP : CalendarYear.Kind.HOLIDAY;
                days.add(new CalendarYear.Day(day, kind, mark.name(), festivals.contains(day)));
            } else if (!day.isBefore(first)) {
                CalendarYear.Kind kind =
                        WorkingCalendar.isWeekend(day) ? CalendarYear.Kind.WEEKEND : CalendarYear.Kind.WORKING;
                days.add(new CalendarYear.Day(day, kind, "", false));
            }
        }
        days.sort(Comparator.comparing(CalendarYear.Day::date));
        return days;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
