package io.mingjing.casefile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether limits and timers agree. A difference takes the node out of readiness until it is mended; the comparison reads
 * every open limit, so its answer is kept for five minutes of real time.
 */
@Component("clockHealthIndicator")
class ClockHealthIndicator implements HealthIndicator {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private record Seen(Health health, long at) {}

    private final ClockHealth clocks;
    private volatile @Nullable Seen seen;

    ClockHealthIndicator(ClockHealth clocks) {
        this.clocks = clocks;
    }

    @Override
    public Health health() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at() < KEPT.toNanos()) {
            return last.health();
        }
        Health health = health(clocks.check().size());
        seen = new Seen(health, System.nanoTime());
        return health;
    }

    static Health health(int differences) {
        return (differences == 0 ? Health.up() : Health.outOfService())
                .withDetail("differences", differences)
                .build();
    }
}
