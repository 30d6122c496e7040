package io.mingjing.casefile.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.testing.Axe;
import io.mingjing.testing.Browsers;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.time.TimeLimits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of the catalogue in a real browser: drafted by one person, published by another, without a fault for axe. */
@IntegrationTest
@ExtendWith(Browsers.class)
class LimitCatalogueBrowserIT {

    private static final String RULE = "ND-FIXREPORT";

    @Autowired
    ApplicationContext context;

    @Autowired
    TimeLimits time;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final List<String> console = new ArrayList<>();
    private final List<BrowserContext> sessions = new ArrayList<>();
    private Office office;

    @BeforeEach
    void anOffice() {
        office = Office.in(context);
    }

    @AfterEach
    void theCatalogueAsItWas() {
        sessions.forEach(BrowserContext::close);
        jdbc.update("update casefile_limit set state = 'CANCELLED' where rule = ?", RULE);
        jdbc.update("delete from time_limit_rule where id = ? and valid_from > '2024-11-01'", RULE);
        jdbc.update("update time_limit_rule set valid_to = null where id = ?", RULE);
        time.reload();
    }

    private Page signedIn(Browser browser, String name, Role role) {
        Actor person = office.person(name, office.districtBureau, role);
        BrowserContext session = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
        session.setDefaultTimeout(20_000);
        sessions.add(session);
        Page page = session.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                console.add(message.text());
            }
        });
        page.navigate(url("/login"));
        page.locator("input[name=username]").fill(office.account(person));
        page.locator("input[name=password]").fill(Office.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    @Test
    void anAdministratorDraftsAndAHeadOfUnitPublishesWhatTheExamplesConfirm(Browser browser) {
        String open = office.limit(office.caseOf(Area.FILING, office.district), RULE, LocalDate.of(2026, 4, 1));
        Page admin = signedIn(browser, "秦明", Role.ADMIN);
        admin.navigate(url("/admin/limits?q=" + RULE));
        assertThat(admin.locator("[aria-labelledby=rules-title] tbody tr")).hasCount(1);
        faultless(admin, "catalogue-list");
        admin.locator("[aria-labelledby=rules-title] td a").click();
        assertThat(admin.locator("main dl")).containsText("30日");
        faultless(admin, "catalogue-limit");
        admin.locator(".mj-pagehead a.mj-btn").click();
        admin.fill("#f-length", "20");
        admin.fill("#f-from", "2026-03-01");
        admin.fill("#f-remark", "条例修订");
        admin.locator("[name=exStart]").first().fill("2026-03-02");
        admin.locator("[name=exExpected]").first().fill("2026-03-22");
        admin.locator(".mj-form__foot button").click();
        admin.waitForURL(url -> url.contains("/drafts/"));
        assertThat(admin.locator("main")).containsText("不一致");
        assertThat(admin.locator("#moves")).containsText("2026-04-01");
        assertThat(admin.locator("#moves")).containsText("2026-03-23");
        admin.locator("[name=exExpected]").first().fill("2026-03-23");
        admin.locator(".mj-form__foot button").click();
        assertThat(admin.locator("#mj-notices")).containsText("草稿已保存");
        assertThat(admin.locator("main")).not().containsText("不一致");
        faultless(admin, "catalogue-draft");
        admin.fill("#f-red", "99");
        admin.locator(".mj-form__foot button").click();
        assertThat(admin.locator(".mj-errors")).containsText("红灯不能早于黄灯");
        assertThat(admin.locator("#f-red")).hasValue("99");
        String draft = admin.url();

        Page head = signedIn(browser, "周正", Role.UNIT_HEAD);
        head.navigate(url("/admin/limits"));
        assertThat(head.locator("main")).containsText("条例修订");
        head.navigate(draft);
        assertThat(head.locator("#f-length")).isDisabled();
        head.locator("form[action$=publish] button").click();
        assertThat(head.locator("#mj-notices")).containsText("已发布");
        assertThat(head.locator("main")).containsText("2026-02-28");
        assertThat(jdbc.queryForObject("select due_on from casefile_limit where id = ?", LocalDate.class, open))
                .isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(console).isEmpty();
    }

    @Test
    void aSupervisorSetsTheLightsOfTheOrganAndAnOfficerOnlyReads(Browser browser) {
        Page supervisor = signedIn(browser, "郑直", Role.SUPERVISOR);
        supervisor.navigate(url("/admin/limits/AR-INTAKE"));
        supervisor.fill("#l-yellow", "3");
        supervisor.fill("#l-red", "1");
        supervisor.locator(".mj-form__foot button").first().click();
        assertThat(supervisor.locator("#mj-notices")).containsText("亮灯天数已更新");
        assertThat(supervisor.locator("main")).containsText("本机关 3 / 1");
        faultless(supervisor, "catalogue-lights");
        supervisor.fill("#l-red", "4");
        supervisor.locator(".mj-form__foot button").first().click();
        assertThat(supervisor.locator(".mj-errors")).containsText("红灯不能早于黄灯");

        Page officer = signedIn(browser, "李军", Role.REVIEW_OFFICER);
        officer.navigate(url("/calculator"));
        officer.locator("a[href='/admin/limits']").click();
        assertThat(officer.locator("main")).containsText("AR-INTAKE");
        officer.navigate(url("/admin/limits/AR-INTAKE"));
        assertThat(officer.locator("#l-yellow")).hasCount(0);
        assertThat(officer.locator("form[action$=end]")).hasCount(0);
        assertThat(console).isEmpty();
    }

    private static void faultless(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/" + picture + ".png")));
        assertThat(Axe.serious(page)).isEmpty();
    }
}
