package io.mingjing.shared;

import java.time.LocalDate;

/** The days that each of our databases can keep and compare: those of the years 1000 to 9999. */
public final class StorableDays {

    private StorableDays() {}

    public static boolean contain(LocalDate day) {
        return day.getYear() >= 1000 && day.getYear() <= 9999;
    }
}
