package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarCalendarTest {

    @Test
    void aNewMoonIsThatOfTheTextbook() {
        assertThat(LunarCalendar.newMoon(-283)).isCloseTo(2_443_192.65118, within(0.00005)); // Meeus, example 49.a
    }

    @ParameterizedTest
    @CsvSource({
        "2023, 2023-01-22, 2023-06-22, 2023-09-29",
        "2024, 2024-02-10, 2024-06-10, 2024-09-17",
        "2025, 2025-01-29, 2025-05-31, 2025-10-06",
        "2026, 2026-02-17, 2026-06-19, 2026-09-25",
        "2027, 2027-02-06, 2027-06-09, 2027-09-15",
        "2028, 2028-01-26, 2028-05-28, 2028-10-03",
        "2029, 2029-02-13, 2029-06-16, 2029-09-22",
        "2030, 2030-02-03, 2030-06-05, 2030-09-12",
        "2031, 2031-01-23, 2031-06-24, 2031-10-01",
        "2032, 2032-02-11, 2032-06-12, 2032-09-19",
        "2033, 2033-01-31, 2033-06-01, 2033-09-08",
        "2034, 2034-02-19, 2034-06-20, 2034-09-27",
        "2035, 2035-02-08, 2035-06-10, 2035-09-16",
        "2036, 2036-01-28, 2036-05-30, 2036-10-04",
        "2037, 2037-02-15, 2037-06-18, 2037-09-24",
        "2038, 2038-02-04, 2038-06-07, 2038-09-13",
        "2039, 2039-01-24, 2039-05-27, 2039-10-02",
        "2040, 2040-02-12, 2040-06-14, 2040-09-20",
        "2041, 2041-02-01, 2041-06-03, 2041-09-10",
        "2042, 2042-01-22, 2042-06-22, 2042-09-28",
        "2043, 2043-02-10, 2043-06-11, 2043-09-17",
        "2044, 2044-01-30, 2044-05-31, 2044-10-05",
        "2045, 2045-02-17, 2045-06-19, 2045-09-25",
        "2046, 2046-02-06, 2046-06-08, 2046-09-15",
        "2047, 2047-01-26, 2047-05-29, 2047-10-04",
        "2048, 2048-02-14, 2048-06-15, 2048-09-22",
        "2049, 2049-02-02, 2049-06-04, 2049-09-11",
        "2050, 2050-01-23, 2050-06-23, 2050-09-30",
        "2051, 2051-02-11, 2051-06-13, 2051-09-19",
        "2052, 2052-02-01, 2052-06-01, 2052-09-07",
        "2053, 2053-02-19, 2053-06-20, 2053-09-26",
        "2054, 2054-02-08, 2054-06-10, 2054-09-16",
        "2055, 2055-01-28, 2055-05-30, 2055-10-05",
        "2056, 2056-02-15, 2056-06-17, 2056-09-24",
        "2057, 2057-02-04, 2057-06-06, 2057-09-13",
        "2058, 2058-01-24, 2058-06-25, 2058-10-02",
        "2059, 2059-02-12, 2059-06-14, 2059-09-21",
        "2060, 2060-02-02, 2060-06-03, 2060-09-09"
    })
    void lunarDaysAreThoseOfTheAlmanac(int year, LocalDate newYear, LocalDate dragonBoat, LocalDate midAutumn) {
        assertThat(LunarCalendar.day(year, 1, 1)).isEqualTo(newYear);
        assertThat(LunarCalendar.day(year, 5, 5)).isEqualTo(dragonBoat);
        assertThat(LunarCalendar.day(year, 8, 15)).isEqualTo(midAutumn);
    }

    @Test
    void qingmingFollowsTheRuleOfThumbOfThisCentury() {
        for (int year = 2023; year <= 2060; year++) {
            int y = year - 2000;
            int day = (int) (y * 0.2422 + 4.81) - y / 4;
            assertThat(Festival.QINGMING.daysIn(year)).containsExactly(LocalDate.of(year, 4, day));
        }
    }

    @Test
    void thePublishedYearsRestOnEveryStatutoryFestival() {
        WorkingCalendar calendar = TimeFixture.LIMITS.calendar();
        for (int year = 2023; year <= 2026; year++) {
            for (Festival festival : Festival.values()) {
                for (LocalDate day : festival.daysIn(year)) {
                    // New Year's Eve became a festival with 2025; in 2024 it was a working day
                    boolean works = day.equals(LocalDate.of(2024, 2, 9));
                    assertThat(calendar.isWorkingDay(day))
                            .as(festival + " " + day)
                            .isEqualTo(works);
                }
            }
        }
    }

    @Test
    void theFestivalsOf2027AreThirteenDays() {
        List<LocalDate> days = new ArrayList<>();
        for (Festival festival : Festival.values()) {
            days.addAll(festival.daysIn(2027));
        }

        assertThat(days)
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-06",
                        "2027-02-07",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01",
                        "2027-10-02",
                        "2027-10-03");
    }
}
