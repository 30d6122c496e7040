package io.mingjing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.SmokeOnH2;
import io.mingjing.testing.StoryDay;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole application starts on either database, with the engine's tables made by the migrations. */
class EngineBootIT {

    abstract static class Boots {

        @Autowired
        ProcessEngine engine;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        Clock clock;

        @Autowired
        Timekeeper time;

        @Value("${spring.datasource.url}")
        String url;

        @Test
        void theMigrationsMadeTheEnginesTablesAndOurIndex() {
            assertThat(jdbc.queryForObject("select count(*) from ACT_GE_SCHEMA_LOG", Integer.class))
                    .isEqualTo(1);
            assertThat(jdbc.queryForObject(
                            "select count(*) from information_schema.tables where upper(table_name) like 'ACT\\_%'"
                                    + " and table_schema in (database(), 'PUBLIC')",
                            Integer.class))
                    .isEqualTo(49);
        }

        @Test
        void theEngineKeepsTheOperatorsHistoryAndItsExecutorRests() {
            var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
            assertThat(configuration.getHistoryLevel().getName()).isEqualTo("oper");
            assertThat(configuration.getJobExecutor().isActive()).isFalse();
        }

        @Test
        void theEngineFollowsTheDrivenClock() {
            assertThat(clock.instant()).isEqualTo(StoryDay.MORNING);

            time.advanceTo(StoryDay.MORNING.plus(Duration.ofDays(1)));

            assertThat(ClockUtil.getCurrentTime()).isEqualTo(StoryDay.MORNING.plus(Duration.ofDays(1)));
            assertThat(jdbc.queryForObject("select count(*) from engine_clock", Integer.class))
                    .isEqualTo(1);
        }
    }

    @Nested
    @IntegrationTest
    class OnTheServer extends Boots {}

    @Nested
    @SmokeOnH2
    class OnH2 extends Boots {

        @Test
        void isReallyH2() {
            assertThat(url).startsWith("jdbc:h2:mem:");
        }
    }
}
