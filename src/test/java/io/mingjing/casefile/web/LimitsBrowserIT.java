package io.mingjing.casefile.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseWorld;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.testing.Browsers;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The limits of a case and the health of the clocks in a real browser, by keyboard, under the strict policy. */
@IntegrationTest
@ExtendWith(Browsers.class)
class LimitsBrowserIT {

    @Autowired
    private Organs organs;

    @Autowired
    private People people;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private LimitActs acts;

    @LocalServerPort
    private int port;

    private final List<String> console = new ArrayList<>();
    private CaseWorld world;
    private BrowserContext session;
    private Page page;
    private String caseId;
    private String limitId;

    @BeforeEach
    void aRunningLimit(Browser browser) {
        world = new CaseWorld(organs, people);
        CaseFile file = cases.register(world.review("浏览器"), world.clerk);
        caseId = file.id();
        cases.setKeyDate(caseId, "accepted", LocalDate.of(2026, 2, 2), world.officer);
        limitId = acts.start(caseId, "AR-DECIDE-ORD", "accepted", null, null, world.officer)
                .id();
        session = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
        session.setDefaultTimeout(20_000);
        page = session.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                console.add(message.text());
            }
        });
    }

    @AfterEach
    void leave() {
        session.close();
        assertThat(console).isEmpty();
    }

    @Test
    void theHeadTriesAnExtensionAndGrantsItByKeyboard() {
        signIn(world.unitHead);
        page.navigate(url("/cases/" + caseId + "/limits"));
        page.locator("[data-mj-open='extend-" + limitId + "']").focus();
        page.keyboard().press("Enter");
        Locator dialog = page.locator("#extend-" + limitId);
        assertThat(dialog).isVisible();
        dialog.locator("[name=days]").first().focus();
        page.keyboard().type("31");
        page.keyboard().press("Enter");
        assertThat(dialog.locator("[role=alert]")).containsText("最多可以延长30日");

        dialog.locator("[name=days]").first().fill("20");
        dialog.locator("[name=reason]").first().fill("案情复杂");
        dialog.locator("[name=days]").first().press("Enter");
        Locator row = dialog.locator("tr[data-rule='AR-DECIDE-ORD']");
        assertThat(row).containsText("2026-04-03");
        assertThat(row).containsText("2026-04-23");
        assertThat(dialog.locator("[role=alert]")).hasCount(0);
        noViolations("extension tried out");
        assertThat(limits.of(caseId).get(0).extensionDays()).isZero();

        dialog.locator(".mj-plan button[type=submit]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#limit-" + limitId)).containsText("周正于2026-03-02批准");
        assertThat(limits.of(caseId).get(0).extensionDays()).isEqualTo(20);
        page.locator("#limit-" + limitId + " [hx-get$='/explanation']").click();
        assertThat(page.locator("#explain-" + limitId)).containsText("经周正于2026年3月2日批准延长20日");
        noViolations("limits tab");
    }

    @Test
    void theHeadOfTheOrganSuspendsOnAGroundWithADocumentAndEscapeLeavesEverything() {
        signIn(world.organHead);
        page.navigate(url("/cases/" + caseId + "/limits"));
        Locator opener = page.locator("[data-mj-open='pause-" + limitId + "']");
        opener.focus();
        page.keyboard().press("Enter");
        Locator dialog = page.locator("#pause-" + limitId);
        dialog.locator("[name=order]").first().press("Enter");
        assertThat(dialog.locator("[role=alert]")).containsText("请填写文书文号");
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(limits.of(caseId).get(0).state()).isEqualTo(LimitState.RUNNING);

        opener.press("Enter");
        dialog.locator("select[name=ground]").selectOption("7");
        dialog.locator("[name=order]").first().fill("沈和政复中〔2026〕3号");
        dialog.locator("[name=days]").first().fill("12");
        dialog.locator("[name=days]").first().press("Enter");
        assertThat(dialog.locator("tr[data-rule='AR-DECIDE-ORD']")).containsText("2026-04-15");
        dialog.locator(".mj-plan button[type=submit]").press("Enter");
        assertThat(page.locator("#limit-" + limitId)).containsText("孙立批准");
        assertThat(limits.of(caseId).get(0).state()).isEqualTo(LimitState.PAUSED);
    }

    @Test
    void clockHealthIsReadByTheAuditorAndShowsWhatItCompared() {
        signIn(world.auditor);
        page.navigate(url("/admin/clock-health"));
        assertThat(page.locator("[data-fault=OTHER_DATE]")).isVisible();
        assertThat(page.locator("form[action$='/repair']")).hasCount(0);
        noViolations("clock health");
    }

    private void noViolations(String where) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(where).isEmpty();
    }

    private void signIn(Actor actor) {
        String oneTime = people.resetPassword(actor.userId(), Actor.SYSTEM).oneTimePassword();
        people.changePassword(oneTime, Office.PASSWORD, actor);
        page.navigate(url("/login"));
        page.fill("input[name=username]", people.get(actor.userId()).login());
        page.fill("input[name=password]", Office.PASSWORD);
        page.press("input[name=password]", "Enter");
        page.waitForURL(address -> !address.contains("/login"));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
