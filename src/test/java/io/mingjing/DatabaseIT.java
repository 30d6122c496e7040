package io.mingjing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.testing.IntegrationTest;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each database must make of what the driver sends it under our options (ADR 5). */
@IntegrationTest
class DatabaseIT {

    @Autowired
    JdbcTemplate jdbc;

    /** On 2038-01-19 the seconds of a TIMESTAMP are used up. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T01:00:00Z", "2038-01-19T04:00:00Z", "2099-12-31T15:59:59Z"})
    void anInstantIsKeptHoweverFarAway(String at) {
        Timestamp instant = Timestamp.from(Instant.parse(at));

        assertThat(jdbc.queryForObject("select cast(? as datetime)", Timestamp.class, instant))
                .isEqualTo(instant);
    }

    @Test
    void anInstantIsComparedHoweverFarAway() {
        assertThat(jdbc.queryForObject(
                        "select count(*) from identity_organ where cast('2030-01-01 00:00:00' as datetime) < ?",
                        Long.class,
                        Timestamp.from(Instant.parse("2099-01-01T00:00:00Z"))))
                .isPositive();
    }
}
