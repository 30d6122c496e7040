package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.identity.People;
import io.mingjing.testing.BrowserStory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * A department's head did not appear in court: red light, order, reply limit passed once with its alert by mail and in the
 * application, reply, review, closed.
 */
@BrowserStory
class SupervisionStoryBrowserIT {

    private static final String SUBJECT = "负责人未出庭应诉（供热管网案）";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Clock clock;

    @Test
    void aRedLightBecomesAnOrderThatIsOverdueThenAnsweredAndClosed(Browser browser) {
        String caseId;
        try (Desk supervisor = new Desk(browser, port, "supervisor")) {
            caseId = supervisor.start("supervisionOrder", redLight());
            supervisor.complete(SUBJECT, "拟制督办单", order());
            supervisor.open("/supervision");
            assertThat(supervisor.text()).contains(SUBJECT);
            supervisor.shoot("supervision-1-board");
        }
        try (Desk head = new Desk(browser, port, "unit-head")) {
            head.complete(SUBJECT, "督办单审批", Map.of("result", "APPROVE", "opinion", "同意。"));
        }
        try (Desk supervisor = new Desk(browser, port, "supervisor")) {
            supervisor.complete(SUBJECT, "制发督办单", Map.of("copies", 2, "sealKeeper", "何静怡"));
            supervisor.take(SUBJECT, "送达督办单");
            supervisor.serveAll(today().toString());
            supervisor.complete(Map.of());
        }
        try (Desk contact = new Desk(browser, port, "organ-contact")) {
            Map<String, Object> signed = new LinkedHashMap<>();
            signed.put("signedBy", "孙立");
            signed.put("signedOn", today().toString());
            signed.put("assignedTo", "法规科");
            contact.complete(SUBJECT, "签收督办单", signed);
        }
        LocalDate due = limits.of(caseId).stream()
                .filter(limit -> limit.rule().equals("SO-REPLY"))
                .map(CaseLimit::dueOn)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
        moveTo(due.plusDays(1) + "T09:00:00");
        try (Desk supervisor = new Desk(browser, port, "supervisor")) {
            supervisor.open("/messages");
            assertThat(supervisor.text()).contains("逾期未回复");
            supervisor.shoot("supervision-2-messages");
            supervisor.open("/demo/mailbox");
            supervisor.page().waitForCondition(() -> {
                supervisor.page().reload();
                return supervisor.text().contains("盛政监");
            });
            supervisor.shoot("supervision-3-mailbox");
            supervisor.open("/cases/" + caseId + "/timeline");
            assertThat(supervisor.text()).contains("督办单逾期未回复");
        }
        try (Desk contact = new Desk(browser, port, "organ-contact")) {
            contact.complete(SUBJECT, "报送整改情况", reply());
        }
        try (Desk supervisor = new Desk(browser, port, "supervisor")) {
            supervisor.complete(SUBJECT, "复核整改情况", Map.of("review", "PASS", "opinion", "原因已查清，同意销号。"));
            supervisor.open("/supervision");
            assertThat(supervisor.complaints()).isEmpty();
            supervisor.open("/cases/" + caseId);
            assertThat(supervisor.text()).contains("整改完成");
            supervisor.shoot("supervision-4-closed");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void moveTo(String now) {
        RestClient.create("http://127.0.0.1:" + port)
                .put()
                .uri("/api/v1/demo/clock")
                .headers(headers -> headers.setBasicAuth("admin", Desk.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("now", now))
                .retrieve()
                .toBodilessEntity();
    }

    private Map<String, Object> redLight() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "responsibleOrgan",
                people.findByLogin("organ-contact").orElseThrow().organId());
        values.put("subject", SUBJECT);
        values.put("trigger", "NON_APPEARANCE");
        values.put("redOn", today().toString());
        values.put("sourceCase", "（2026）盛01行初51号");
        values.put("facts", "开庭时该单位负责人未出庭，也未说明理由。");
        return values;
    }

    private static Map<String, Object> order() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("subject", SUBJECT);
        values.put("urgency", "ORDINARY");
        values.put("facts", "开庭时该单位负责人未出庭，也未说明理由。");
        values.put("basis", "《中华人民共和国行政诉讼法》第三条第三款");
        values.put("requirements", "查明原因，提出整改措施并报送整改情况。");
        values.put("replyLength", 5);
        values.put("replyUnit", "WORKING_DAY");
        values.put("contact", "韩冬梅 024-0000031");
        return values;
    }

    private static Map<String, Object> reply() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("causeCode", "COORDINATION");
        values.put("causeText", "开庭通知转办不及时。");
        values.put("measures", "建立开庭通知当日登记转办制度，明确固定替补。");
        values.put("personResponsible", "孙立");
        values.put("personInCharge", "林国栋");
        values.put("contactPhone", "024-0000025");
        return values;
    }
}
