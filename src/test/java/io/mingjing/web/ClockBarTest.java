package io.mingjing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.LimitState;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Pause;
import io.mingjing.web.ClockBar.Segment;
import io.mingjing.web.ClockBar.Segment.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockBarTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 11);

    @Test
    void aRunningLimitShowsWhatIsUsedAndWhatIsLeft() {
        ClockBar bar = ClockBar.of(limit(LimitState.RUNNING, DUE, List.of(), null), LocalDate.of(2026, 3, 5), 6L);

        assertThat(bar.segments())
                .containsExactly(new Segment(Kind.USED, 0, 160), new Segment(Kind.LEFT_GREEN, 160, 240));
    }

    @Test
    void aPauseIsLaidOverTheDaysThatDoNotCount() {
        List<Pause> pauses = List.of(new Pause(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 4)));

        ClockBar bar = ClockBar.of(limit(LimitState.RUNNING, DUE, pauses, null), LocalDate.of(2026, 3, 5), 6L);

        assertThat(bar.segments()).contains(new Segment(Kind.PAUSED, 40, 80));
    }

    @Test
    void whileAPauseIsOpenTheBarEndsBehindWhatWasLeft() {
        List<Pause> pauses = List.of(new Pause(LocalDate.of(2026, 3, 3), null));

        ClockBar bar = ClockBar.of(limit(LimitState.PAUSED, null, pauses, null), LocalDate.of(2026, 3, 5), 6L);

        assertThat(bar.segments())
                .containsExactly(
                        new Segment(Kind.USED, 0, 160),
                        new Segment(Kind.PAUSED, 80, 80),
                        new Segment(Kind.LEFT_GREEN, 160, 240));
    }

    @Test
    void anOverdueLimitShowsHowLongItIsOver() {
        ClockBar bar = ClockBar.of(limit(LimitState.LAPSED, DUE, List.of(), null), LocalDate.of(2026, 3, 21), -10L);

        assertThat(bar.segments()).containsExactly(new Segment(Kind.USED, 0, 200), new Segment(Kind.OVER, 200, 200));
    }

    @Test
    void onTheFirstDayNothingIsUsed() {
        ClockBar bar = ClockBar.of(limit(LimitState.RUNNING, DUE, List.of(), null), START, 10L);

        assertThat(bar.segments()).containsExactly(new Segment(Kind.LEFT_GREEN, 0, 400));
    }

    @Test
    void noSegmentReachesBeyondTheBar() {
        List<Pause> pauses = List.of(new Pause(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 4, 30)));

        ClockBar bar = ClockBar.of(limit(LimitState.RUNNING, DUE, pauses, null), LocalDate.of(2026, 3, 10), 1L);

        assertThat(bar.segments())
                .allSatisfy(segment -> assertThat(segment.x() + segment.width()).isLessThanOrEqualTo(ClockBar.WIDTH));
    }

    private static CaseLimit limit(
            LimitState state, @Nullable LocalDate due, List<Pause> pauses, @Nullable LocalDate metOn) {
        LocalDate pausedOn = state == LimitState.PAUSED ? pauses.get(0).from() : null;
        return new CaseLimit(
                "l1",
                "c1",
                "AR-INTAKE",
                null,
                null,
                state,
                "received",
                START,
                null,
                null,
                0,
                due,
                null,
                null,
                DayUnit.NATURAL_DAY,
                false,
                "2026-1",
                pausedOn,
                metOn,
                null,
                null,
                1,
                pauses,
                List.of());
    }
}
