package io.mingjing.bench;

import io.mingjing.Mingjing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a database of the measurement, on a port the system chooses. */
public final class Application {

    private Application() {}

    /**
     * Starts it with an empty office, driven time (2026-03-02, standing) and nothing that runs by schedule, as the
     * integration tests do.
     *
     * @param more further properties, as {@code name=value}
     */
    public static ConfigurableApplicationContext start(String jdbcUrl, String... more) {
        TimeZone.setDefault(TimeZone.getTimeZone(Mingjing.ZONE));
        String work = Path.of("target", "bench").toString();
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=it",
                "--spring.datasource.url=" + jdbcUrl,
                "--server.port=0",
                "--mingjing.files=" + work + "/files",
                "--mingjing.key-file=" + work + "/personal.keys",
                "--logging.level.root=warn"));
        for (String property : more) {
            arguments.add("--" + property);
        }
        return new SpringApplicationBuilder(Mingjing.class).run(arguments.toArray(String[]::new));
    }

    /** A knob of a measurement: a system property with a default. */
    public static String knob(String name, String standard) {
        return System.getProperty(name, standard);
    }
}
