package io.mingjing.time;

import com.ibm.icu.util.ChineseCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
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

    /** Lunar dates and solar terms are those of the meridian of Beijing. */
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

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
            case SPRING_FESTIVAL -> daysFrom(lunar(year, 1, 1).minusDays(1), 4); // New Year's Eve and three days
            case QINGMING -> List.of(qingming(year));
            case LABOUR_DAY -> daysFrom(LocalDate.of(year, 5, 1), 2);
            case DRAGON_BOAT -> List.of(lunar(year, 5, 5));
            case MID_AUTUMN -> List.of(lunar(year, 8, 15));
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

    /** The day of a lunar month (never the leap month) of the Chinese year that begins in that year. */
    private static LocalDate lunar(int year, int month, int day) {
        ChineseCalendar calendar = new ChineseCalendar();
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, year + 2637); // ICU counts from 2637 BCE
        calendar.set(ChineseCalendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
        calendar.set(ChineseCalendar.HOUR_OF_DAY, 12);
        return Instant.ofEpochMilli(calendar.getTimeInMillis())
                .atOffset(BEIJING)
                .toLocalDate();
    }

    /** The day on which the sun's apparent longitude passes 15 degrees. */
    private static LocalDate qingming(int year) {
        LocalDate day = LocalDate.of(year, 4, 3);
        while (solarLongitude(day.plusDays(1)) < 15) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Apparent longitude of the sun in degrees at 00:00 Beijing time: Meeus' short series, good to 0.01 degrees. */
    private static double solarLongitude(LocalDate day) {
        double epochDay = day.toEpochSecond(LocalTime.MIDNIGHT, BEIJING) / 86_400.0;
        double t =
                (epochDay + 2_440_587.5 + 70 / 86_400.0 - 2_451_545.0) / 36_525; // 70 s: dynamical minus universal time
        double mean = 280.46646 + t * (36_000.76983 + t * 0.0003032);
        double anomaly = Math.toRadians(357.52911 + t * (35_999.05029 - t * 0.0001537));
        double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly)
                + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        double node = Math.toRadians(125.04 - 1934.136 * t);
        double longitude = mean + centre - 0.00569 - 0.00478 * Math.sin(node);
        return ((longitude % 360) + 360) % 360;
    }
}
