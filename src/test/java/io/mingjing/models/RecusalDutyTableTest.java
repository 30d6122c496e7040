package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecusalDutyTableTest {

    private static final Table TABLE = new Table("review/recusal.dmn", "recusalDuty");

    @ParameterizedTest
    @CsvSource({
        "INTEREST, APPLICANT, MUST, GWY_76_1",
        "INTEREST, RESPONDENT, MUST, GWY_76_1",
        "RELATIVE, THIRD_PARTY, MUST, GWY_76_2",
        "RELATIVE, AGENT, MUST, GWY_76_3",
        "HANDLED_ACT, ACT, MUST, GWY_76_3",
        "INTEREST, AGENT, MAY, GWY_76_3",
        "OTHER, APPLICANT, MAY, GWY_76_3",
        "OTHER, AGENT, MAY, GWY_76_3",
        "NONE, APPLICANT, NONE, GWY_76"
    })
    void theRelationDecidesWhoMustWithdraw(String relation, String role, String duty, String article) {
        assertThat(TABLE.evaluate(Map.of("relation", relation, "role", role)))
                .containsExactly(Map.of("duty", duty, "article", article));
    }

    @Test
    void anUnknownRelationObligesToNothing() {
        assertThat(TABLE.evaluate(Map.of("relation", "NEIGHBOUR", "role", "APPLICANT")))
                .isEmpty();
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }
}
