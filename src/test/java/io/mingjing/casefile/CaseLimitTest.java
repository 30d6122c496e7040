package io.mingjing.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.time.DayUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseLimitTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 20);

    @Test
    void theLightTurnsOnTheFirstDaysOfYellowAndRed() {
        CaseLimit limit = limit("1", LimitState.RUNNING, DUE);

        assertThat(limit.light(LocalDate.of(2026, 3, 12))).isEqualTo(Light.GREEN);
        assertThat(limit.light(LocalDate.of(2026, 3, 13))).isEqualTo(Light.YELLOW);
        assertThat(limit.light(LocalDate.of(2026, 3, 17))).isEqualTo(Light.YELLOW);
        assertThat(limit.light(LocalDate.of(2026, 3, 18))).isEqualTo(Light.RED);
        assertThat(limit.light(DUE.plusDays(40))).isEqualTo(Light.RED);
    }

    @Test
    void aPausedLimitIsGreyAndAnEndedOneHasNoLight() {
        assertThat(limit("1", LimitState.PAUSED, null).light(DUE)).isEqualTo(Light.PAUSED);
        assertThat(limit("1", LimitState.MET, DUE).light(DUE)).isEqualTo(Light.NONE);
        assertThat(limit("1", LimitState.LAPSED, DUE).light(DUE.plusDays(1))).isEqualTo(Light.NONE);
    }

    @Test
    void theConsequenceFiresAtMidnightAfterTheLastDayAndNeverWhilePaused() {
        assertThat(LegalEffect.of(DUE)).isEqualTo(Instant.parse("2026-03-20T16:00:00Z"));
        assertThat(LegalEffect.of(null)).isEqualTo(Instant.parse("9999-12-30T16:00:00Z"));
    }

    @Test
    void theRunningLimitThatEndsFirstIsTheMostUrgent() {
        CaseLimit later = limit("1", LimitState.RUNNING, DUE.plusDays(9));
        CaseLimit sooner = limit("2", LimitState.RUNNING, DUE);
        CaseLimit paused = limit("3", LimitState.PAUSED, null);
        CaseLimit met = limit("4", LimitState.MET, DUE.minusDays(9));

        assertThat(CaseSearching.mostUrgent(List.of(met, paused, later, sooner)).map(CaseLimit::id))
                .contains("2");
        assertThat(CaseSearching.mostUrgent(List.of(met, paused)).map(CaseLimit::id))
                .contains("3");
        assertThat(CaseSearching.mostUrgent(List.of(met))).isEqualTo(Optional.empty());
    }

    @Test
    void lettersKnowTheDueDayOfARuleByItsName() {
        assertThat(CaseLetterFacts.dueName("AR-DECIDE-ORD")).isEqualTo("dueArDecideOrd");
    }

    private static CaseLimit limit(String id, LimitState state, @Nullable LocalDate due) {
        return new CaseLimit(
                id,
                "case",
                "AR-REPLY-ORD",
                null,
                null,
                state,
                "copyServed",
                LocalDate.of(2026, 3, 6),
                null,
                null,
                0,
                due,
                due == null ? null : due.minusDays(7),
                due == null ? null : due.minusDays(2),
                DayUnit.WORKING_DAY,
                false,
                "2026.1",
                null,
                null,
                null,
                null,
                1,
                List.of(),
                List.of());
    }
}
