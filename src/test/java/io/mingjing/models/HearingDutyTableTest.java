package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HearingDutyTableTest {

    private static final Table TABLE = new Table("review/hearing-duty.dmn", "hearingDuty");

    @ParameterizedTest
    @CsvSource({
        "NATIONAL_INTEREST, COMPULSORY",
        "GROUP_DISPUTE, COMPULSORY",
        "NEW_BUSINESS, COMPULSORY",
        "DOUBTFUL_EVIDENCE, COMPULSORY",
        "COMPLEX_RELATIONS, COMPULSORY",
        "OTHER_MAJOR, COMPULSORY",
        "PARTY_REQUEST, OPTIONAL",
        "USEFUL, OPTIONAL"
    })
    void majorDifficultAndComplexCasesMustBeHeard(String ground, String duty) {
        assertThat(TABLE.evaluate(Map.of("ground", ground)))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("duty", duty));
    }

    @Test
    void anUnknownGroundObligesToNothing() {
        assertThat(TABLE.evaluate(Map.of("ground", "NONE"))).isEmpty();
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }
}
