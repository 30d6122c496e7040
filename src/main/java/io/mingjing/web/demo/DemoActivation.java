package io.mingjing.web.demo;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Switches the demonstration on while nobody has named a database, or where {@code mingjing.demo=true} asks for it. A
 * demonstration drives its own time and listens on loopback only.
 */
class DemoActivation implements EnvironmentPostProcessor, Ordered {

    static final String DEMO = "mingjing.demo";

    /** First day of the demo city's life; its seed then lives on to the story day. */
    static final String FIRST_DAY = "2026-08-03T09:00:00";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty("spring.datasource.url", "");
        boolean embedded = url.equals(environment.getProperty("mingjing.embedded-url"));
        if (!environment.getProperty(DEMO, Boolean.class, embedded)) {
            return;
        }
        Map<String, Object> demo = new HashMap<>();
        demo.put(DEMO, "true");
        demo.put("mingjing.driven-time.enabled", "true");
        demo.put("mingjing.driven-time.start", FIRST_DAY);
        demo.put("server.address", "127.0.0.1");
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("mingjing-demo", demo));
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
