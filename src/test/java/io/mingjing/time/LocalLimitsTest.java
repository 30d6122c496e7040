package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the national catalogue does not use, but a local limit may. */
class LocalLimitsTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    @Test
    void aPausedLimitInMonthsMovesByTheDaysOfThePause() {
        Computed computed =
                compute(months(2), List.of(pause("2026-03-10", "2026-03-20"), pause("2026-05-13", "2026-05-20")));

        assertThat(computed.due()).isEqualTo(LocalDate.of(2026, 5, 12));
        assertThat(computed.steps())
                .extracting(step -> step.date() + " " + step.day() + " " + step.code())
                .containsExactly("2026-03-02 0 START", "2026-04-02 1 MONTH", "2026-03-10 0 PAUSED", "2026-05-12 2 DUE");
        assertThat(computed.steps().get(2).args()).startsWith(LocalDate.of(2026, 3, 19), "10");
    }

    @Test
    void anOpenPauseStopsALimitInMonthsUnlessItCameTooLate() {
        assertThat(compute(months(2), List.of(pause("2026-05-02", ""))).due()).isNull();
        assertThat(compute(months(2), List.of(pause("2026-05-02", ""))).steps())
                .last()
                .extracting(Step::code)
                .isEqualTo("PAUSED_OPEN");
        assertThat(compute(months(1), List.of(pause("2026-04-03", ""))).due()).isEqualTo(LocalDate.of(2026, 4, 2));
        assertThat(compute(months(1), List.of(pause("2026-04-03", ""))).steps())
                .last()
                .extracting(Step::code)
                .isEqualTo("DUE");
    }

    @Test
    void theRedLightMayComeBeforeTheDueDay() {
        Computed natural = compute(rule(10, Method.NATURAL_DAYS_FIXED, DayUnit.NATURAL_DAY, 5, 2), List.of());
        assertThat(natural.yellowOn()).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(natural.redOn()).isEqualTo(LocalDate.of(2026, 3, 11)); // one day left: fewer than two

        Computed working = compute(rule(10, Method.WORKING_DAYS, DayUnit.WORKING_DAY, 5, 3), List.of());
        assertThat(working.due()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(working.yellowOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(working.redOn()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(compute(rule(2, Method.WORKING_DAYS, DayUnit.WORKING_DAY, 5, 0), List.of())
                        .yellowOn())
                .as("a short limit is yellow from its start")
                .isEqualTo(START);
        assertThat(compute(rule(2, Method.NATURAL_DAYS_FIXED, DayUnit.NATURAL_DAY, 5, 0), List.of())
                        .yellowOn())
                .isEqualTo(START);
    }

    @Test
    void mergedPausesKeepEachGroundOnce() {
        List<Span> spans = Span.merge(
                List.of(
                        new Pause(START.plusDays(9), START.plusDays(12), "b"),
                        new Pause(START.plusDays(2), START.plusDays(10), "a"),
                        new Pause(START.plusDays(3), START.plusDays(4), "a"),
                        new Pause(START.plusDays(5), START.plusDays(6)),
                        new Pause(START.plusDays(20), null, "c"),
                        new Pause(START.plusDays(30), START.plusDays(31), "d")),
                START.plusDays(1));

        assertThat(spans)
                .containsExactly(
                        new Span(START.plusDays(2), START.plusDays(12), List.of("a", "b"), List.of()),
                        new Span(START.plusDays(20), null, List.of("c", "d"), List.of()));
    }

    @Test
    void theLongestLengthAndExtensionAreTaken() {
        LimitRule free = TimeFixture.LIMITS.rule("AR-PERFORM");

        assertThatThrownBy(() -> Computation.compute(
                        free,
                        new LimitRequest(free.id(), START, List.of(), 3650, 3650, DayUnit.NATURAL_DAY),
                        TimeFixture.LIMITS.calendar(),
                        false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CALENDAR_MISSING"));
    }

    @Test
    void aHearingsRestDaysAreListedToo() {
        assertThat(TimeFixture.LIMITS
                        .compute(LimitRequest.of("AR-HEARNOTICE", LocalDate.of(2026, 3, 16)))
                        .steps())
                .extracting(step -> step.date() + " " + step.day() + " " + step.code())
                .containsExactly(
                        "2026-03-16 0 EVENT",
                        "2026-03-15 0 WEEKEND",
                        "2026-03-14 0 WEEKEND",
                        "2026-03-13 1 WORKED",
                        "2026-03-12 2 WORKED",
                        "2026-03-11 3 WORKED",
                        "2026-03-10 4 WORKED",
                        "2026-03-09 5 WORKED",
                        "2026-03-08 0 WEEKEND",
                        "2026-03-07 0 WEEKEND",
                        "2026-03-06 0 NOTIFY_BY");
    }

    @Test
    void aCalendarBuiltAfreshHasTheSameDays() {
        WorkingCalendar known = TimeFixture.LIMITS.calendar();
        List<Notice> notices = TimeFixture.MAPPER.findPublishedYears().stream()
                .map(year -> new Notice(
                        year.calendarYear(),
                        year.version(),
                        year.noticeName(),
                        year.noticeNumber(),
                        year.noticeDate(),
                        TimeFixture.MAPPER.findDays().stream()
                                .filter(day -> day.calendarYear() == year.calendarYear())
                                .map(day -> new Notice.Day(day.calendarDate(), day.kind(), day.festival(), day.name()))
                                .toList()))
                .toList();
        WorkingCalendar fresh = WorkingCalendar.of(notices);
        int working = 0;
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2030; day = day.plusDays(1)) {
            assertThat(fresh.isWorkingDay(day)).as(day.toString()).isEqualTo(known.isWorkingDay(day));
            working += fresh.isWorkingDay(day) ? 1 : 0;
        }

        assertThat(fresh.workingDaysBetween(LocalDate.of(2022, 12, 31), LocalDate.of(2029, 12, 31)))
                .isEqualTo(working);
        assertThat(fresh.addWorkingDays(LocalDate.of(2022, 12, 31), working)).isEqualTo(LocalDate.of(2029, 12, 31));
        assertThat(fresh.addWorkingDays(LocalDate.of(2030, 1, 1), -working)).isEqualTo(LocalDate.of(2023, 1, 3));
        for (int year = 2021; year <= 2031; year++) {
            assertThat(fresh.status(year)).isEqualTo(known.status(year));
        }
        assertThat(fresh.isWorkingDay(LocalDate.of(2027, 2, 8)))
                .as("a projected festival")
                .isFalse();
        assertThat(fresh.isWorkingDay(LocalDate.of(2026, 2, 14)))
                .as("a make-up Saturday")
                .isTrue();
    }

    private static LimitRule months(int length) {
        return rule(length, Method.MONTHS_ROLL, DayUnit.MONTH, 0, 0);
    }

    private static LimitRule rule(int length, Method method, DayUnit unit, int yellow, int red) {
        return new LimitRule(
                "LOCAL",
                length,
                0,
                method,
                unit,
                0,
                false,
                true,
                "local",
                "",
                "",
                "",
                "",
                "",
                "",
                OnLapse.ALARM,
                yellow,
                red,
                LocalDate.of(2020, 1, 1),
                null,
                null);
    }

    private static Computed compute(LimitRule rule, List<Pause> pauses) {
        return Computation.compute(
                rule, new LimitRequest(rule.id(), START, pauses, 0, null, null), TimeFixture.LIMITS.calendar(), true);
    }

    private static Pause pause(String from, String to) {
        return new Pause(LocalDate.parse(from), TimeFixture.date(to));
    }
}
