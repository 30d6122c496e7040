package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionTableTest {

    private static final Table TABLE = new Table("review/jurisdiction.dmn", "jurisdiction");

    /** Where the law gives the applicant a choice there are two. */
    @ParameterizedTest
    @CsvSource({
        "OWN_DEPARTMENT, THIS_GOVERNMENT/L24.1(1)",
        "LOWER_GOVERNMENT, THIS_GOVERNMENT/L24.1(2)",
        "DISPATCHED_ORGAN, THIS_GOVERNMENT/L24.1(3)",
        "AUTHORISED_ORGANISATION, THIS_GOVERNMENT/L24.1(4)",
        "FIELD_OFFICE, DEPARTMENT_GOVERNMENT/L24.4",
        "CITY_FIELD_OFFICE, DEPARTMENT_GOVERNMENT/L24.4 LOCAL_GOVERNMENT/L24.4",
        "VERTICAL, HIGHER_DEPARTMENT/L27",
        "JUSTICE_BUREAU, THIS_GOVERNMENT/L28 HIGHER_JUSTICE/L28",
        "COAST_GUARD, HIGHER_COAST_GUARD/REG75",
        "JOINT_WITH_VERTICAL, THIS_GOVERNMENT/REG32.2 HIGHER_DEPARTMENT/REG32.2"
    })
    void theOrganThatTheLawNamesIsCompetent(String makerKind, String organs) {
        assertThat(TABLE.evaluate(Map.of("makerKind", makerKind)))
                .extracting(row -> row.get("competent") + "/" + row.get("article"))
                .containsExactly(organs.split(" "));
    }

    @Test
    void nobodyIsNamedForAMakerThatTheTableDoesNotKnow() {
        assertThat(TABLE.evaluate(Map.of("makerKind", "COURT"))).isEmpty();
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }
}
