package io.mingjing.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The application's clock, in whole seconds. It shows real time until it is set; from then on the instant it was set
 * to, plus, if it flows, the real time that has passed since.
 */
class DrivenClock extends Clock {

    private record Mark(Instant shown, long nanos, boolean flowing) {}

    private final Clock real;
    private volatile Mark mark;

    /** Real time. */
    DrivenClock(Clock real) {
        this.real = real;
        this.mark = new Mark(Instant.EPOCH, 0, false);
    }

    /** From now on this clock starts at the given instant. */
    void set(Instant instant, boolean flowing) {
        mark = new Mark(instant.truncatedTo(ChronoUnit.SECONDS), System.nanoTime(), flowing);
    }

    private boolean driven() {
        return mark.shown() != Instant.EPOCH;
    }

    @Override
    public Instant instant() {
        Mark now = mark;
        if (!driven()) {
            return real.instant().truncatedTo(ChronoUnit.SECONDS);
        }
        return now.flowing()
                ? now.shown().plusNanos(System.nanoTime() - now.nanos()).truncatedTo(ChronoUnit.SECONDS)
                : now.shown();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock outer = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return outer.withZone(other);
            }

            @Override
            public Instant instant() {
                return outer.instant();
            }
        };
    }
}
