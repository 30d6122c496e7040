package io.mingjing.alert;

import java.time.LocalTime;

/**
 * When mail may reach a person, and which round mails it wants.
 *
 * @param quietFrom from when on mail waits, by the clock on the wall
 * @param quietTo until when; the same as {@code quietFrom} = never
 * @param workingDaysOnly whether mail waits for a working day
 * @param morning whether the morning digest is wanted
 * @param weekly whether the weekly summary is wanted
 */
public record Habit(LocalTime quietFrom, LocalTime quietTo, boolean workingDaysOnly, boolean morning, boolean weekly) {

    /** What holds for whoever has chosen nothing. */
    public static final Habit STANDARD = new Habit(LocalTime.of(20, 0), LocalTime.of(8, 0), true, true, true);

    boolean quietAt(LocalTime time) {
        if (quietFrom.equals(quietTo)) {
            return false;
        }
        return quietFrom.isBefore(quietTo)
                ? !time.isBefore(quietFrom) && time.isBefore(quietTo)
                : !time.isBefore(quietFrom) || time.isBefore(quietTo);
    }
}
