package io.mingjing.time;

import io.mingjing.shared.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which days are working days (I2): immutable, in memory, every question answered in constant time.
 *
 * <p>A year is published, when its notice is loaded, or projected, for the three years after the last published one (I10):
 * statutory festivals and weekends rest, nothing is swapped. A question about any other year is refused with
 * {@code CALENDAR_MISSING}.
 */
public final class WorkingCalendar {

    /** How a year is known. */
    public enum Status {
        PUBLISHED,
        PROJECTED
    }

    /**
     * Why a day is not what its weekday says.
     *
     * @param works a make-up day of work rather than a day of rest
     * @param festival name of a statutory festival, or OTHER
     * @param name as the notice words it
     * @param year year of the notice, or the projected year
     * @param notice title of the notice; empty for a projected day
     * @param number number of the notice; empty for a projected day
     */
    record Mark(boolean works, String festival, String name, int year, String notice, String number) {
        boolean projected() {
            return number.isEmpty() && notice.isEmpty();
        }
    }

    /** A year and the version of it that is in force. */
    record Published(int year, int version) {}

    private static final int PROJECTED_YEARS = 3;

    private final String version;
    private final int firstYear;
    private final long base;
    private final @Nullable Status[] years;
    /** Working days before the day of that index; one longer than there are days. */
    private final int[] before;
    /** Index of the n-th working day. */
    private final int[] workingDays;

    private final Map<LocalDate, Mark> marks;

    private WorkingCalendar(String version, int firstYear, @Nullable Status[] years, Map<LocalDate, Mark> marks) {
        this.version = version;
        this.firstYear = firstYear;
        this.years = years;
        this.marks = marks;
        this.base = LocalDate.of(firstYear, 1, 1).toEpochDay();
        int days = (int) (LocalDate.of(firstYear + years.length, 1, 1).toEpochDay() - base);
        this.before = new int[days + 1];
        int[] working = new int[days];
        int count = 0;
        for (int i = 0; i < days; i++) {
            before[i] = count;
            LocalDate day = LocalDate.ofEpochDay(base + i);
            Mark mark = marks.get(day);
            if (mark == null ? !isWeekend(day) : mark.works()) {
                working[count++] = i;
            }
        }
        before[days] = count;
        this.workingDays = Arrays.copyOf(working, count);
    }

    /** The calendar that follows from the notices: one for each published year, the last version of each. */
    static WorkingCalendar of(List<Notice> notices) {
        if (notices.isEmpty()) {
            throw new IllegalArgumentException("no published year");
        }
        List<Notice> sorted = new ArrayList<>(notices);
        sorted.sort(Comparator.comparingInt(Notice::year));
        int first = sorted.get(0).year();
        int last = sorted.get(sorted.size() - 1).year();
        @Nullable Status[] years = new @Nullable Status[last - first + 1 + PROJECTED_YEARS];
        Map<LocalDate, Mark> marks = new HashMap<>();
        for (int year = last + 1; year <= last + PROJECTED_YEARS; year++) {
            years[year - first] = Status.PROJECTED;
            for (Festival festival : Festival.values()) {
                for (LocalDate day : festival.daysIn(year)) {
                    marks.putIfAbsent(day, new Mark(false, festival.name(), festival.text(), year, "", ""));
                }
            }
        }
        for (Notice notice : sorted) { // a later notice may name the last days of the year before
            years[notice.year() - first] = Status.PUBLISHED;
            for (Notice.Day day : notice.days()) {
                boolean works = day.kind() == Notice.Kind.WORKDAY;
                marks.put(
                        day.date(),
                        new Mark(works, day.festival(), day.name(), notice.year(), notice.name(), notice.number()));
            }
        }
        String version = version(sorted.stream()
                .map(notice -> new Published(notice.year(), notice.version()))
                .toList());
        return new WorkingCalendar(version, first, years, Map.copyOf(marks));
    }

    /** The version of the calendar that consists of these years. */
    static String version(List<Published> years) {
        int last = years.stream().mapToInt(Published::year).max().orElseThrow();
        return last + "." + years.stream().mapToInt(Published::version).sum();
    }

    /** Whether a version of the calendar is later than another: its second number grows with every change. */
    public static boolean isLater(String version, String other) {
        return changes(version) > changes(other);
    }

    private static int changes(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    /** Last published year and the number of notices and corrections loaded: grows with every change. */
    public String version() {
        return version;
    }

    /** How that year is known; null when a computation that touches it is refused. */
    public @Nullable Status status(int year) {
        int index = year - firstYear;
        return index < 0 || index >= years.length ? null : years[index];
    }

    /** @throws Refusal {@code CALENDAR_MISSING} for a year neither published nor projected */
    public boolean isWorkingDay(LocalDate day) {
        requireYears(day, day);
        int index = index(day);
        return before[index + 1] > before[index];
    }

    /**
     * The n-th working day after the given day, or before it for a negative number; the day itself for 0.
     *
     * @throws Refusal {@code CALENDAR_MISSING} when the walk touches a year neither published nor projected
     */
    public LocalDate addWorkingDays(LocalDate day, int count) {
        if (count == 0) {
            return day;
        }
        return count > 0 ? forward(day, count) : backward(day, -count);
    }

    private LocalDate forward(LocalDate day, int count) {
        LocalDate next = day.plusDays(1);
        requireYears(next, next);
        long n = (long) before[index(next)] + count - 1;
        if (n >= workingDays.length) {
            throw missing(firstYear + years.length);
        }
        LocalDate result = day(workingDays[(int) n]);
        requireYears(next, result);
        return result;
    }

    private LocalDate backward(LocalDate day, int count) {
        LocalDate previous = day.minusDays(1);
        requireYears(previous, previous);
        long n = (long) before[index(previous) + 1] - count;
        if (n < 0) {
            throw missing(firstYear - 1);
        }
        LocalDate result = day(workingDays[(int) n]);
        requireYears(result, previous);
        return result;
    }

    /**
     * Number of working days after the first and up to the second day; negative when the second lies before the first.
     *
     * @throws Refusal {@code CALENDAR_MISSING} when a day between them is in a year neither published nor projected
     */
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        if (toInclusive.equals(fromExclusive)) {
            return 0;
        }
        if (toInclusive.isBefore(fromExclusive)) {
            return -workingDaysBetween(toInclusive, fromExclusive);
        }
        LocalDate first = fromExclusive.plusDays(1);
        requireYears(first, toInclusive);
        return before[index(toInclusive) + 1] - before[index(first)];
    }

    /**
     * The day itself when it is a working day, else the first working day after it.
     *
     * @throws Refusal {@code CALENDAR_MISSING} when the walk touches a year neither published nor projected
     */
    public LocalDate nextWorkingDay(LocalDate onOrAfter) {
        return forward(onOrAfter.minusDays(1), 1);
    }

    /** As {@link #workingDaysBetween}, but counts Monday to Friday where the calendar ends: for lists, never for the law. */
    int roughWorkingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        return rough(toInclusive.toEpochDay()) - rough(fromExclusive.toEpochDay());
    }

    /** First day with no more than so many working days left until the given one; rough in the same way. */
    LocalDate roughWorkingDaysBefore(LocalDate day, int count) {
        LocalDate result = day;
        while (roughWorkingDaysBetween(result.minusDays(1), day) <= count) {
            result = result.minusDays(1);
        }
        return result;
    }

    /** Working days up to and including that day, from an arbitrary zero. */
    private int rough(long epochDay) {
        long end = base + before.length - 1;
        if (epochDay < base) {
            return (int) (weekdays(epochDay) - weekdays(base - 1));
        }
        if (epochDay >= end) {
            return (int) (before[before.length - 1] + weekdays(epochDay) - weekdays(end - 1));
        }
        return before[(int) (epochDay - base) + 1];
    }

    private static long weekdays(long epochDay) {
        long sinceMonday = epochDay + 3; // 1970-01-01 was a Thursday
        return Math.floorDiv(sinceMonday, 7L) * 5 + Math.min(Math.floorMod(sinceMonday, 7L) + 1, 5);
    }

    /** Whether a year from the one day's to the other's is projected. */
    boolean isProjected(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (status(year) == Status.PROJECTED) {
                return true;
            }
        }
        return false;
    }

    /** Why that day is not what its weekday says; null when it is. */
    @Nullable
    Mark mark(LocalDate day) {
        return marks.get(day);
    }

    static boolean isWeekend(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }

    private void requireYears(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (status(year) == null) {
                throw missing(year);
            }
        }
    }

    private static Refusal missing(int year) {
        return Refusal.invalid("CALENDAR_MISSING", String.valueOf(year));
    }

    private int index(LocalDate day) {
        return (int) (day.toEpochDay() - base);
    }

    private LocalDate day(int index) {
        return LocalDate.ofEpochDay(base + index);
    }
}
