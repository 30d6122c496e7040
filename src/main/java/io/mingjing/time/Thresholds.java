package io.mingjing.time;

/**
 * When a limit changes its light, in the unit of the limit; natural days for months and years.
 *
 * @param yellow yellow from so many units before the due day
 * @param red red once fewer than so many units are left; 0 means overdue
 */
public record Thresholds(int yellow, int red) {}
