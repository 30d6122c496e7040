package io.mingjing.web;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.LimitState;
import io.mingjing.time.Pause;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bar that shows a limit as it runs: used, paused, left and over, on a scale of {@link #WIDTH} units. Natural days
 * give the scale, so that the bar reads like a calendar; the words beside it count in the unit of the limit.
 */
record ClockBar(List<Segment> segments) {

    static final int WIDTH = 400;

    /** A stretch of the bar. */
    record Segment(Kind kind, double x, double width) {

        enum Kind {
            USED,
            PAUSED,
            LEFT_GREEN,
            LEFT_YELLOW,
            LEFT_RED,
            OVER
        }

        public boolean isPaused() {
            return kind == Kind.PAUSED;
        }

        /** Name of the class that colours it. */
        public String getCode() {
            return switch (kind) {
                case USED -> "mj-clock__used";
                case PAUSED -> "mj-clock__paused";
                case LEFT_GREEN -> "mj-clock__left-bar";
                case LEFT_YELLOW -> "mj-clock__left-bar--yellow";
                case LEFT_RED -> "mj-clock__left-bar--red";
                case OVER -> "mj-clock__over";
            };
        }
    }

    ClockBar {
        segments = List.copyOf(segments);
    }

    /**
     * The bar of a limit on a day.
     *
     * @param frozenLeft days left while a pause is open; null where unknown
     */
    static ClockBar of(CaseLimit limit, LocalDate today, @Nullable Long frozenLeft) {
        LocalDate start = limit.startOn();
        LocalDate now = limit.metOn() == null ? today : limit.metOn();
        LocalDate due = due(limit, now, frozenLeft);
        LocalDate end = later(due, now);
        double scale = WIDTH / (double) Math.max(1, ChronoUnit.DAYS.between(start, end));
        LocalDate usedTo = now.isAfter(due) ? due : later(now, start);
        List<Segment> segments = new ArrayList<>();
        add(segments, Segment.Kind.USED, start, start, usedTo, scale);
        limit.pauses().stream().sorted(Comparator.comparing(Pause::from)).forEach(pause -> {
            LocalDate to = pause.to() == null ? now : pause.to();
            add(segments, Segment.Kind.PAUSED, start, later(pause.from(), start), earlier(to, end), scale);
        });
        if (now.isAfter(due)) {
            add(segments, Segment.Kind.OVER, start, due, now, scale);
        } else if (limit.metOn() == null) {
            add(segments, left(limit.light(today)), start, usedTo, due, scale);
        }
        return new ClockBar(segments);
    }

    private static LocalDate due(CaseLimit limit, LocalDate now, @Nullable Long frozenLeft) {
        if (limit.dueOn() != null) {
            return limit.dueOn();
        }
        // While a pause is open there is no due day: what is left stands behind today, in days of the calendar.
        return now.plusDays(frozenLeft == null || limit.state() != LimitState.PAUSED ? 0 : Math.max(0, frozenLeft));
    }

    /** How what is left is coloured. */
    static Segment.Kind left(Light light) {
        return switch (light) {
            case RED -> Segment.Kind.LEFT_RED;
            case YELLOW -> Segment.Kind.LEFT_YELLOW;
            case GREEN, PAUSED, NONE -> Segment.Kind.LEFT_GREEN;
        };
    }

    private static void add(
            List<Segment> segments, Segment.Kind kind, LocalDate start, LocalDate from, LocalDate to, double scale) {
        double x = ChronoUnit.DAYS.between(start, from) * scale;
        double width = ChronoUnit.DAYS.between(from, to) * scale;
        if (width > 0) {
            segments.add(new Segment(kind, tenth(x), tenth(width)));
        }
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
