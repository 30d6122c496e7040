package io.mingjing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.joda.time.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrivenClockTest {

    private static final Instant REAL = Instant.parse("2026-11-21T04:05:06.789Z");
    private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 9, 0);
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private final DrivenClock clock = new DrivenClock(Clock.fixed(REAL, Timekeeper.ZONE));
    private final Stand stand = new Stand();

    @AfterEach
    void giveTheEngineItsClockBack() {
        DateTimeUtils.setCurrentMillisSystem();
    }

    @Test
    void realTimeIsShownInWholeSeconds() {
        hand(false, false).take();
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-21T04:05:06Z"));
        assertThat(stand.at).isNull();
    }

    @Test
    void drivenTimeBeginsOnTheStoryDayAndStandsStill() {
        hand(true, false).take();
        assertThat(clock.instant()).isEqualTo(MORNING);
        assertThat(DateTimeUtils.currentTimeMillis()).isEqualTo(MORNING.toEpochMilli());
    }

    @Test
    void drivenTimeGoesOnWhereItStoodBeforeTheRestart() {
        hand(true, false).moveTo(MORNING.plus(Duration.ofDays(30)));

        clock.set(MORNING, false);
        hand(true, false).take();

        assertThat(clock.instant()).isEqualTo(MORNING.plus(Duration.ofDays(30)));
    }

    @Test
    void flowingTimeIsRememberedAheadSoThatAKilledProcessNeverTurnsItBack() {
        hand(true, true).take();
        assertThat(stand.at).isNotNull().isAfterOrEqualTo(MORNING.plus(Duration.ofMinutes(1)));
    }

    @Test
    void anotherZoneShowsTheSameInstant() {
        hand(true, false).take();
        assertThat(clock.withZone(ZoneOffset.UTC).instant()).isEqualTo(MORNING);
    }

    private ClockHand hand(boolean enabled, boolean flowing) {
        return new ClockHand(new DrivenTime(enabled, START, flowing), clock, stand);
    }

    /** The row, without a database. */
    private static final class Stand implements ClockMapper {

        private @Nullable Instant at;

        @Override
        public Optional<Instant> find() {
            return Optional.ofNullable(at);
        }

        @Override
        public void insert(Instant instant) {
            at = instant;
        }

        @Override
        public int update(Instant instant) {
            if (at == null) {
                return 0;
            }
            at = instant;
            return 1;
        }
    }
}
