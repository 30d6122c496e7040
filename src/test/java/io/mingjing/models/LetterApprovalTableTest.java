package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.shared.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterApprovalTableTest {

    private static final Table TABLE = new Table("letter/letter-approval.dmn", "letterApproval");

    @ParameterizedTest
    @CsvSource({
        "acceptance-notice, UNIT_HEAD",
        "reply-notice, UNIT_HEAD",
        "correction-notice, UNIT_HEAD",
        "informing-letter, UNIT_HEAD",
        "refusal, UNIT_HEAD ORGAN_HEAD",
        "decision, UNIT_HEAD ORGAN_HEAD",
        "stay-decision, UNIT_HEAD ORGAN_HEAD",
        "stay-lifting, UNIT_HEAD ORGAN_HEAD",
        "decision-correction, UNIT_HEAD ORGAN_HEAD",
        "opinion-letter, UNIT_HEAD ORGAN_HEAD",
        "advice-letter, UNIT_HEAD",
        "performance-order, UNIT_HEAD ORGAN_HEAD",
        "superior-copy, UNIT_HEAD ORGAN_HEAD",
        "interview-notice, UNIT_HEAD ORGAN_HEAD",
        "misconduct-transfer, UNIT_HEAD ORGAN_HEAD",
        "mediation-letter, UNIT_HEAD ORGAN_HEAD",
        "termination, UNIT_HEAD ORGAN_HEAD",
        "hearing-notice, UNIT_HEAD",
        "appraisal-entrustment, UNIT_HEAD",
        "inspection-notice, UNIT_HEAD",
        "recusal-answer, UNIT_HEAD",
        "third-party-notice, UNIT_HEAD",
        "suspension-notice, UNIT_HEAD ORGAN_HEAD",
        "resumption-notice, UNIT_HEAD ORGAN_HEAD",
        "dismissal, UNIT_HEAD ORGAN_HEAD",
        "elevation-notice, UNIT_HEAD",
        "extension-notice, UNIT_HEAD",
        "procedure-notice, UNIT_HEAD",
        "withdrawal-permission, UNIT_HEAD",
        "document-answer-notice, UNIT_HEAD ORGAN_HEAD",
        "document-transfer, UNIT_HEAD ORGAN_HEAD",
        "document-result, UNIT_HEAD ORGAN_HEAD",
        "supervision-order, UNIT_HEAD",
        "registration-notice, UNIT_HEAD",
        "supplement-notice, UNIT_HEAD"
    })
    void aLetterIsApprovedByItsLevelsInOrder(String letterType, String levels) {
        assertThat(levels(letterType)).isEqualTo(List.of(levels.split(" ")));
    }

    @Test
    void aReceiptOfServiceNeedsNoApproval() {
        assertThat(levels("service-receipt")).isEmpty();
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }

    private static List<String> levels(String letterType) {
        return TABLE.evaluate(Map.of("letterType", letterType)).stream()
                .sorted(Comparator.comparing(row -> ((Number) Objects.requireNonNull(row.get("order"))).intValue()))
                .map(row -> Role.valueOf((String) Objects.requireNonNull(row.get("level")))
                        .name())
                .toList();
    }
}
