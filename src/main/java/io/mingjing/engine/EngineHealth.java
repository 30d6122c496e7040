package io.mingjing.engine;

import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether due work is being looked for. Failed jobs and incidents are told as details: they need an operator, but taking
 * the node out of service would not mend them.
 */
@Component("engineHealthIndicator")
class EngineHealth implements HealthIndicator {

    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final ManagementService management;
    private final RuntimeService runtime;
    private final Sweep sweep;

    EngineHealth(ManagementService management, RuntimeService runtime, Sweep sweep) {
        this.management = management;
        this.runtime = runtime;
        this.sweep = sweep;
    }

    @Override
    public Health health() {
        Duration since = sweep.silence();
        Health.Builder health = since.compareTo(SILENCE) > 0 ? Health.down() : Health.up();
        return health.withDetail(
                        "failedJobs",
                        management.createJobQuery().noRetriesLeft().count())
                .withDetail("incidents", runtime.createIncidentQuery().count())
                .withDetail("secondsSinceSweep", since.toSeconds())
                .build();
    }
}
