package io.mingjing.identity;

import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people and organs of {@link DemoPeople} in the database of every integration test, whatever database that is:
 * sign in as {@code review-officer} with {@link DemoPeople#PASSWORD}. Found by the component scan.
 */
@Configuration(proxyBeanMethods = false)
@Profile("it")
class DemoOffice {

    @Bean
    SmartInitializingSingleton demoOfficeOpens(
            OrganMapper organs,
            PersonMapper people,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        DemoPeople office = new DemoPeople(
                organs, people, new BCryptPasswordEncoder(4), clock, events, new TransactionTemplate(transactions));
        return office::seed;
    }
}
