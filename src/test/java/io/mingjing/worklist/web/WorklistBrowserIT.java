package io.mingjing.worklist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.testing.Axe;
import io.mingjing.testing.Browsers;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.worklist.Worklist;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The worklist in a real browser, by mouse and by keyboard, under the strict policy. */
@IntegrationTest
@ExtendWith(Browsers.class)
class WorklistBrowserIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Worklist worklist;

    @LocalServerPort
    int port;

    private final List<String> console = new ArrayList<>();
    private BrowserContext session;
    private Page page;
    private Office office;
    private Actor filer;
    private Actor colleague;
    private List<String> tasks;

    @BeforeEach
    void anOfficerAtTheDesk(Browser browser) {
        office = Office.in(context);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        colleague = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        tasks = new ArrayList<>();
        for (int days : new int[] {-4, 0, 2, 7, 30}) {
            tasks.add(open(TODAY.plusDays(days)));
        }
        String login = office.account(filer);
        session = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
        session.setDefaultTimeout(20_000);
        page = session.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                console.add(message.text());
            }
        });
        page.navigate("http://localhost:" + port + "/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(Office.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate("http://localhost:" + port + "/worklist?list=available");
    }

    @AfterEach
    void goodbye() {
        session.close();
    }

    @Test
    void claimAndUndoByKeyboardKeepTheRowAndTheFocus() {
        page.keyboard().press("j");
        page.keyboard().press("c");

        Locator row = row(tasks.get(0));
        assertThat(row).containsText("已领取");
        assertThat(row).isFocused();
        assertThat(page.locator("#n-MINE")).hasText("1");
        assertThat(page.locator("#n-AVAILABLE")).hasText("4");
        assertThat(page.locator("#mj-status")).containsText("已领取“形式审查”");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/worklist-claimed.png")));
        page.keyboard().press("u");

        assertThat(row.locator("[data-key=c]")).isVisible();
        assertThat(page.locator("#n-MINE")).hasText("0");
        assertThat(console).isEmpty();
    }

    @Test
    void whoComesSecondReadsWhoWasFirst() {
        worklist.claim(tasks.get(1), colleague);

        row(tasks.get(1)).locator("[data-key=c]").click();

        assertThat(row(tasks.get(1))).containsText("冯远 已领取");
        assertThat(page.locator("#mj-status")).containsText("冯远");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/worklist-lost.png")));
    }

    @Test
    void listsAndFiltersStandInTheAddress() {
        page.locator("select[name=light]").selectOption("red");
        page.locator("form.mj-filter button").click();

        page.waitForURL(url -> url.contains("light=red"));
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.reload();
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.locator(".mj-tabs a").nth(3).click();
        page.waitForURL(url -> url.contains("list=done"));
        assertThat(page.locator(".mj-empty")).containsText("没有符合条件的任务");
    }

    @Test
    void theFocusStaysWhereTheReaderWorksAndTheSizeOfTheListIsReadOut() {
        Locator row = row(tasks.get(1));
        row.locator("[data-key=c]").press("Enter");
        assertThat(row.locator("[data-key=u]")).isVisible();
        assertThat(row).isFocused();
        row.locator("[data-key=u]").press("Enter");
        assertThat(row.locator("[data-key=c]")).isVisible();
        assertThat(row).isFocused();
        row.locator("a", new Locator.LocatorOptions().setHasText("更多")).press("Enter");
        assertThat(row.locator("[data-mj-cancel]")).isVisible();
        page.waitForFunction(
                "id => document.getElementById(id).contains(document.activeElement)", "task-" + tasks.get(1));
        page.keyboard().press("Escape");
        assertThat(row.locator("[data-key=c]")).isVisible();
        assertThat(row).isFocused();

        worklist.claim(tasks.get(3), colleague);
        row(tasks.get(3)).locator("[data-key=c]").press("Enter");
        assertThat(row(tasks.get(3))).containsText("冯远 已领取");
        assertThat(row(tasks.get(3))).isFocused();

        page.locator("select[name=light]").selectOption("red");
        page.locator("form.mj-filter button").press("Enter");
        page.waitForURL(url -> url.contains("light=red"));
        assertThat(page.locator("#mj-said")).hasText("共 2 件");
        assertThat(page.locator("form.mj-filter button")).isFocused();
        page.locator("form.mj-filter > a").press("Enter");
        page.waitForURL(url -> !url.contains("light"));
        assertThat(page.locator("#mj-said")).hasText("共 4 件");
        assertThat(page.locator(".mj-tabs a").nth(1)).isFocused();
        page.locator(".mj-tabs a").nth(3).press("Enter");
        page.waitForURL(url -> url.contains("list=done"));
        assertThat(page.locator(".mj-tabs a").nth(3)).isFocused();
        assertThat(console).isEmpty();
    }

    @Test
    void axeFindsNothingSerious() {
        assertThat(Axe.serious(page)).isEmpty();
        assertThat(console).isEmpty();
    }

    @Test
    void theMessageCentreHasNoSeriousFaultEither() {
        page.navigate("http://localhost:" + port + "/messages");

        assertThat(page.locator("h1")).hasText("消息");
        assertThat(Axe.serious(page)).isEmpty();
    }

    private Locator row(String task) {
        return page.locator("#task-" + task);
    }

    private String open(LocalDate due) {
        String file = office.caseOf(Area.FILING, office.district);
        office.limit(file, "ND-SUPP", due);
        String task = UUID.randomUUID().toString();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new TaskOpened(
                        task,
                        file,
                        "recordReview",
                        "userTask_checkForm",
                        "形式审查",
                        "FILING_OFFICER",
                        null,
                        List.of("ND-SUPP"),
                        Map.of())));
        return task;
    }
}
