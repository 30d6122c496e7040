package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.People;
import io.mingjing.testing.Axe;
import io.mingjing.testing.BrowserStory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two neighbours apply together: the desk registers the first and adds the second right after. */
@BrowserStory
class PartiesBrowserIT {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Parties parties;

    @Autowired
    private Clock clock;

    @Test
    void theDeskAddsTheSecondApplicantRightAfterRegistration(Browser browser) {
        try (Desk clerk = new Desk(browser, port, "intake-clerk")) {
            String caseId = clerk.start("administrativeReview", application());
            Page page = clerk.page();
            page.locator(".mj-notice--done a[href$='/parties/new']").click();
            page.locator("#p-name").waitFor();
            accessible(page);
            page.fill("#p-name", "邻居乙");
            page.locator("main button[type=submit]").first().click();
            page.waitForURL(url -> url.endsWith("/parties"));
            assertThat(clerk.text()).contains("邻居乙");
            accessible(page);

            Party second = parties.of(caseId, PartyRole.APPLICANT).get(1);
            clerk.open("/cases/" + caseId + "/parties/" + second.id());
            accessible(page);
            clerk.open("/cases/" + caseId + "/title");
            accessible(page);
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    private static void accessible(Page page) {
        assertThat(Axe.any(page)).as("axe on %s", page.url()).isEmpty();
    }

    private Map<String, Object> application() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("receivedOn", LocalDate.now(clock).toString());
        values.put("applicantKind", "PERSON");
        values.put("applicantName", "邻居甲");
        values.put("applicantPhone", "13900004321");
        values.put("applicantAddress", "盛阳市和安区槐荫路18号");
        values.put(
                "respondentOrgan",
                people.findByLogin("organ-contact").orElseThrow().organId());
        values.put("actKind", "PENALTY");
        values.put("actName", "城管罚字〔2026〕9号行政处罚决定");
        values.put("requests", "请求撤销该处罚决定。");
        values.put("reasons", "处罚前没有告知。");
        return values;
    }
}
