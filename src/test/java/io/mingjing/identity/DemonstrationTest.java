package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemonstrationTest {

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/mingjing", "jdbc:mariadb://db/mingjing", "jdbc:h2:tcp://db/mingjing", ""})
    void otherDatabasesAreRefused(String url) {
        assertThatThrownBy(() -> Demonstration.requireEvaluationDatabase(url)).isInstanceOf(DemonstrationRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:./data/mingjing;MODE=MySQL", "jdbc:h2:mem:demo"})
    void evaluationDatabaseIsTaken(String url) {
        assertThatCode(() -> Demonstration.requireEvaluationDatabase(url)).doesNotThrowAnyException();
    }
}
