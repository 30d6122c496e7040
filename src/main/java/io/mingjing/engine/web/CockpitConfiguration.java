package io.mingjing.engine.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signs administrators in to Cockpit. Who may reach {@code /camunda/**} at all is decided by the security chain. */
@Configuration(proxyBeanMethods = false)
class CockpitConfiguration {

    /** After Spring Security, which stands at -100, and before Camunda's own authentication filter. */
    private static final int ORDER = 101;

    @Bean
    FilterRegistrationBean<CockpitFilter> cockpitFilter() {
        FilterRegistrationBean<CockpitFilter> registration = new FilterRegistrationBean<>(new CockpitFilter());
        registration.addInitParameter("authentication-provider", CockpitSignIn.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(ORDER);
        return registration;
    }
}
