package io.mingjing.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.AutoMappingUnknownColumnBehavior;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The module's own migrations in a database of their own, and what was read from it. */
public final class TimeFixture {

    static final SqlSession SESSION = open();
    static final TimeMapper MAPPER = SESSION.getMapper(TimeMapper.class);
    public static final TimeLimits LIMITS = new TimeLimits(MAPPER);

    private TimeFixture() {}

    private static SqlSession open() {
        DriverManagerDataSource source = new DriverManagerDataSource(
                "jdbc:h2:mem:time;MODE=MySQL;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1", "sa", "");
        ResourceDatabasePopulator populator = new ResourceDatabasePopulator(
                new ClassPathResource("db/migration/V202611211010__time_calendar.sql"),
                new ClassPathResource("db/migration/V202611211011__time_limit.sql"),
                new ClassPathResource("db/migration/V202611221200__time_limit_draft.sql"),
                new ClassPathResource("db/migration/V202611221100__time_calendar_import.sql"));
        populator.setSqlScriptEncoding(StandardCharsets.UTF_8.name());
        populator.execute(source);
        Configuration configuration = new Configuration(new Environment("time", new JdbcTransactionFactory(), source));
        configuration.setMapUnderscoreToCamelCase(true); // as in application.yml
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.setAutoMappingUnknownColumnBehavior(AutoMappingUnknownColumnBehavior.FAILING);
        configuration.addMapper(TimeMapper.class);
        return new SqlSessionFactoryBuilder().build(configuration).openSession();
    }

    static Explanations explanations() {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/time");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return explanations(messages);
    }

    public static Explanations explanations(MessageSource messages) {
        return new Explanations(messages, LIMITS);
    }

    /** A row of a CSV; quoted cells may hold commas. */
    static List<String[]> csv(String name) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/time", name)).stream()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request of a row {@code id,rule,start_date,pauses,extension_days,...}. */
    static LimitRequest request(String[] row) {
        return request(row[1], row[2], row[3], Integer.parseInt(row[4]));
    }

    static LimitRequest request(String rule, String start, String pauses, int extension) {
        return new LimitRequest(rule, LocalDate.parse(start), pauses(pauses), extension, null, null);
    }

    static List<Pause> pauses(String text) {
        List<Pause> pauses = new ArrayList<>();
        for (String pause : text.split(";")) {
            if (!pause.isBlank()) {
                int slash = pause.indexOf('/');
                pauses.add(new Pause(LocalDate.parse(pause.substring(0, slash)), date(pause.substring(slash + 1))));
            }
        }
        return pauses;
    }

    static @Nullable LocalDate date(String text) {
        return text.isBlank() ? null : LocalDate.parse(text);
    }
}
