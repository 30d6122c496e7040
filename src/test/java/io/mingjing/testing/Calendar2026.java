package io.mingjing.testing;

import io.mingjing.time.TimeLimits;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes back, after a test, what it has published: the database is shared with tests that know no notice of 2027. */
public final class Calendar2026 {

    private static final String VERSION = "2026.4";

    private Calendar2026() {}

    public static void restore(ApplicationContext context) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        jdbc.update("delete from casefile_redating_move");
        jdbc.update("delete from casefile_redating");
        jdbc.update("delete from time_calendar_day where calendar_year > 2026 or version > 1");
        jdbc.update("delete from time_calendar_year where calendar_year > 2026 or version > 1");
        jdbc.update("update casefile_limit set calendar_version = ? where calendar_version <> ?", VERSION, VERSION);
        context.getBean(TimeLimits.class).reload();
    }
}
