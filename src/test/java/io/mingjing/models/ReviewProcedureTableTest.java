package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewProcedureTableTest {

    private static final Table TABLE = new Table("review/review-procedure.dmn", "reviewProcedure");

    @ParameterizedTest
    @CsvSource({
        "clear onTheSpot, -1, SIMPLIFIED ON_THE_SPOT",
        "clear warning, -1, SIMPLIFIED WARNING",
        "clear, 3000, SIMPLIFIED AMOUNT",
        "clear, 0, SIMPLIFIED AMOUNT",
        "clear, 3000.01, ORDINARY NONE",
        "clear information, -1, SIMPLIFIED INFORMATION",
        "allAgree, 500000, SIMPLIFIED ALL_AGREE",
        "onTheSpot warning information, 200, ORDINARY NONE",
        "clear, -1, ORDINARY NONE"
    })
    void theSimplifiedProcedureNeedsClarityAndAGroundOrTheAgreementOfAll(String facts, double amount, String answer) {
        List<String> known = List.of(facts.split(" "));
        Map<String, Object> inputs = new HashMap<>();
        for (String fact : List.of("clear", "onTheSpot", "warning", "information", "allAgree")) {
            inputs.put(fact, known.contains(fact));
        }
        inputs.put("amount", amount);
        assertThat(TABLE.evaluate(inputs))
                .singleElement()
                .satisfies(row -> assertThat(row.get("procedure") + " " + row.get("ground"))
                        .isEqualTo(answer));
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }
}
