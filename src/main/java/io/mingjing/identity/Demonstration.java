package io.mingjing.identity;

import java.time.Clock;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With {@code mingjing.demo=true}: accounts whose password everybody knows, and so only on the evaluation database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("mingjing.demo")
class Demonstration {

    /** Runs before any other seed of the demonstration. */
    static final int ORDER = 10;

    /** Stops the start before the database is touched. */
    @Bean
    static BeanFactoryPostProcessor demonstrationGuard(Environment environment) {
        return beans -> requireEvaluationDatabase(environment.getProperty("spring.datasource.url", ""));
    }

    static void requireEvaluationDatabase(String url) {
        if (!url.startsWith("jdbc:h2:file:") && !url.startsWith("jdbc:h2:mem:")) {
            throw new DemonstrationRefused();
        }
    }

    @Bean
    DemoPeople demoPeople(
            OrganMapper organs,
            PersonMapper people,
            PasswordEncoder encoder,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        return new DemoPeople(organs, people, encoder, clock, events, new TransactionTemplate(transactions));
    }

    @Bean
    @Order(ORDER)
    ApplicationRunner demoPeopleSeed(DemoPeople demoPeople) {
        return arguments -> demoPeople.seed();
    }
}
