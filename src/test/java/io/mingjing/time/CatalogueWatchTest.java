package io.mingjing.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What another node has published reaches this one. */
class CatalogueWatchTest {

    private final SqlSession session = TimeFixture.SESSION;

    @AfterEach
    void takeItBack() {
        session.rollback(true);
        session.clearCache();
    }

    @Test
    void aVersionThatAnotherNodePublishedIsTakenUp() throws Exception {
        TimeLimits here = new TimeLimits(TimeFixture.MAPPER);
        LocalDate from = LocalDate.of(2030, 1, 1);
        try (var statement = session.getConnection().createStatement()) {
            statement.execute("""
                    insert into time_limit_rule select id, date '2030-01-01', null, position, 9, lead_length, method, unit,
                      max_extension, extension_free, pausable, article, basis, basis_en, meaning, meaning_en, start_event,
                      start_event_en, on_lapse, yellow, red, null from time_limit_rule where id = 'AR-INTAKE'
                    """);
            statement.execute("""
                    insert into time_limit_draft select '1', 'VERSION', 'PUBLISHED', id, null, date '2030-01-01', null, 9,
                      lead_length, method, unit, max_extension, extension_free, pausable, article, basis, basis_en, meaning,
                      meaning_en, start_event, start_event_en, on_lapse, yellow, red, 'law', 'a', 'a', 'a',
                      timestamp '2026-01-01 00:00:00', null, null, null, 1
                      from time_limit_rule where id = 'AR-INTAKE' and valid_from < date '2030-01-01'
                    """);
        }
        session.clearCache();
        assertThat(here.rule("AR-INTAKE", from).length()).isEqualTo(5);

        new CalendarWatch(TimeFixture.MAPPER, here).look();

        assertThat(here.rule("AR-INTAKE", from).length()).isEqualTo(9);
        assertThat(here.rule("AR-INTAKE", from.minusDays(1)).length()).isEqualTo(5);
    }
}
