package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference data in the migrations is that of the legal reference. */
class TimeMapperTest {

    /** The methods as the legal reference words them. */
    private static final Map<String, Method> METHODS = Map.of(
            "natural days, roll", Method.NATURAL_DAYS_ROLL,
            "natural days, no roll (threshold / minimum)", Method.NATURAL_DAYS_FIXED,
            "60 natural (no roll) then 60 natural, roll", Method.NATURAL_THEN_NATURAL,
            "working days", Method.WORKING_DAYS,
            "5 working days, then natural days, roll", Method.WORKING_THEN_NATURAL,
            "clear working days before the event", Method.CLEAR_WORKING_DAYS_BEFORE,
            "months, roll", Method.MONTHS_ROLL,
            "years, roll", Method.YEARS_ROLL,
            "years minus one day, no roll", Method.YEARS_MINUS_DAY,
            "set by document", Method.BY_DOCUMENT);

    @Test
    void theCatalogueIsThatOfTheLegalReference() {
        Map<String, LimitRule> rules =
                TimeFixture.LIMITS.rules().stream().collect(Collectors.toMap(LimitRule::id, Function.identity()));
        List<String[]> rows = TimeFixture.csv("time-limits.csv");

        assertThat(rules).hasSize(47).hasSameSizeAs(rows);
        for (String[] row : rows) {
            LimitRule rule = Objects.requireNonNull(rules.get(row[0]), row[0]);
            assertThat(rule.length()).isEqualTo(row[1].isEmpty() ? null : Integer.valueOf(row[1]));
            assertThat(rule.extensionFree()).as(row[0]).isEqualTo(row[3].startsWith("set by"));
            assertThat(rule.maxExtension()).isEqualTo(rule.extensionFree() ? 0 : Integer.parseInt(row[3]));
            assertThat(rule.pausable()).isEqualTo(row[4].equals("yes"));
            assertThat(rule.article()).isEqualTo(row[5]);
            assertThat(rule.method()).as(row[0]).isEqualTo(METHODS.get(row[2].replace("\"", "")));
            assertThat(rule.unit()).isEqualTo(rule.method().unit());
            assertThat(rule.leadLength()).isEqualTo(rule.method().chained() ? firstNumber(row[2]) : 0);
            assertThat(rule.direction() == Direction.BACKWARD).isEqualTo(row[2].contains("before the event"));
            assertThat(List.of(rule.meaning(), rule.meaningEn(), rule.startEvent(), rule.startEventEn(), rule.basis()))
                    .as(row[0])
                    .noneMatch(String::isBlank);
            assertThat(rule.local()).isFalse();
        }
    }

    @Test
    void everyLimitOfTheCatalogueWouldPassItsOwnCheck() {
        for (LimitRule rule : TimeFixture.LIMITS.rules()) {
            assertThat(RuleCheck.of(rule)).as(rule.id()).isEmpty();
        }
    }

    @Test
    void theCalendarIsThatOfTheNotices() {
        List<TimeMapper.DayRow> days = TimeFixture.MAPPER.findDays();

        assertThat(days)
                .extracting(day -> day.calendarDate() + "," + day.kind() + "," + day.name())
                .containsExactlyInAnyOrderElementsOf(TimeFixture.csv("cn-workdays.csv").stream()
                        .map(row -> String.join(",", row))
                        .toList());
        assertThat(days.get(0).calendarYear())
                .as("2022-12-31 stands in the notice of 2023")
                .isEqualTo(2023);
        assertThat(TimeFixture.MAPPER.findPublishedYears())
                .extracting(TimeMapper.YearRow::calendarYear, TimeMapper.YearRow::noticeNumber)
                .containsExactly(
                        tuple(2023, "国办发明电〔2022〕16号"),
                        tuple(2024, "国办发明电〔2023〕7号"),
                        tuple(2025, "国办发明电〔2024〕12号"),
                        tuple(2026, "国办发明电〔2025〕7号"));
    }

    @Test
    void theVersionInForceOnTheStartEventIsFound() {
        LimitRule rule = TimeFixture.LIMITS.rule("AR-DECIDE-ORD", LocalDate.of(2026, 3, 2));

        assertThat(rule.governs(LocalDate.of(2026, 3, 2))).isTrue();
        assertThat(rule.governs(LocalDate.of(2023, 3, 2))).isFalse();
        assertThat(TimeFixture.LIMITS.rule("AR-DECIDE-ORD", LocalDate.of(2023, 3, 2)))
                .isEqualTo(rule);
    }

    private static int firstNumber(String text) {
        return Integer.parseInt(text.replaceAll("^\\D*(\\d+).*", "$1"));
    }
}
