package io.mingjing.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The statutory festivals 法定节日 as the State Council's rule of November 2024 counts their days: thirteen a year. */
enum Festival {
    NEW_YEAR("元旦"),
    SPRING_FESTIVAL("春节"),
    QINGMING("清明"),
    LABOUR_DAY("劳动节"),
    DRAGON_BOAT("端午"),
    MID_AUTUMN("中秋"),
    NATIONAL_DAY("国庆节");

    private final String text;

    Festival(String text) {
        this.text = text;
    }

    /** The name that the notices use. */
    String text() {
        return text;
    }

    /** The days of rest that this festival has in a year by statute alone, without swaps of working days. */
    List<LocalDate> daysIn(int year) {
        return switch (this) {
            case NEW_YEAR -> List.of(LocalDate.of(year, 1, 1));
            case SPRING_FESTIVAL ->
                daysFrom(LunarCalendar.day(year, 1, 1).minusDays(1), 4); // New Year's Eve and three days
            case QINGMING -> List.of(LunarCalendar.solarTerm(LocalDate.of(year, 4, 1), 15));
            case LABOUR_DAY -> daysFrom(LocalDate.of(year, 5, 1), 2);
            case DRAGON_BOAT -> List.of(LunarCalendar.day(year, 5, 5));
            case MID_AUTUMN -> List.of(LunarCalendar.day(year, 8, 15));
            case NATIONAL_DAY -> daysFrom(LocalDate.of(year, 10, 1), 3);
        };
    }

    private static List<LocalDate> daysFrom(LocalDate first, int count) {
        List<LocalDate> days = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            days.add(first.plusDays(i));
        }
        return days;
    }
}
