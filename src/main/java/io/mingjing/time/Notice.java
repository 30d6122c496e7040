package io.mingjing.time;

import java.time.LocalDate;
import java.util.List;

/**
 * The State Council's notice of the holidays of a year, as loaded.
 *
 * @param year the year it publishes
 * @param version grows with every correction of that year
 * @param name full title
 * @param number document number
 * @param date date of the notice
 * @param days every day it names; a few may lie in the year before
 */
record Notice(int year, int version, String name, String number, LocalDate date, List<Day> days) {

    enum Kind {
        /** A day of rest. */
        HOLIDAY,
        /** A make-up Saturday or Sunday 调休上班: a working day in every respect (I2). */
        WORKDAY
    }

    /**
     * @param festival name of a {@link Festival}, or OTHER
     * @param name as the notice words it
     */
    record Day(LocalDate date, Kind kind, String festival, String name) {}

    Notice {
        days = List.copyOf(days);
    }
}
