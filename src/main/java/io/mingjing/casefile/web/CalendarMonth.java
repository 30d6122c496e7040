package io.mingjing.casefile.web;

import io.mingjing.time.CalendarYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A month as a table of weeks, Monday first; null where a week reaches into another month. */
record CalendarMonth(int month, List<List<CalendarYear.@Nullable Day>> weeks) {

    static List<CalendarMonth> of(CalendarYear year) {
        Map<LocalDate, CalendarYear.Day> days = new HashMap<>();
        year.days().forEach(day -> days.put(day.date(), day));
        List<CalendarMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(new CalendarMonth(month, weeks(LocalDate.of(year.year(), month, 1), days)));
        }
        return months;
    }

    private static List<List<CalendarYear.@Nullable Day>> weeks(
            LocalDate first, Map<LocalDate, CalendarYear.Day> days) {
        List<List<CalendarYear.@Nullable Day>> weeks = new ArrayList<>();
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        while (monday.isBefore(first.plusMonths(1))) {
            List<CalendarYear.@Nullable Day> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                LocalDate day = monday.plusDays(i);
                week.add(day.getMonth() == first.getMonth() ? days.get(day) : null);
            }
            weeks.add(week);
            monday = monday.plusDays(7);
        }
        return weeks;
    }
}
