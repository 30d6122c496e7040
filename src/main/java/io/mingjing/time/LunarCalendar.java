package io.mingjing.time;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The Chinese lunar calendar from the motions of sun and moon (rules of GB/T 33661): a month begins on the day of new moon
 * at the meridian of Beijing, month 11 holds the winter solstice, and of thirteen months between two solstices the first
 * without a major solar term is the leap month.
 *
 * <p>New moons after Meeus, Astronomical Algorithms, chapter 49, good to some seconds. That matters: the new moon of
 * 2027-02-06 falls four minutes before midnight, and coarser libraries put the Spring Festival of that year on the wrong day.
 */
final class LunarCalendar {

    private static final double SYNODIC_MONTH = 29.530588861;
    private static final double JULIAN_DAY_OF_EPOCH = 2_440_587.5;
    /** Dynamical minus universal time in our decades, in days. */
    private static final double DELTA_T = 70 / 86_400.0;

    private static final double BEIJING_OFFSET = ZoneOffset.ofHours(8).getTotalSeconds() / 86_400.0;

    /** Periodic terms: coefficient in 0.00001 days, power of E, multiples of M, M' and F. */
    private static final int[][] TERMS = {
        {-40720, 0, 0, 1, 0}, {17241, 1, 1, 0, 0}, {1608, 0, 0, 2, 0}, {1039, 0, 0, 0, 2}, {739, 1, -1, 1, 0},
        {-514, 1, 1, 1, 0}, {208, 2, 2, 0, 0}, {-111, 0, 0, 1, -2}, {-57, 0, 0, 1, 2}, {56, 1, 1, 2, 0},
        {-42, 0, 0, 3, 0}, {42, 1, 1, 0, 2}, {38, 1, 1, 0, -2}, {-24, 1, -1, 2, 0}, {-7, 0, 2, 1, 0},
        {4, 0, 0, 2, -2}, {4, 0, 3, 0, 0}, {3, 0, 1, 1, -2}, {3, 0, 0, 2, 2}, {-3, 0, 1, 1, 2},
        {3, 0, -1, 1, 2}, {-2, 0, -1, 1, -2}, {-2, 0, 1, 3, 0}, {2, 0, 0, 4, 0}
    };

    /** Planetary terms: coefficient in 0.000001 days, argument at the epoch and its motion per month in degrees. */
    private static final double[][] PLANETARY = {
        {325, 299.77, 0.107408}, {165, 251.88, 0.016321}, {164, 251.83, 26.651886}, {126, 349.42, 36.412478},
        {110, 84.66, 18.206239}, {62, 141.74, 53.303771}, {60, 207.14, 2.453732}, {56, 154.84, 7.306860},
        {47, 34.52, 27.261239}, {42, 207.19, 0.121824}, {40, 291.34, 1.844379}, {37, 161.72, 24.198154},
        {35, 239.56, 25.513099}, {23, 331.55, 3.592518}
    };

    private LunarCalendar() {}

    /**
     * The day of a lunar month, never of the leap month.
     *
     * @param year Gregorian year in which the lunar year begins
     * @param month 1 to 10
     */
    static LocalDate day(int year, int month, int day) {
        long first = monthOfSolstice(year - 1);
        long next = monthOfSolstice(year);
        long leap = next - first == 13 ? leapMonth(first) : Long.MAX_VALUE;
        long wanted = first + month + 1; // month 1 is the second after month 11
        return newMoonDay(wanted >= leap ? wanted + 1 : wanted).plusDays(day - 1L);
    }

    /** The day on which the sun reaches that longitude, searched from the given day on. */
    static LocalDate solarTerm(LocalDate from, int degrees) {
        LocalDate day = from;
        while (Math.floorMod((long) Math.floor(solarLongitude(day.plusDays(1)) - degrees), 360L) > 180) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Number of the new moon that begins month 11 of that year. */
    private static long monthOfSolstice(int year) {
        LocalDate solstice = solarTerm(LocalDate.of(year, 12, 18), 270);
        long lunation = Math.round((year - 2000) * 12.3685 + 12.5);
        while (newMoonDay(lunation).isAfter(solstice)) {
            lunation--;
        }
        while (!newMoonDay(lunation + 1).isAfter(solstice)) {
            lunation++;
        }
        return lunation;
    }

    private static long leapMonth(long first) {
        long month = first + 1;
        while (majorTerm(newMoonDay(month)) != majorTerm(newMoonDay(month + 1))) {
            month++;
        }
        return month;
    }

    /** Which twelfth of its course the sun is in as the day begins. */
    private static int majorTerm(LocalDate day) {
        return (int) (solarLongitude(day) / 30);
    }

    private static LocalDate newMoonDay(long lunation) {
        double universal = newMoon(lunation) - DELTA_T;
        return LocalDate.ofEpochDay((long) Math.floor(universal - JULIAN_DAY_OF_EPOCH + BEIJING_OFFSET));
    }

    /** Moment of a new moon as a Julian day in dynamical time; number 0 is the first of the year 2000. */
    static double newMoon(long lunation) {
        double k = lunation;
        double t = k / 1236.85;
        double e = 1 - t * (0.002516 + t * 0.0000074);
        double sun = 2.5534 + 29.10535670 * k - t * t * (0.0000014 + t * 0.00000011);
        double moon = 201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058));
        double node = 160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011));
        double omega = 124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215);
        double day = 2_451_550.09766
                + SYNODIC_MONTH * k
                + t * t * (0.00015437 - t * (0.000000150 - t * 0.00000000073))
                - 0.00017 * sin(omega);
        for (int[] term : TERMS) {
            day += term[0] * 1e-5 * Math.pow(e, term[1]) * sin(term[2] * sun + term[3] * moon + term[4] * node);
        }
        for (double[] term : PLANETARY) {
            day += term[0] * 1e-6 * sin(term[1] + term[2] * k);
        }
        return day;
    }

    /** Apparent longitude of the sun in degrees as the day begins in Beijing: chapter 25, good to 0.01 degrees. */
    private static double solarLongitude(LocalDate day) {
        double julian = day.toEpochDay() - BEIJING_OFFSET + JULIAN_DAY_OF_EPOCH + DELTA_T;
        double t = (julian - 2_451_545.0) / 36_525;
        double mean = 280.46646 + t * (36_000.76983 + t * 0.0003032);
        double anomaly = 357.52911 + t * (35_999.05029 - t * 0.0001537);
        double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * sin(anomaly)
                + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
                + 0.000289 * sin(3 * anomaly);
        double longitude = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
        return ((longitude % 360) + 360) % 360;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}
