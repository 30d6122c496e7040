package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = TimeFixture.LIMITS.calendar();

    @ParameterizedTest
    @CsvSource({"2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void aPublishedYearHasItsNumberOfWorkingDays(int year, int days) {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
        assertThat(CALENDAR.status(year)).isEqualTo(WorkingCalendar.Status.PUBLISHED);
    }

    @Test
    void threeYearsAreProjectedAndNoOther() {
        assertThat(CALENDAR.status(2022)).isNull();
        assertThat(CALENDAR.status(2027)).isEqualTo(WorkingCalendar.Status.PROJECTED);
        assertThat(CALENDAR.status(2029)).isEqualTo(WorkingCalendar.Status.PROJECTED);
        assertThat(CALENDAR.status(2030)).isNull();
        assertThat(CALENDAR.version()).isEqualTo("2026.4");
    }

    @Test
    void walksForwardsAndBackwards() {
        LocalDate friday = LocalDate.of(2026, 2, 13);

        assertThat(CALENDAR.addWorkingDays(friday, 1)).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(CALENDAR.addWorkingDays(friday, 2)).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 2, 24), -1)).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 2, 20), -2)).isEqualTo(friday);
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 2, 20), 0)).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(CALENDAR.nextWorkingDay(LocalDate.of(2026, 2, 15))).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(CALENDAR.nextWorkingDay(friday)).isEqualTo(friday);
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2026, 2, 24), friday))
                .isEqualTo(-2);
        assertThat(CALENDAR.workingDaysBetween(friday, friday)).isZero();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        LocalDate last = LocalDate.of(2029, 12, 31);

        assertThat(CALENDAR.isWorkingDay(last)).isTrue();
        refused(() -> CALENDAR.isWorkingDay(last.plusDays(1)), "2030");
        refused(() -> CALENDAR.isWorkingDay(LocalDate.of(2022, 12, 31)), "2022");
        refused(() -> CALENDAR.addWorkingDays(last, 1), "2030");
        refused(() -> CALENDAR.addWorkingDays(LocalDate.of(2029, 12, 27), 5), "2030");
        refused(() -> CALENDAR.addWorkingDays(LocalDate.of(2023, 1, 4), -2), "2022");
        refused(() -> CALENDAR.addWorkingDays(LocalDate.of(2023, 1, 1), -1), "2022");
        refused(() -> CALENDAR.addWorkingDays(LocalDate.of(2022, 12, 30), 1), "2022");
        refused(() -> CALENDAR.workingDaysBetween(LocalDate.of(2022, 12, 30), last), "2022");
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2022, 12, 31), 1)).isEqualTo(LocalDate.of(2023, 1, 3));
        assertThat(CALENDAR.addWorkingDays(last.plusDays(1), -1)).isEqualTo(last);
    }

    @Test
    void aGapBetweenPublishedYearsIsMissing() {
        WorkingCalendar gap = WorkingCalendar.of(List.of(notice(2025, 1), notice(2023, 2)));

        assertThat(gap.version()).isEqualTo("2025.3");
        assertThat(gap.status(2024)).isNull();
        assertThat(gap.addWorkingDays(LocalDate.of(2025, 1, 1), 2)).isEqualTo(LocalDate.of(2025, 1, 3));
        assertThatThrownBy(() -> gap.addWorkingDays(LocalDate.of(2023, 12, 28), 3))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gap.addWorkingDays(LocalDate.of(2025, 1, 2), -3))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> gap.workingDaysBetween(LocalDate.of(2023, 12, 28), LocalDate.of(2025, 1, 2)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aCalendarNeedsANotice() {
        assertThatThrownBy(() -> WorkingCalendar.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListGoesOnWhereTheCalendarEnds() {
        TimeLimits limits = TimeFixture.LIMITS;

        assertThat(limits.daysLeft(DayUnit.WORKING_DAY, LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 24)))
                .isEqualTo(2);
        assertThat(limits.daysLeft(DayUnit.WORKING_DAY, LocalDate.of(2026, 2, 24), LocalDate.of(2026, 2, 24)))
                .isZero();
        assertThat(limits.daysLeft(DayUnit.WORKING_DAY, LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 6)))
                .as("overdue on a Saturday")
                .isEqualTo(-1);
        assertThat(limits.daysLeft(DayUnit.WORKING_DAY, LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 6)))
                .isEqualTo(-2);
        assertThat(limits.daysLeft(DayUnit.NATURAL_DAY, LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 6)))
                .isEqualTo(-4);
        // 2030-01-01 is a Tuesday, 2022-12-30 a Friday: Monday to Friday outside the calendar
        assertThat(limits.daysLeft(DayUnit.WORKING_DAY, LocalDate.of(2029, 12, 28), LocalDate.of(2030, 1, 8)))
                .isEqualTo(7);
        assertThat(limits.daysLeft(DayUnit.WORKING_DAY, LocalDate.of(2022, 12, 22), LocalDate.of(2023, 1, 4)))
                .isEqualTo(8);
        assertThat(limits.daysLeft(DayUnit.WORKING_DAY, LocalDate.of(2030, 1, 5), LocalDate.of(2030, 1, 14)))
                .isEqualTo(6);
    }

    private static Notice notice(int year, int version) {
        return new Notice(
                year,
                version,
                "notice",
                "number",
                LocalDate.of(year - 1, 11, 1),
                List.of(new Notice.Day(LocalDate.of(year, 1, 1), Notice.Kind.HOLIDAY, "NEW_YEAR", "元旦")));
    }

    private static void refused(Runnable question, String year) {
        assertThatThrownBy(question::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("CALENDAR_MISSING");
            assertThat(refusal.args()).containsExactly(year);
        });
    }
}
