package io.mingjing.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoverningLimitTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);

    private final LimitRow decision = limit("a", "AR-DECIDE-ORD", MARCH.plusDays(50), null);
    private final LimitRow reply = limit("b", "AR-REPLY-ORD", MARCH.plusDays(3), null);
    private final LimitRow copy = limit("c", "AR-COPY-ORD", MARCH, null);

    @Test
    void theEarliestOfTheLimitsAroundATaskDatesIt() {
        assertThat(GoverningLimit.of(List.of(decision, reply, copy), List.of("AR-REPLY-ORD", "AR-DECIDE-ORD")))
                .contains(reply);
    }

    @Test
    void aTaskOutsideOfAnyLimitIsDatedByTheDecision() {
        assertThat(GoverningLimit.of(List.of(copy, decision), List.of())).contains(decision);
    }

    @Test
    void withoutAnyOfThemATaskHasNoDate() {
        assertThat(GoverningLimit.of(List.of(copy), List.of("AR-REPLY-ORD"))).isEmpty();
    }

    @Test
    void aPausedLimitDatesATaskOnlyWhereNoOtherRuns() {
        LimitRow paused = limit("d", "AR-REPLY-ORD", null, MARCH);

        assertThat(GoverningLimit.of(List.of(paused, decision), List.of("AR-REPLY-ORD", "AR-DECIDE-ORD")))
                .contains(decision);
        assertThat(GoverningLimit.of(List.of(paused), List.of("AR-REPLY-ORD"))).contains(paused);
    }

    private static LimitRow limit(String id, String rule, @Nullable LocalDate due, @Nullable LocalDate pausedOn) {
        return new LimitRow(id, rule, 1, due, due, due, DayUnit.WORKING_DAY, false, pausedOn);
    }
}
