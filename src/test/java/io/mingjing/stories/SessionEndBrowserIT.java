package io.mingjing.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** A session ends while somebody fills a form: after signing in again everything typed is there and goes on. */
@BrowserStory
class SessionEndBrowserIT {

    private static final String TITLE = "和平区养犬管理实施细则";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whatWasTypedIsStillThereAfterSigningInAgain(Browser browser) {
        try (Desk district = new Desk(browser, port, "organ-contact-2")) {
            district.start("recordReview", submission(LocalDate.now(clock)));
        }
        try (Desk officer = new Desk(browser, port, "filing-officer")) {
            officer.take(TITLE, "形式审查");
            officer.fill(Map.of("check", "REGISTER"));
            Page page = officer.page();
            page.fill("#mj-form [name=note]", "清单第三项缺页，已电话告知");

            jdbc.update("delete from web_session"); // as time does it
            page.locator("#mj-form .mj-form__foot button.mj-btn--primary").click();
            page.locator("#mj-relogin #login-box").waitFor();
            assertThat(page.locator("#mj-relogin")).isVisible();
            page.fill("#login-box-username", "filing-officer");
            page.fill("#login-box-password", Desk.PASSWORD);
            page.locator("#login-box button[type=submit]").click();

            assertThat(page.locator("#mj-form")).containsText("清单第三项缺页，已电话告知");
            page.locator(".mj-plan").waitFor();
            page.locator("#mj-form button:not(.mj-btn--primary)").click();
            assertThat(page.locator("#mj-form textarea[name=note]")).hasValue("清单第三项缺页，已电话告知");
            assertThat(page.locator("#mj-form input[type=radio][name=check][value=REGISTER]"))
                    .isChecked();

            page.fill("#mj-form textarea[name=note]", "清单第三项缺页，已补齐");
            page.locator("a[href$='?backfill']").click();
            assertThat(page.locator("#f-actedOn")).isFocused();
            assertThat(page.locator("#mj-form textarea[name=note]")).hasValue("清单第三项缺页，已补齐");

            twoChoicesWhileTheServerIsSlow(page);
            assertThat(officer.complaints()).noneMatch(text -> text.contains("status of 5"));
        }
    }

    /** The second choice counts, and the form asks for what belongs to it. */
    private static void twoChoicesWhileTheServerIsSlow(Page page) {
        page.route("**/form", route -> {
            page.waitForTimeout(400);
            route.resume();
        });
        page.locator("#mj-form [name=check][value=SUPPLEMENT]").check();
        page.locator("#mj-form [name=check][value=NOT_IN_CLASS]").check();
        page.locator("#mj-form [name=notInClassReason]").waitFor();
        assertThat(page.locator("#mj-form [name=check][value=NOT_IN_CLASS]")).isChecked();
        assertThat(page.locator("#mj-form [name=supplementItems]")).hasCount(0);
    }

    private Map<String, Object> submission(LocalDate today) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "filingOrgan",
                people.findByLogin("organ-contact-2").orElseThrow().organId());
        values.put("title", TITLE);
        values.put("documentNumber", "和政规〔2026〕9号");
        values.put("documentKind", "GOVERNMENT");
        values.put("publishedOn", today.minusDays(8).toString());
        values.put("effectiveOn", today.plusDays(20).toString());
        values.put("submittedOn", today.toString());
        values.put("pack", List.of("REPORT"));
        values.put("contactName", "郑晓岚");
        values.put("contactPhone", "024-0000052");
        return values;
    }
}
