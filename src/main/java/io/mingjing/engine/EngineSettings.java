package io.mingjing.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What {@code camunda.bpm.*} cannot say: our history level, our clock, an executor that waits for the catch-up. */
@Component
@Order(Ordering.DEFAULT_ORDER + 100)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ClockHand hand;
    private final ApplicationEventPublisher events;

    EngineSettings(ClockHand hand, ApplicationEventPublisher events) {
        this.hand = hand;
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new OperatorHistory()));
        engine.setCustomHistoryEventHandlers(List.of(new OperatorLog(events), new IncidentBell(events)));
        engine.setIdentityProviderSessionFactory(new CockpitUsers.Factory());
        hand.take();
    }

    /** As delivered an idle executor sleeps up to a minute, and a job of a killed node stays locked for five. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        JobExecutor executor = engine.getJobExecutor();
        executor.setAutoActivate(false);
        executor.setWaitTimeInMillis(1_000);
        executor.setMaxWait(5_000);
        executor.setLockTimeInMillis(60_000);
        executor.setMaxJobsPerAcquisition(20);
    }
}
