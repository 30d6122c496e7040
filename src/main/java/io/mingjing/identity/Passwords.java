package io.mingjing.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: BCrypt, about a tenth of a second; in the demonstration as fast as it goes. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    @Bean
    PasswordEncoder passwordEncoder(@Value("${mingjing.demo:false}") boolean demo) {
        return new BCryptPasswordEncoder(demo ? 4 : 11);
    }
}
