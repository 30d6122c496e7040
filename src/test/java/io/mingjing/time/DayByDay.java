package io.mingjing.time;

import io.mingjing.shared.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A second, deliberately naive computation: one day after the other, straight from the CSV of days, sharing no code with
 * the first.
 */
final class DayByDay {

    /** Statutory festivals of the projected years, from an almanac. */
    private static final Set<LocalDate> PROJECTED = Stream.of(
                    "2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-05 2027-05-01 2027-05-02 2027-06-09",
                    "2027-09-15 2027-10-01 2027-10-02 2027-10-03",
                    "2028-01-01 2028-01-25 2028-01-26 2028-01-27 2028-01-28 2028-04-04 2028-05-01 2028-05-02 2028-05-28",
                    "2028-10-01 2028-10-02 2028-10-03",
                    "2029-01-01 2029-02-12 2029-02-13 2029-02-14 2029-02-15 2029-04-04 2029-05-01 2029-05-02 2029-06-16",
                    "2029-09-22 2029-10-01 2029-10-02 2029-10-03")
            .flatMap(line -> Stream.of(line.split(" ")))
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<LocalDate, String> DAYS = new HashMap<>();

    static {
        for (String[] row : TimeFixture.csv("cn-workdays.csv")) {
            DAYS.put(LocalDate.parse(row[0]), row[1]);
        }
    }

    private boolean provisional;

    /** @param due null while paused */
    record Answer(@Nullable LocalDate due, boolean provisional) {}

    static Answer answer(LimitRule rule, LimitRequest request) {
        DayByDay walk = new DayByDay();
        LocalDate due = walk.due(rule, request);
        return new Answer(due, walk.provisional);
    }

    private @Nullable LocalDate due(LimitRule rule, LimitRequest request) {
        Integer own = request.length() == null ? rule.length() : request.length();
        int length = (own == null ? 0 : own) + request.extensionDays();
        LocalDate start = request.start();
        List<Pause> pauses = request.pauses();
        return switch (rule.method()) {
            case WORKING_DAYS -> count(start, length, pauses, this::works);
            case NATURAL_DAYS_ROLL -> roll(count(start, length, pauses, day -> true));
            case NATURAL_DAYS_FIXED -> count(start, length, pauses, day -> true);
            case NATURAL_THEN_NATURAL -> roll(count(start, 60 + length, pauses, day -> true));
            case WORKING_THEN_NATURAL -> {
                LocalDate deemed = count(start, 5, List.of(), this::works);
                yield deemed == null ? null : roll(count(deemed, length, pauses, day -> true));
            }
            case CLEAR_WORKING_DAYS_BEFORE -> {
                LocalDate day = start;
                for (int clear = 0; clear < length + 1; ) {
                    day = day.minusDays(1);
                    clear += works(day) ? 1 : 0;
                }
                yield day;
            }
            case MONTHS_ROLL -> roll(start.plusMonths(length));
            case YEARS_ROLL -> roll(start.plusYears(length));
            case YEARS_MINUS_DAY -> start.plusYears(length).minusDays(1);
            case BY_DOCUMENT ->
                request.unit() == DayUnit.WORKING_DAY
                        ? count(start, length, pauses, this::works)
                        : roll(count(start, length, pauses, day -> true));
        };
    }

    private static @Nullable LocalDate count(
            LocalDate start, int length, List<Pause> pauses, Predicate<LocalDate> counts) {
        LocalDate day = start;
        int counted = 0;
        while (counted < length) {
            day = day.plusDays(1);
            if (day.getYear() > 2100) {
                return null; // an open pause never lets the count end
            }
            if (!paused(day, pauses) && counts.test(day)) {
                counted++;
            }
        }
        return day;
    }

    private static boolean paused(LocalDate day, List<Pause> pauses) {
        for (Pause pause : pauses) {
            boolean begun = !day.isBefore(pause.from());
            LocalDate to = pause.to();
            if (begun && (to == null || day.isBefore(to))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable LocalDate roll(@Nullable LocalDate last) {
        LocalDate day = last;
        while (day != null && !works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean works(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        int year = day.getYear();
        if (year >= 2023 && year <= 2026) {
            String kind = DAYS.get(day);
            return kind == null ? weekday : kind.equals("WORKDAY");
        }
        if (year >= 2027 && year <= 2029) {
            provisional = true;
            return weekday && !PROJECTED.contains(day);
        }
        throw Refusal.invalid("CALENDAR_MISSING", String.valueOf(year));
    }
}
