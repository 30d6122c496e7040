package io.mingjing.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a limit day by day and notes why each day counts or not, so that a reader can count along. It counts anew instead
 * of trusting the arithmetic; the tests hold the two against each other.
 */
final class Walk {

    private final LimitRequest request;
    private final Method method;
    private final DayUnit unit;
    private final int length;
    private final int lead;
    private final LocalDate zero;
    private final List<Span> pauses;
    private final WorkingCalendar calendar;
    private final List<Step> steps = new ArrayList<>();

    Walk(
            LimitRequest request,
            Method method,
            DayUnit unit,
            int length,
            int lead,
            LocalDate zero,
            List<Span> pauses,
            WorkingCalendar calendar) {
        this.request = request;
        this.method = method;
        this.unit = unit;
        this.length = length;
        this.lead = lead;
        this.zero = zero;
        this.pauses = pauses;
        this.calendar = calendar;
    }

    /**
     * @param last last counted day; null while paused
     * @param due last day after the roll; null while paused
     */
    List<Step> steps(@Nullable LocalDate last, @Nullable LocalDate due) {
        switch (method) {
            case CLEAR_WORKING_DAYS_BEFORE -> backwards();
            case MONTHS_ROLL -> calendarUnits(last, due, true);
            case YEARS_ROLL, YEARS_MINUS_DAY -> calendarUnits(last, due, false);
            default -> days(due);
        }
        return steps;
    }

    private void days(@Nullable LocalDate due) {
        start();
        if (method == Method.WORKING_THEN_NATURAL) {
            count(request.start(), lead, true, List.of(), "DEEMED_ACCEPTED");
        } else if (method == Method.NATURAL_THEN_NATURAL) {
            count(request.start(), lead, false, List.of(), "WINDOW_OPENS");
        }
        boolean working = unit == DayUnit.WORKING_DAY;
        String end = method == Method.NATURAL_DAYS_FIXED ? "DUE_FIXED" : "DUE";
        LocalDate last = count(zero, length + request.extensionDays(), working, pauses, end);
        roll(last, due, length + request.extensionDays());
    }

    /** Counts from the day after {@code from}; returns the last counted day, null where an open pause stops the count. */
    private @Nullable LocalDate count(LocalDate from, int total, boolean working, List<Span> stops, String end) {
        int counted = 0;
        boolean resumed = false;
        LocalDate day = from;
        while (counted < total) {
            day = day.plusDays(1);
            Span pause = pauseOn(day, stops);
            if (pause != null) {
                if (pause.to() == null) {
                    steps.add(Step.of(day, 0, "PAUSED_OPEN", pause.grounds(), pause.orders()));
                    return null;
                }
                String days = String.valueOf(Span.days(day, pause.to()));
                steps.add(Step.of(day, 0, "PAUSED", pause.to().minusDays(1), days, pause.grounds(), pause.orders()));
                day = pause.to().minusDays(1);
                resumed = true;
                continue;
            }
            if (working && !calendar.isWorkingDay(day)) {
                rest(day);
                continue;
            }
            counted++;
            steps.add(counted == total ? ended(day, counted, working, end) : counted(day, counted, working, resumed));
            resumed = false;
        }
        return day;
    }

    private static @Nullable Span pauseOn(LocalDate day, List<Span> stops) {
        for (Span stop : stops) {
            if (stop.covers(day)) {
                return stop;
            }
        }
        return null;
    }

    private Step counted(LocalDate day, int count, boolean working, boolean resumed) {
        WorkingCalendar.Mark mark = working ? calendar.mark(day) : null;
        if (mark != null && mark.works()) {
            return new Step(day, count, "MAKEUP", describe(mark));
        }
        if (resumed) {
            return Step.of(day, count, "RESUMED");
        }
        if (request.extensionDays() > 0 && count == length + 1) {
            return Step.of(day, count, "EXTENDED", String.valueOf(request.extensionDays()), request.extensions());
        }
        return Step.of(day, count, working ? "WORKED" : "COUNTED");
    }

    /** The last counted day. Whether it is a make-up day matters to every limit, whether it rests to those that roll. */
    private Step ended(LocalDate day, int count, boolean working, String end) {
        if (!end.equals("DUE")) {
            return Step.of(day, count, end);
        }
        WorkingCalendar.Mark mark = calendar.mark(day);
        if (!working && !calendar.isWorkingDay(day)) {
            return new Step(day, count, "LAST_RESTS", mark == null ? List.of() : describe(mark));
        }
        return mark != null && mark.works()
                ? new Step(day, count, "DUE_MAKEUP", describe(mark))
                : Step.of(day, count, end);
    }

    /** The rest days between the last counted day and the day to which the limit moves. */
    private void roll(@Nullable LocalDate last, @Nullable LocalDate due, int count) {
        if (last == null || due == null || !due.isAfter(last)) {
            return;
        }
        for (LocalDate day = last.plusDays(1); day.isBefore(due); day = day.plusDays(1)) {
            rest(day);
        }
        WorkingCalendar.Mark mark = calendar.mark(due);
        steps.add(
                mark != null && mark.works()
                        ? new Step(due, count, "ROLLED_MAKEUP", describe(mark))
                        : Step.of(due, count, "ROLLED"));
    }

    private void calendarUnits(@Nullable LocalDate last, @Nullable LocalDate due, boolean months) {
        start();
        int total = length + request.extensionDays();
        for (int n = 1; n < total; n++) {
            steps.add(Step.of(months ? zero.plusMonths(n) : zero.plusYears(n), n, months ? "MONTH" : "YEAR"));
        }
        for (Span pause : pauses) {
            if (last != null && pause.from().isAfter(last)) {
                break;
            }
            if (pause.to() == null) {
                steps.add(Step.of(pause.from(), 0, "PAUSED_OPEN", pause.grounds(), pause.orders()));
                return;
            }
            String days = String.valueOf(Span.days(pause.from(), pause.to()));
            steps.add(
                    Step.of(pause.from(), 0, "PAUSED", pause.to().minusDays(1), days, pause.grounds(), pause.orders()));
        }
        if (last == null) {
            return;
        }
        if (method == Method.YEARS_MINUS_DAY) {
            steps.add(Step.of(last, total, "LAST_VALID"));
            return;
        }
        steps.add(ended(last, total, false, "DUE"));
        roll(last, due, total);
    }

    private void backwards() {
        steps.add(Step.of(request.start(), 0, "EVENT", String.valueOf(length), unit.name(), "0"));
        LocalDate day = request.start();
        int counted = 0;
        while (counted <= length) {
            day = day.minusDays(1);
            if (!calendar.isWorkingDay(day)) {
                rest(day);
                continue;
            }
            counted++;
            if (counted > length) {
                steps.add(Step.of(day, 0, "NOTIFY_BY", String.valueOf(length)));
                return;
            }
            steps.add(counted(day, counted, true, false));
        }
    }

    private void start() {
        steps.add(Step.of(
                request.start(),
                0,
                method == Method.YEARS_MINUS_DAY ? "VALID_FROM" : "START",
                String.valueOf(length),
                unit.name(),
                String.valueOf(request.extensionDays()),
                String.valueOf(lead),
                request.extensions()));
    }

    private void rest(LocalDate day) {
        WorkingCalendar.Mark mark = calendar.mark(day);
        if (mark == null) {
            steps.add(Step.of(day, 0, "WEEKEND"));
        } else {
            steps.add(new Step(day, 0, mark.projected() ? "FESTIVAL" : "HOLIDAY", describe(mark)));
        }
    }

    private static List<Object> describe(WorkingCalendar.Mark mark) {
        return List.of(mark.festival(), mark.name(), String.valueOf(mark.year()), mark.notice(), mark.number());
    }
}
