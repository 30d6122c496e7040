package io.mingjing.time;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of the calendar as people look at it.
 *
 * @param year the year
 * @param status how it is known; a version that is not in force has its own
 * @param version of the notice; 0 for a projected year
 * @param notice title of the notice; empty for a projected year
 * @param number number of the notice
 * @param noticeDate null for a projected year
 * @param importedBy who brought it; null when it came with the installation
 * @param days every day of the year, and those of the year before that the notice names
 * @param workingDays number of working days of the year
 */
public record CalendarYear(
        int year,
        Status status,
        int version,
        String notice,
        String number,
        @Nullable LocalDate noticeDate,
        @Nullable String importedBy,
        @Nullable Instant importedAt,
        List<Day> days,
        int workingDays) {

    /** Where a version of a year stands. */
    public enum Status {
        /** In force, or replaced by a later version. */
        PUBLISHED,
        /** Follows from the statutory festivals alone (I10). */
        PROJECTED,
        /** Brought, and waiting for the second person. */
        PROPOSED,
        REJECTED
    }

    /** What a day is. */
    public enum Kind {
        WORKING,
        WEEKEND,
        HOLIDAY,
        /** 调休上班. */
        MAKEUP
    }

    /**
     * @param name of the holiday; empty for ordinary days
     * @param festival whether the statute itself names that day
     */
    public record Day(LocalDate date, Kind kind, String name, boolean festival) {}

    public CalendarYear {
        days = List.copyOf(days);
    }

    /** Days that the notice, or the projection, names. */
    public List<Day> named() {
        return days.stream().filter(day -> !day.name().isEmpty()).toList();
    }
}
