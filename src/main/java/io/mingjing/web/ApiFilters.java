package io.mingjing.web;

import io.mingjing.identity.RealTime;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Filters of the API that need the database; a configuration, so that a slice test of one page starts without them. */
@Configuration(proxyBeanMethods = false)
class ApiFilters {

    @Bean
    Idempotency idempotency(
            IdempotencyMapper mapper,
            PlatformTransactionManager transactions,
            @RealTime Clock realTime,
            ApiFaults faults) {
        return new Idempotency(mapper, transactions, realTime, faults);
    }
}
