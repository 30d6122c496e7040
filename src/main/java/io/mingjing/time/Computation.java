package io.mingjing.time;

import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of the statutory clock, rules I1 to I10 of DOMAIN.md: a pure function of rule, request and calendar. The
 * event day never counts (I1), so day 1 is the day after the start.
 */
final class Computation {

    /** No organ and no document sets more; keeps absurd input from being counted out day by day. */
    private static final int LONGEST = 3650;

    private final LimitRule rule;
    private final LimitRequest request;
    private final WorkingCalendar calendar;
    private final Method method;
    private final DayUnit unit;
    private final int length;
    /** Day 0 of the last leg: the start, or the end of the first leg of a chained limit. */
    private final LocalDate zero;

    private final List<Span> pauses;
    private final Thresholds lights;

    private Computation(LimitRule rule, LimitRequest request, WorkingCalendar calendar) {
        this.rule = rule;
        this.request = request;
        this.calendar = calendar;
        this.unit = unit(rule, request);
        this.method = method(rule, unit);
        this.length = length(rule, request);
        this.lights = request.lights() == null ? new Thresholds(rule.yellow(), rule.red()) : request.lights();
        requireExtension(rule, request.extensionDays());
        requirePauses(rule, request.pauses());
        this.zero = switch (method) {
            case WORKING_THEN_NATURAL -> calendar.addWorkingDays(request.start(), rule.leadLength());
            case NATURAL_THEN_NATURAL -> request.start().plusDays(rule.leadLength());
            default -> request.start();
        };
        this.pauses = Span.merge(request.pauses(), zero.plusDays(1));
    }

    /**
     * Computes a limit.
     *
     * @param explained whether the steps are wanted; they cost more than the dates
     * @return {@code due} is null while an open pause began before expiry
     * @throws Refusal {@code EXTENSION_NOT_ALLOWED}, {@code BAD_EXTENSION}, {@code NOT_PAUSABLE}, {@code BAD_PAUSE},
     *     {@code CALENDAR_MISSING}, {@code LENGTH_REQUIRED}, {@code BAD_LENGTH}, {@code UNIT_REQUIRED}, {@code BAD_UNIT},
     *     {@code END_BEFORE_START}
     */
    static Computed compute(LimitRule rule, LimitRequest request, WorkingCalendar calendar, boolean explained) {
        return new Computation(rule, request, calendar).run(explained);
    }

    private Computed run(boolean explained) {
        LocalDate fixed = request.endOn();
        if (fixed != null) {
            return fixed(fixed, explained);
        }
        LocalDate last = last();
        LocalDate due = last == null ? null : rolls() ? calendar.nextWorkingDay(last) : last;
        List<Step> steps = explained
                ? new Walk(request, method, unit, length, rule.leadLength(), zero, pauses, calendar).steps(last, due)
                : List.of();
        return new Computed(
                request.rule(),
                request.start(),
                due,
                due == null ? null : yellowOn(due),
                due == null ? null : redOn(due),
                provisional(last, due),
                unit,
                steps,
                calendar.version());
    }

    /** The last day stands as the order has it: it neither rolls nor moves, and no calendar is asked for it. */
    private Computed fixed(LocalDate due, boolean explained) {
        if (!due.isAfter(request.start())) {
            throw Refusal.invalid(
                    "END_BEFORE_START", due.toString(), request.start().toString());
        }
        return new Computed(
                request.rule(),
                request.start(),
                due,
                yellowOn(due),
                redOn(due),
                false,
                unit,
                explained ? List.of(start(), Step.of(due, 0, "ORDERED")) : List.of(),
                calendar.version());
    }

    private Step start() {
        return Step.of(
                request.start(),
                0,
                "START",
                String.valueOf(length),
                unit.name(),
                String.valueOf(request.extensionDays()),
                String.valueOf(rule.leadLength()));
    }

    /** The last counted day, before any roll; null while paused. */
    private @Nullable LocalDate last() {
        int total = length + request.extensionDays(); // I6: the extension lengthens the limit from its start
        return switch (method) {
            case WORKING_DAYS, BY_DOCUMENT -> pausedWorkingDays(total);
            case NATURAL_DAYS_ROLL, NATURAL_DAYS_FIXED, NATURAL_THEN_NATURAL, WORKING_THEN_NATURAL ->
                moved(zero.plusDays(total));
            case MONTHS_ROLL -> moved(zero.plusMonths(total));
            case YEARS_ROLL -> moved(zero.plusYears(total));
            case YEARS_MINUS_DAY -> moved(zero.plusYears(total).minusDays(1));
            case CLEAR_WORKING_DAYS_BEFORE -> calendar.addWorkingDays(request.start(), -(total + 1));
        };
    }

    private @Nullable LocalDate pausedWorkingDays(int total) {
        int left = total;
        LocalDate counted = zero;
        for (Span pause : pauses) {
            LocalDate before = pause.from().minusDays(1);
            if (calendar.roughWorkingDaysBetween(counted, before) >= left) {
                break; // a pause after expiry has no effect (I5)
            }
            left -= calendar.workingDaysBetween(counted, before);
            if (pause.to() == null) {
                return null;
            }
            counted = pause.to().minusDays(1);
        }
        return calendar.addWorkingDays(counted, left);
    }

    private @Nullable LocalDate moved(LocalDate unpaused) {
        LocalDate last = unpaused;
        for (Span pause : pauses) {
            if (pause.from().isAfter(last)) {
                break;
            }
            if (pause.to() == null) {
                return null;
            }
            last = last.plusDays(Span.days(pause.from(), pause.to()));
        }
        return last;
    }

    private boolean rolls() {
        return switch (method) {
            case NATURAL_DAYS_ROLL, NATURAL_THEN_NATURAL, WORKING_THEN_NATURAL, MONTHS_ROLL, YEARS_ROLL -> true;
            default -> false;
        };
    }

    /** I10: a year is touched when the calendar is asked about one of its days. */
    private boolean provisional(@Nullable LocalDate last, @Nullable LocalDate due) {
        LocalDate dayOne = request.start().plusDays(1);
        boolean lead = method == Method.WORKING_THEN_NATURAL && calendar.isProjected(dayOne, zero);
        if (last == null || due == null) {
            return lead;
        }
        return lead
                || switch (method) {
                    case WORKING_DAYS, BY_DOCUMENT -> calendar.isProjected(dayOne, due);
                    case CLEAR_WORKING_DAYS_BEFORE ->
                        calendar.isProjected(due, request.start().minusDays(1));
                    default -> rolls() && calendar.isProjected(last, due);
                };
    }

    /** First day with no more than {@code yellow} units left; a limit shorter than that is yellow from its start. */
    private LocalDate yellowOn(LocalDate due) {
        return unitsBefore(due, lights.yellow());
    }

    /** First day with fewer than {@code red} units left; by default the day after the due day. */
    private LocalDate redOn(LocalDate due) {
        return lights.red() == 0 ? due.plusDays(1) : unitsBefore(due, lights.red() - 1);
    }

    private LocalDate unitsBefore(LocalDate due, int units) {
        LocalDate day =
                unit == DayUnit.WORKING_DAY ? calendar.roughWorkingDaysBefore(due, units) : due.minusDays(units);
        boolean forward = method != Method.CLEAR_WORKING_DAYS_BEFORE; // no start behind it to stop at
        return forward && day.isBefore(request.start()) ? request.start() : day;
    }

    private static DayUnit unit(LimitRule rule, LimitRequest request) {
        DayUnit asked = request.unit();
        if (!rule.setByDocument()) {
            if (asked != null && asked != rule.unit()) {
                throw Refusal.invalid("BAD_UNIT", rule.id());
            }
            return rule.unit();
        }
        if (asked == null) {
            throw Refusal.invalid(request.length() == null ? "LENGTH_REQUIRED" : "UNIT_REQUIRED", rule.id());
        }
        if (asked != DayUnit.WORKING_DAY && asked != DayUnit.NATURAL_DAY) {
            throw Refusal.invalid("BAD_UNIT", rule.id());
        }
        return asked;
    }

    private static Method method(LimitRule rule, DayUnit unit) {
        if (!rule.setByDocument()) {
            return rule.method();
        }
        return unit == DayUnit.WORKING_DAY ? Method.WORKING_DAYS : Method.NATURAL_DAYS_ROLL;
    }

    private static int length(LimitRule rule, LimitRequest request) {
        Integer length = request.length() == null ? rule.length() : request.length();
        if (length == null) {
            throw Refusal.invalid("LENGTH_REQUIRED", rule.id());
        }
        if (length < 1 || length > LONGEST) {
            throw Refusal.invalid("BAD_LENGTH", rule.id(), String.valueOf(LONGEST));
        }
        return length;
    }

    private static void requireExtension(LimitRule rule, int extension) {
        if (extension < 0) {
            throw Refusal.invalid("BAD_EXTENSION", rule.id(), String.valueOf(LONGEST));
        }
        if (!rule.extensionFree() && extension > rule.maxExtension()) {
            throw Refusal.invalid(
                    "EXTENSION_NOT_ALLOWED", rule.id(), String.valueOf(rule.maxExtension()), rule.basis());
        }
        if (extension > LONGEST) {
            throw Refusal.invalid("BAD_EXTENSION", rule.id(), String.valueOf(LONGEST));
        }
    }

    private static void requirePauses(LimitRule rule, List<Pause> pauses) {
        if (!rule.pausable() && !pauses.isEmpty()) {
            throw Refusal.invalid("NOT_PAUSABLE", rule.id());
        }
        for (Pause pause : pauses) {
            if (pause.to() != null && pause.to().isBefore(pause.from())) {
                throw Refusal.invalid(
                        "BAD_PAUSE", pause.from().toString(), pause.to().toString());
            }
        }
    }
}
