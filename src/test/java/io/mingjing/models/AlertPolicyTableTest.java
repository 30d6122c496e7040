package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPolicyTableTest {

    private static final Table TABLE = new Table("alert/alert-policy.dmn", "alertPolicy");

    /** Each alert is written as receiver/way/level, with a ! where the law itself speaks of the date. */
    @ParameterizedTest
    @CsvSource({
        "LIMIT_YELLOW, REVIEW, AR-DECIDE-ORD, -10, HANDLER/APP/NOTICE!",
        "LIMIT_YELLOW, FILING, ND-SUPP, -3, HANDLER/APP/NOTICE!",
        "LIMIT_YELLOW, SUPERVISION, SO-REPLY, -2, ORGAN_CONTACT/APP/NOTICE",
        "LIMIT_RED, REVIEW, AR-INTAKE, -1, HANDLER/BOTH/WARNING! UNIT_HEAD/APP/WARNING!",
        "LIMIT_RED, REVIEW, AR-INTAKE, 0, HANDLER/BOTH/WARNING! UNIT_HEAD/APP/WARNING!",
        "LIMIT_RED, REVIEW, AR-INTAKE, 1, HANDLER/BOTH/WARNING!",
        "LIMIT_OVERDUE, REVIEW, AR-INTAKE, 1, HANDLER/BOTH/URGENT! UNIT_HEAD/BOTH/URGENT!",
        "LIMIT_OVERDUE, REVIEW, AR-DECIDE-ORD, 1, HANDLER/BOTH/URGENT! SUPERVISOR/BOTH/URGENT! UNIT_HEAD/BOTH/URGENT!",
        "LIMIT_RED, REVIEW, AR-DECIDE-ORD, -3, HANDLER/BOTH/WARNING! SUPERVISOR/BOTH/WARNING! UNIT_HEAD/APP/WARNING!",
        "LIMIT_RED, REVIEW, AR-DECIDE-SIM, 2, HANDLER/BOTH/WARNING! SUPERVISOR/BOTH/WARNING!",
        "LIMIT_RED, REVIEW, AR-REPLY-ORD, -1, HANDLER/BOTH/WARNING! ORGAN_CONTACT/BOTH/WARNING! UNIT_HEAD/APP/WARNING!",
        "LIMIT_RED, SUPERVISION, SO-REPLY, -1, ORGAN_CONTACT/BOTH/WARNING SUPERVISOR/BOTH/WARNING",
        "LIMIT_RED, SUPERVISION, SUP-LETTER, 1, ORGAN_CONTACT/BOTH/WARNING SUPERVISOR/BOTH/WARNING",
        "REPLY_MISSING, REVIEW, AR-REPLY-ORD, 1, HANDLER/BOTH/URGENT! ORGAN_CONTACT/BOTH/URGENT!",
        "REPLY_MISSING, SUPERVISION, SO-REPLY, 1, ORGAN_CONTACT/BOTH/URGENT SUPERVISOR/BOTH/URGENT",
        "REPLY_MISSING, SUPERVISION, SO-REPLY, 3, ORGAN_CONTACT/BOTH/URGENT SUPERVISOR/BOTH/URGENT UNIT_HEAD/BOTH/URGENT",
        "REPLY_MISSING, FILING, ND-SUPP, 1, HANDLER/APP/WARNING!",
        "LETTER_UNSERVED, REVIEW, '', 4, HANDLER/APP/NOTICE",
        "LETTER_UNSERVED, FILING, '', 5, HANDLER/BOTH/WARNING UNIT_HEAD/APP/WARNING",
        "TASK_UNCLAIMED, REVIEW, '', 2, UNIT_HEAD/APP/NOTICE",
        "TASK_UNCLAIMED, SUPERVISION, '', 3, UNIT_HEAD/BOTH/WARNING",
        "ORDER_UNSIGNED, SUPERVISION, SO-REPLY, 1, ORGAN_CONTACT/BOTH/WARNING SUPERVISOR/APP/NOTICE",
        "ORDER_UNSIGNED, SUPERVISION, SO-REPLY, 2, ORGAN_CONTACT/BOTH/WARNING SUPERVISOR/BOTH/WARNING"
    })
    void anAlertReachesThoseWhoCanStillAct(String kind, String area, String rule, int daysOver, String alerts) {
        assertThat(alerts(kind, area, rule, daysOver)).containsExactlyInAnyOrder(alerts.split(" "));
    }

    @Test
    void nobodyIsToldOfAKindThatThePolicyDoesNotKnow() {
        assertThat(alerts("UNKNOWN", "REVIEW", "AR-INTAKE", 1)).isEmpty();
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }

    private static List<String> alerts(String kind, String area, String rule, int daysOver) {
        return TABLE.evaluate(Map.of("kind", kind, "area", area, "rule", rule, "daysOver", daysOver)).stream()
                .map(row -> row.get("receiver") + "/" + row.get("way") + "/" + row.get("level")
                        + (Boolean.TRUE.equals(row.get("statutory")) ? "!" : ""))
                .toList();
    }
}
