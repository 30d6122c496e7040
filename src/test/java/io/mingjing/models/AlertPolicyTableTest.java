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

    /** Each alert is written as day:receiver/way/level, with a ! where the law itself speaks of the date. */
    @ParameterizedTest
    @CsvSource({
        "LIMIT_YELLOW, REVIEW, AR-DECIDE-ORD, 0:HANDLER/APP/NOTICE!",
        "LIMIT_YELLOW, FILING, ND-SUPP, 0:HANDLER/APP/NOTICE!",
        "LIMIT_YELLOW, SUPERVISION, SO-REPLY, 0:ORGAN_CONTACT/APP/NOTICE",
        "LIMIT_RED, REVIEW, AR-INTAKE, 0:HANDLER/BOTH/WARNING! 0:UNIT_HEAD/APP/WARNING!",
        "LIMIT_RED, REVIEW, AR-DECIDE-ORD, 0:HANDLER/BOTH/WARNING! 0:LEADER/BOTH/WARNING! 0:UNIT_HEAD/APP/WARNING!",
        "LIMIT_RED, REVIEW, AR-REPLY-ORD, 0:HANDLER/BOTH/WARNING! 0:ORGAN_CONTACT/BOTH/WARNING! 0:UNIT_HEAD/APP/WARNING!",
        "LIMIT_RED, SUPERVISION, SO-REPLY, 0:ORGAN_CONTACT/BOTH/WARNING 0:SUPERVISOR/BOTH/WARNING",
        "LIMIT_OVERDUE, REVIEW, AR-INTAKE, 0:HANDLER/BOTH/URGENT! 0:UNIT_HEAD/BOTH/URGENT! 3:LEADER/BOTH/URGENT!",
        "LIMIT_OVERDUE, REVIEW, AR-DECIDE-SIM, 0:HANDLER/BOTH/URGENT! 0:UNIT_HEAD/BOTH/URGENT! 3:LEADER/BOTH/URGENT!",
        "LIMIT_OVERDUE, REVIEW, AR-RELAY, 0:HANDLER/BOTH/URGENT! 0:UNIT_HEAD/BOTH/URGENT! 3:LEADER/BOTH/URGENT!",
        "REPLY_MISSING, REVIEW, AR-REPLY-ORD, 0:HANDLER/BOTH/URGENT! 0:ORGAN_CONTACT/BOTH/URGENT!",
        "REPLY_MISSING, SUPERVISION, SO-REPLY, 0:ORGAN_CONTACT/BOTH/URGENT 0:SUPERVISOR/BOTH/URGENT 3:ORGAN_HEAD/BOTH/URGENT 3:UNIT_HEAD/BOTH/URGENT 5:LEADER/BOTH/URGENT",
        "REPLY_MISSING, FILING, ND-SUPP, 0:HANDLER/APP/WARNING!",
        "LETTER_UNSERVED, REVIEW, acceptance-notice, 3:HANDLER/BOTH/WARNING 5:UNIT_HEAD/BOTH/WARNING",
        "TASK_UNCLAIMED, REVIEW, REVIEW_OFFICER, 2:UNIT_HEAD/BOTH/WARNING 5:LEADER/APP/WARNING",
        "TASK_UNCLAIMED, FILING, ORGAN_CONTACT, 2:ORGAN_CONTACT/BOTH/WARNING 4:ORGAN_HEAD/BOTH/WARNING",
        "ORDER_UNSIGNED, SUPERVISION, ORGAN_CONTACT, 1:ORGAN_CONTACT/BOTH/WARNING 1:SUPERVISOR/APP/NOTICE 2:ORGAN_HEAD/BOTH/WARNING 3:UNIT_HEAD/BOTH/WARNING",
        "PROVISIONAL_NEAR, REVIEW, AR-DECIDE-ORD, -10:HANDLER/APP/NOTICE",
        "ARCHIVE_DUE, REVIEW, '', -30:HANDLER/BOTH/WARNING 1:HANDLER/BOTH/URGENT 1:UNIT_HEAD/BOTH/URGENT",
        "TASK_URGED, REVIEW, REVIEW_OFFICER, 0:URGED/BOTH/WARNING",
        "ENGINE_INCIDENT, REVIEW, '', 0:ADMIN/BOTH/URGENT 1:UNIT_HEAD/APP/WARNING"
    })
    void anAlertReachesThoseWhoCanStillActAndThenTheNextLevel(String kind, String area, String rule, String alerts) {
        assertThat(alerts(kind, area, rule)).containsExactlyInAnyOrder(alerts.split(" "));
    }

    @Test
    void theTimeForSelfCorrectionEndsWithThatForRelayingAndIsNotToldTwice() {
        assertThat(alerts("LIMIT_RED", "REVIEW", "AR-SELFFIX")).isEmpty();
        assertThat(alerts("LIMIT_OVERDUE", "REVIEW", "AR-SELFFIX")).isEmpty();
    }

    @Test
    void nobodyIsToldOfAKindThatThePolicyDoesNotKnow() {
        assertThat(alerts("UNKNOWN", "REVIEW", "AR-INTAKE")).isEmpty();
    }

    @AfterAll
    static void everyRowWasHit() {
        assertThat(TABLE.hit()).isEqualTo(TABLE.rows());
    }

    private static List<String> alerts(String kind, String area, String rule) {
        return TABLE.evaluate(Map.of("kind", kind, "area", area, "rule", rule)).stream()
                .map(row -> row.get("after") + ":" + row.get("receiver") + "/" + row.get("way") + "/" + row.get("level")
                        + (Boolean.TRUE.equals(row.get("statutory")) ? "!" : ""))
                .toList();
    }
}
