package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.mingjing.identity.People;
import io.mingjing.testing.BrowserStory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A district files a document within 15 days of publication; it is checked, reviewed, registered and listed. */
@BrowserStory
class FilingStoryBrowserIT {

    private static final String TITLE = "和安区老旧小区停车管理办法";
    private static final List<String> PACK = List.of(
            "REPORT",
            "TEXT_PAPER",
            "TEXT_ELECTRONIC",
            "EXPLANATION",
            "BASIS",
            "LEGALITY_OPINION",
            "COMMENT_SUMMARY",
            "FAIR_COMPETITION",
            "COLLECTIVE_MINUTES");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    @Test
    void aDocumentIsSubmittedCheckedReviewedAndListed(Browser browser) {
        LocalDate today = LocalDate.now(clock);
        try (Desk district = new Desk(browser, port, "organ-contact-2")) {
            district.start("recordReview", submission(today));
            assertThat(district.text()).contains(TITLE);
            district.shoot("filing-1-submitted");
            assertThat(district.complaints()).isEmpty();
        }
        try (Desk officer = new Desk(browser, port, "filing-officer")) {
            Map<String, Object> check = new LinkedHashMap<>();
            check.put("check", "REGISTER");
            check.put("packVerified", PACK);
            officer.complete(TITLE, "形式审查", check);
            officer.complete(TITLE, "备案审查", review());
        }
        try (Desk head = new Desk(browser, port, "unit-head")) {
            head.complete(TITLE, "备案登记审批", Map.of("result", "APPROVE", "opinion", "同意。"));
        }
        try (Desk officer = new Desk(browser, port, "filing-officer")) {
            officer.complete(TITLE, "制发备案登记通知", Map.of("copies", 2, "sealKeeper", "何静怡"));
            officer.take(TITLE, "送达备案登记通知");
            officer.serveAll(today.toString());
            officer.complete(Map.of());
            officer.open("/filing");
            assertThat(officer.text()).contains(TITLE).contains("盛政规备").contains("按时");
            officer.shoot("filing-2-register");
            assertThat(officer.complaints()).isEmpty();
        }
    }

    private Map<String, Object> submission(LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "filingOrgan",
                people.findByLogin("organ-contact-2").orElseThrow().organId());
        values.put("title", TITLE);
        values.put("documentNumber", "和政规〔2026〕8号");
        values.put("documentKind", "GOVERNMENT");
        values.put("publishedOn", today.minusDays(8).toString());
        values.put("effectiveOn", today.plusDays(20).toString());
        values.put("submittedOn", today.toString());
        values.put("pack", PACK);
        values.put("contactName", "郑晓岚");
        values.put("contactPhone", "024-0000052");
        return values;
    }

    private static Map<String, Object> review() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String point : List.of("power", "procedure", "content", "conflict", "propriety")) {
            values.put(point, "FINE");
        }
        values.put("conclusion", "LAWFUL");
        values.put("opinion", "合法，准予备案登记。");
        return values;
    }
}
