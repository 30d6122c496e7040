package io.mingjing.engine;

import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds of real time for due work. After a start everything overdue is caught up first, in legal
 * order; only then the engine's job executor begins. With driven time the executor never begins and every job is run
 * from here. In a cluster one node at a time sweeps.
 */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final CatchUp catchUp;
    private final ClockHand hand;
    private final LockProvider leases;
    private final JobExecutor executor;
    private volatile long sweptAt = 0;

    Sweep(CatchUp catchUp, ClockHand hand, LockProvider leases, ProcessEngine engine) {
        this.catchUp = catchUp;
        this.hand = hand;
        this.leases = leases;
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    @Scheduled(fixedDelayString = "${mingjing.sweep.every:5s}", initialDelayString = "${mingjing.sweep.first:1s}")
    void sweep() {
        if (hand.driven()) {
            hand.remember();
        }
        leases.lock(new LockConfiguration(leaseTime(), "sweep", Duration.ofMinutes(1), Duration.ZERO))
                .ifPresent(this::sweepUnder);
        sweptAt = System.nanoTime();
    }

    /** How long no sweep has ended, in real time; zero before the first one, and where nothing is scheduled. */
    Duration silence() {
        long last = sweptAt;
        return last == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - last);
    }

    private void sweepUnder(SimpleLock lease) {
        try {
            if (hand.driven()) {
                catchUp.runDue();
            } else if (executor.isActive()) {
                catchUp.runDueItems();
            } else {
                int done = catchUp.runDue();
                if (done > 0) {
                    LOG.info("Caught up with {} pieces of due work", done);
                }
                executor.start();
            }
        } finally {
            lease.unlock();
        }
    }

    /** Leases live in real time, never in driven time. */
    private static Instant leaseTime() {
        return net.javacrumbs.shedlock.core.ClockProvider.now();
    }
}
