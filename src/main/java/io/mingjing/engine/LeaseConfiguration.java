package io.mingjing.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.spring.annotation.EnableSchedulerLock;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Leases for work that a cluster wants done by one node at a time, held in {@code engine_lease} by the database's own
 * clock and kept alive while the holder lives.
 */
@Configuration(proxyBeanMethods = false)
class LeaseConfiguration {

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService leaseKeeper() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lease-keeper");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    LockProvider leases(
            DataSource dataSource, PlatformTransactionManager transactions, ScheduledExecutorService leaseKeeper) {
        return new KeepAliveLockProvider(
                new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                        .withJdbcTemplate(new JdbcTemplate(dataSource))
                        .withTransactionManager(transactions)
                        .withTableName("engine_lease")
                        .usingDbTime()
                        .build()),
                leaseKeeper);
    }

    /** Scheduled work; tests switch it off and call what they need. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableSchedulerLock(defaultLockAtMostFor = "PT1M")
    @ConditionalOnProperty(name = "mingjing.scheduling", havingValue = "true", matchIfMissing = true)
    static class Schedule {}
}
