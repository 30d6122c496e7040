package io.mingjing.engine;

import java.time.Duration;
import java.time.Instant;
import org.joda.time.DateTimeUtils;
import org.springframework.stereotype.Component;

/**
 * Moves the clock where time is driven, and remembers where it stands: after a restart driven time goes on from there.
 * Flowing time is remembered ahead, so that not even a killed process lets it run backwards.
 */
@Component
class ClockHand {

    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final DrivenTime settings;
    private final DrivenClock clock;
    private final ClockMapper stands;

    ClockHand(DrivenTime settings, DrivenClock clock, ClockMapper stands) {
        this.settings = settings;
        this.clock = clock;
        this.stands = stands;
    }

    /** Sets the clock to where driven time stood, if it is driven, and lets the engine's clock follow it. */
    void take() {
        if (settings.enabled()) {
            Instant start = settings.start().atZone(Timekeeper.ZONE).toInstant();
            moveTo(stands.find().filter(start::isBefore).orElse(start));
        }
        follow();
    }

    /** The engine's clock is one per JVM and rests on Joda's; it follows the clock of the context that took it last. */
    void follow() {
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
    }

    boolean driven() {
        return settings.enabled();
    }

    void moveTo(Instant instant) {
        clock.set(instant, settings.flowing());
        remember();
    }

    /** To be called more often than every minute while time flows. */
    void remember() {
        Instant at = settings.flowing() ? clock.instant().plus(AHEAD) : clock.instant();
        if (stands.update(at) == 0) {
            stands.insert(at);
        }
    }
}
