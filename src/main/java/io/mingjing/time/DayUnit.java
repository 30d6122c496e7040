package io.mingjing.time;

/** What a limit is counted in. Working days and natural days stand beside each other in the same statute (L88.2). */
public enum DayUnit {
    WORKING_DAY,
    NATURAL_DAY,
    MONTH,
    YEAR
}
