package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjing.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the legal reference, and the cases that it leaves to its rules. */
class StatutoryExamplesTest {

    static Stream<Arguments> examples() {
        return TimeFixture.csv("worked-examples.csv").stream().map(row -> Arguments.of(row[0], row));
    }

    static Stream<Arguments> refusals() {
        return TimeFixture.csv("refusals.csv").stream().map(row -> Arguments.of(row[0], row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyWorkedExampleHasItsDate(String id, String[] row) {
        Computed computed = TimeFixture.LIMITS.computeDue(TimeFixture.request(row));

        assertThat(computed.due()).as(row[0] + " " + row[6]).isEqualTo(LocalDate.parse(row[5]));
        assertThat(computed.provisional()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void everyRefusalHasItsCode(String id, String[] row) {
        if (row[5].startsWith("PROVISIONAL")) {
            Computed computed = TimeFixture.LIMITS.computeDue(TimeFixture.request(row));
            assertThat(computed.due()).isEqualTo(LocalDate.parse(row[5].substring(12)));
            assertThat(computed.provisional()).isTrue();
            return;
        }
        Refusal refusal = refusal(TimeFixture.request(row));
        assertThat(refusal.code()).isEqualTo(row[5]);
        assertThat(refusal.kind())
                .isEqualTo(row[5].equals("UNKNOWN_TIME_LIMIT") ? Refusal.Kind.NOT_FOUND : Refusal.Kind.INVALID);
    }

    @ParameterizedTest(name = "{0} from {1} paused {2} +{3} -> {4}")
    @CsvSource({
        // the day on which a pause ends counts, the day on which it begins does not (I5)
        "AR-DECIDE-SIM, 2026-03-02, 2026-03-03/2026-03-04, 0, 2026-04-02",
        // resumed on the day of suspension: nothing is lost
        "AR-DECIDE-SIM, 2026-03-02, 2026-03-10/2026-03-10, 0, 2026-04-01",
        // what lies before day 1 cannot stop the clock
        "AR-DECIDE-SIM, 2026-03-02, 2026-02-20/2026-03-03, 0, 2026-04-01",
        "AR-DECIDE-SIM, 2026-03-02, 2026-02-20/2026-03-05, 0, 2026-04-03",
        // pauses that touch, given in the wrong order
        "AR-DECIDE-SIM, 2026-03-02, 2026-03-12/2026-03-14;2026-03-10/2026-03-12, 0, 2026-04-07",
        // a pause within a pause
        "AR-DECIDE-SIM, 2026-03-02, 2026-03-10/2026-03-20;2026-03-12/2026-03-14, 0, 2026-04-13",
        // a pause after expiry has no effect, open or not
        "AR-DECIDE-SIM, 2026-03-02, 2026-04-02/2026-04-20, 0, 2026-04-01",
        "AR-DECIDE-SIM, 2026-03-02, 2026-04-02/, 0, 2026-04-01",
        // expiry is that of the limit as moved by the pauses before: day 30 is 2026-04-11
        "AR-DECIDE-SIM, 2026-03-02, 2026-03-10/2026-03-20;2026-04-05/2026-04-07, 0, 2026-04-13",
        // working days inside a pause are lost, rest days are not lost twice
        "GI-REPLY, 2026-03-02, 2026-03-06/2026-03-10, 0, 2026-04-01",
        "GI-REPLY, 2026-03-02, 2026-03-07/2026-03-09, 0, 2026-03-30",
        // the extension of a limit in working days is in working days
        "GI-REPLY, 2026-03-02, '', 20, 2026-04-28",
        "AR-FIX, 2026-03-02, '', 7, 2026-03-25",
        // I7: no such day-number, so the last day of the month; 2026-02-28 is a make-up Saturday
        "LIT-6M, 2025-08-31, '', 0, 2026-02-28",
        "AR-APPLY-MAX1Y, 2024-02-29, '', 0, 2025-02-28",
        "ND-VALID2Y, 2026-01-01, '', 0, 2027-12-31",
        // I9: a threshold stays on a rest day
        "AR-SUSP60, 2026-01-01, '', 0, 2026-03-02",
        "AR-SUSP60, 2025-12-20, '', 0, 2026-02-18",
        // I8: the day of notice is a working day, with five clear working days behind it
        "AR-HEARNOTICE, 2026-03-16, '', 0, 2026-03-06",
        // the clock of the decision starts on the day on which acceptance is deemed
        "AR-DEEMED-DECIDE, 2026-03-02, 2026-03-04/2026-03-09, 30, 2026-06-08",
        "AR-DEEMED-DECIDE, 2026-03-02, 2026-03-09/2026-03-11, 0, 2026-05-09",
    })
    void theRulesBetweenTheExamples(String rule, String start, String pauses, int extension, LocalDate due) {
        assertThat(TimeFixture.LIMITS
                        .computeDue(TimeFixture.request(rule, start, pauses, extension))
                        .due())
                .isEqualTo(due);
    }

    @Test
    void aLimitSetByDocumentTakesItsLengthAndUnitFromTheRequest() {
        LocalDate start = LocalDate.of(2026, 2, 11);

        assertThat(document("SO-REPLY", start, 8, DayUnit.WORKING_DAY).due()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(document("AR-PERFORM", start, 7, DayUnit.NATURAL_DAY).due()).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(document("AR-PERFORM", start, 7, DayUnit.NATURAL_DAY).unit()).isEqualTo(DayUnit.NATURAL_DAY);
    }

    @Test
    void aLimitSetByDocumentNeedsBoth() {
        LocalDate start = LocalDate.of(2026, 3, 2);

        assertThat(refusal(new LimitRequest("SO-REPLY", start, List.of(), 0, null, null))
                        .code())
                .isEqualTo("LENGTH_REQUIRED");
        assertThat(refusal(new LimitRequest("SO-REPLY", start, List.of(), 0, null, DayUnit.NATURAL_DAY))
                        .code())
                .isEqualTo("LENGTH_REQUIRED");
        assertThat(refusal(new LimitRequest("SO-REPLY", start, List.of(), 0, 7, null))
                        .code())
                .isEqualTo("UNIT_REQUIRED");
        assertThat(refusal(new LimitRequest("SO-REPLY", start, List.of(), 0, 7, DayUnit.MONTH))
                        .code())
                .isEqualTo("BAD_UNIT");
        assertThat(refusal(new LimitRequest("AR-INTAKE", start, List.of(), 0, null, DayUnit.NATURAL_DAY))
                        .code())
                .isEqualTo("BAD_UNIT");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "3651"})
    void anAbsurdLengthIsRefused(int length) {
        assertThat(refusal(new LimitRequest(
                                "SO-REPLY", LocalDate.of(2026, 3, 2), List.of(), 0, length, DayUnit.WORKING_DAY))
                        .code())
                .isEqualTo("BAD_LENGTH");
    }

    @ParameterizedTest
    @CsvSource({"AR-FIX, -1", "AR-FIX, 3651", "AR-DECIDE-ORD, -1"})
    void anAbsurdExtensionIsRefused(String rule, int extension) {
        assertThat(refusal(TimeFixture.request(rule, "2026-03-02", "", extension))
                        .code())
                .isEqualTo("BAD_EXTENSION");
    }

    @Test
    void aSpecialStatuteMaySetAnotherLength() {
        LimitRequest shorter = new LimitRequest("AR-DECIDE-ORD", LocalDate.of(2026, 3, 2), List.of(), 0, 45, null);

        assertThat(TimeFixture.LIMITS.computeDue(shorter).due()).isEqualTo(LocalDate.of(2026, 4, 16));
    }

    @Test
    void anOpenPauseLeavesTheLimitWithoutDates() {
        Computed computed =
                TimeFixture.LIMITS.compute(TimeFixture.request("AR-DECIDE-ORD", "2026-03-02", "2026-03-20/", 0));

        assertThat(computed.due()).isNull();
        assertThat(computed.yellowOn()).isNull();
        assertThat(computed.redOn()).isNull();
        assertThat(computed.steps()).last().extracting(Step::code).isEqualTo("PAUSED_OPEN");
    }

    @Test
    void theCalendarIsAskedOnlyAboutTheDaysThatMatter() {
        // counted in natural days, the limit meets the calendar on its last day only
        assertThat(TimeFixture.LIMITS
                        .computeDue(TimeFixture.request("AR-DECIDE-ORD", "2022-11-15", "", 0))
                        .due())
                .isEqualTo(LocalDate.of(2023, 1, 16));
        assertThat(TimeFixture.LIMITS
                        .computeDue(TimeFixture.request("AR-SUSP60", "2026-12-01", "", 0))
                        .provisional())
                .isFalse();
        // the row of 2022-12-31 publishes nothing for 2022
        assertThat(refusal(TimeFixture.request("AR-INTAKE", "2022-12-29", "", 0))
                        .code())
                .isEqualTo("CALENDAR_MISSING");
        assertThat(refusal(TimeFixture.request("AR-DECIDE-SIM", "2022-12-01", "", 0))
                        .code())
                .isEqualTo("CALENDAR_MISSING");
        assertThat(refusal(TimeFixture.request("AR-INTAKE", "2029-12-27", "", 0))
                        .code())
                .isEqualTo("CALENDAR_MISSING");
        assertThat(TimeFixture.LIMITS
                        .computeDue(TimeFixture.request("AR-INTAKE", "2022-12-31", "", 0))
                        .due())
                .isEqualTo(LocalDate.of(2023, 1, 9));
    }

    @Test
    void aProvisionalFirstLegMakesAChainProvisional() {
        Computed computed =
                TimeFixture.LIMITS.compute(TimeFixture.request("AR-DEEMED-DECIDE", "2026-12-30", "2027-01-20/", 0));

        assertThat(computed.due()).isNull();
        assertThat(computed.provisional()).isTrue();
    }

    @ParameterizedTest(name = "{0} from {1}: yellow {2}, red {3}")
    @CsvSource({
        "AR-INTAKE, 2026-03-02, 2026-03-05, 2026-03-10", // due Monday 03-09, two working days before
        "AR-DECIDE-ORD, 2026-03-02, 2026-04-26, 2026-05-07", // 05-01 moves to 05-06, the lights with it
        "AR-COPY-SIM, 2026-03-02, 2026-03-04, 2026-03-06",
        "AR-HEARNOTICE, 2026-03-16, 2026-03-03, 2026-03-07",
    })
    void lightsFollowFromTheThresholds(String rule, String start, LocalDate yellow, LocalDate red) {
        Computed computed = TimeFixture.LIMITS.computeDue(TimeFixture.request(rule, start, "", 0));

        assertThat(computed.yellowOn()).isEqualTo(yellow);
        assertThat(computed.redOn()).isEqualTo(red);
    }

    private static Computed document(String rule, LocalDate start, int length, DayUnit unit) {
        return TimeFixture.LIMITS.computeDue(new LimitRequest(rule, start, List.of(), 0, length, unit));
    }

    private static Refusal refusal(LimitRequest request) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> TimeFixture.LIMITS.computeDue(request));
        assertThat(refusal).as("refused").isNotNull();
        return refusal;
    }
}
