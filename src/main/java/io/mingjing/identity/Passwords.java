package io.mingjing.identity;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept and lock-out is timed. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    /** About a tenth of a second a guess. */
    private static final int STRENGTH = 11;

    /** The passwords of the demonstration are printed in its manual. */
    private static final int DEMO_STRENGTH = 4;

    @Bean
    PasswordEncoder passwordEncoder(@Value("${mingjing.demo:false}") boolean demo) {
        return new BCryptPasswordEncoder(demo ? DEMO_STRENGTH : STRENGTH);
    }

    @RealTime
    @Bean(defaultCandidate = false)
    Clock wallClock() {
        return Clock.systemUTC();
    }
}
