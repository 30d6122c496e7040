package io.mingjing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.testing.FreshH2;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What a start in real time does first. */
@SpringBootTest(
        classes = EngineIT.EngineAlone.class,
        properties = {"mingjing.driven-time.enabled=false", EngineIT.EngineAlone.READY})
@ActiveProfiles("it")
@ContextConfiguration(initializers = FreshH2.class)
@DirtiesContext
class SweepIT {

    @Autowired
    Sweep sweep;

    @Autowired
    EngineIT.Heard heard;

    @Autowired
    Processes processes;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineHealth health;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void rest() {
        executor().shutdown();
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    @Test
    void overdueWorkIsCaughtUpBeforeTheJobExecutorBegins() {
        repository.createDeployment().addClasspathResource("engine-sample.bpmn").deploy();
        heard.limit = Instant.parse("2026-01-05T16:00:00Z");
        processes.start("engineSample", UUID.randomUUID().toString(), Map.of());
        assertThat(executor().isActive()).isFalse();

        sweep.sweep();

        assertThat(executor().isActive()).isTrue();
        assertThat(heard.work).contains("left AR-REPLY-ORD lapsed");
        assertThat(processes.timers()).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("failedJobs", 0L).containsEntry("incidents", 0L);
    }

    @Test
    void aNodeWithoutTheLeaseLeavesTheWorkToTheOther() {
        jdbc.update("delete from engine_lease where name = 'sweep'");
        jdbc.update("""
                insert into engine_lease (name, lock_until, locked_at, locked_by)
                values ('sweep', '2999-01-01 00:00:00', '2026-01-01 00:00:00', 'the other node')""");
        try {
            sweep.sweep();
            assertThat(executor().isActive()).isFalse();
        } finally {
            jdbc.update("delete from engine_lease where name = 'sweep'");
        }
    }
}
