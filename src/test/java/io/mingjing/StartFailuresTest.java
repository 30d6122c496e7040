package io.mingjing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartFailuresTest {

    private final StartFailures failures = new StartFailures();

    @Test
    void aLockedDatabaseIsToldInBothLanguagesHoweverDeepItSits() {
        FailureAnalysis told = requireNonNull(failures.analyze(
                new IllegalStateException(new RuntimeException(new SQLException("locked", "90020", 90020)))));

        assertThat(told.getDescription()).contains("占用", "in use");
        assertThat(told.getAction()).contains("--spring.datasource.url");
    }

    @Test
    void aWrongZoneNamesItselfAndTheCure() {
        FailureAnalysis told = requireNonNull(failures.analyze(new WrongTimeZone("UTC")));

        assertThat(told.getDescription()).contains("UTC", "Asia/Shanghai");
        assertThat(told.getAction()).contains("-Duser.timezone=Asia/Shanghai");
    }

    @Test
    void otherFailuresAreLeftToOthers() {
        assertThat(failures.analyze(new IllegalStateException(new SQLException("gone", "08000", 90121))))
                .isNull();
    }

    @Test
    void theCodeIsTheOneThatH2GivesForALockedFile() {
        assertThat(ErrorCode.DATABASE_ALREADY_OPEN_1).isEqualTo(90020);
    }
}
