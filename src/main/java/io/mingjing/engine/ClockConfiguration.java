package io.mingjing.engine;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    DrivenClock clock() {
        return new DrivenClock(Clock.system(Timekeeper.ZONE));
    }
}
