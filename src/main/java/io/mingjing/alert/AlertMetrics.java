package io.mingjing.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How far alerts and mail are behind. Being behind is told as {@code DEGRADED}: a node that cannot mail still serves its
 * people, so it is not taken out of service for it.
 */
@Component("alertHealthIndicator")
class AlertMetrics implements MeterBinder, HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private static final Duration TOLERATED = Duration.ofMinutes(30);

    private final AlertMapper alerts;
    private final MailMapper mails;
    private final Postman postman;
    private final OutboxSender sender;
    private final Clock clock;
    private final RealTime time;

    AlertMetrics(
            AlertMapper alerts, MailMapper mails, Postman postman, OutboxSender sender, Clock clock, RealTime time) {
        this.alerts = alerts;
        this.mails = mails;
        this.postman = postman;
        this.sender = sender;
        this.clock = clock;
        this.time = time;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mingjing.outbox.lag", this, own -> own.outboxLag().toSeconds())
                .baseUnit("seconds")
                .description("Age of the oldest mail that is owed, in real time")
                .register(registry);
        Gauge.builder("mingjing.outbox.dead", mails, rows -> rows.count(MailState.DEAD))
                .description("Mails that were refused too often, to 1000")
                .register(registry);
        Gauge.builder("mingjing.outbox.resting", sender, own -> own.resting() ? 1 : 0)
                .description("1 while no mail server answers and none is tried")
                .register(registry);
        Gauge.builder("mingjing.sweeper.lag", this, own -> own.sweeperLag().toSeconds())
                .baseUnit("seconds")
                .description("How long the earliest alert has been due, by the application's clock")
                .register(registry);
    }

    Duration outboxLag() {
        Instant oldest = mails.findOldestOwed(clock.instant());
        return oldest == null ? Duration.ZERO : positive(Duration.between(oldest, time.now()));
    }

    Duration sweeperLag() {
        LocalDate earliest = alerts.findEarliestDue();
        return earliest == null
                ? Duration.ZERO
                : positive(
                        Duration.between(earliest.atStartOfDay(clock.getZone()).toInstant(), clock.instant()));
    }

    @Override
    public Health health() {
        Duration outbox = outboxLag();
        Duration sweeper = sweeperLag();
        int parked = alerts.countParked(Sweeper.PARKED);
        boolean behind = (postman.hasServer() && outbox.compareTo(TOLERATED) > 0)
                || sweeper.compareTo(TOLERATED) > 0
                || parked > 0;
        return Health.status(behind ? DEGRADED : Status.UP)
                .withDetail("mailServer", postman.hasServer())
                .withDetail("outboxLagSeconds", outbox.toSeconds())
                .withDetail("deadLetters", mails.count(MailState.DEAD))
                .withDetail("sweeperLagSeconds", sweeper.toSeconds())
                .withDetail("parkedAlerts", parked)
                .build();
    }

    private static Duration positive(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
