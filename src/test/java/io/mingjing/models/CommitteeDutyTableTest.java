package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitteeDutyTableTest {

    private static final Table TABLE = new Table("review/committee-duty.dmn", "committeeDuty");

    @ParameterizedTest
    @CsvSource({
        "true, false, false, false, MAJOR, L52_2_1",
        "false, true, false, false, SPECIALISED, L52_2_2",
        "false, false, true, false, OWN_ACT, L52_2_3",
        "false, false, false, true, NEEDED, L52_2_4"
    })
    void eachGroundOfTheLawObligesWithItsItem(
            boolean major, boolean specialised, boolean ownAct, boolean needed, String ground, String article) {
        assertThat(TABLE.evaluate(
                        Map.of("major", major, "specialised", specialised, "ownAct", ownAct, "needed", needed)))
                .containsExactly(Map.of("duty", "COMPULSORY", "ground", ground, "article", article));
    }

    @Test
    void aCaseWithNoneOfThemMayBePutToTheCommittee() {
        assertThat(TABLE.evaluate(Map.of("major", false, "specialised", false, "ownAct", false, "needed", false)))
                .containsExactly(Map.of("duty", "OPTIONAL", "ground", "NONE", "article", "L52_2"));
    }

    @Test
    void severalGroundsAreAllNamed() {
        assertThat(TABLE.evaluate(Map.of("major", true, "specialised", true, "ownAct", false, "needed", false)))
                .extracting(row -> row.get("ground"))
                .containsExactly("MAJOR", "SPECIALISED");
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }
}
