package io.mingjing.worklist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.Axe;
import io.mingjing.testing.Browsers;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.worklist.Tasks;
import io.mingjing.worklist.Worklist;
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

/** Lists that renew themselves, saved views, leave and handing over, in a real browser under the strict policy. */
@IntegrationTest
@ExtendWith(Browsers.class)
class ListsBrowserIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    Worklist worklist;

    @LocalServerPort
    int port;

    private final List<String> console = new ArrayList<>();
    private BrowserContext session;
    private Page page;
    private Office office;
    private Tasks tasks;
    private Actor head;
    private Actor filer;

    @BeforeEach
    void aHeadAtTheDesk(Browser browser) {
        office = Office.in(context);
        tasks = new Tasks(office, context);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD, Role.FILING_OFFICER);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        String login = office.account(head);
        session = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768));
        session.setDefaultTimeout(20_000);
        page = session.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                console.add(message.text());
            }
        });
        open("/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(Office.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    @AfterEach
    void goodbye() {
        session.close();
    }

    @Test
    void aTaskAppearsAndGoesByItselfAndTheFocusStays() {
        String first = tasks.filing(TODAY.plusDays(1));
        open("/worklist?list=available");
        assertThat(page.locator("#task-" + first)).isVisible();
        page.locator("#task-" + first).focus();

        String second = tasks.filing(TODAY.plusDays(2));
        worklist.claim(second, filer); // an act: it brings the new row of the unit, and takes this one
        String third = tasks.filing(TODAY.plusDays(3));
        worklist.claim(tasks.filing(TODAY.plusDays(4)), filer);

        assertThat(page.locator("#task-" + third)).isVisible();
        assertThat(page.locator("#task-" + first)).isFocused();
        assertThat(page.locator("#n-AVAILABLE")).hasText("2");
        worklist.claim(third, filer);
        assertThat(page.locator("#task-" + third)).hasCount(0);
        assertThat(console).isEmpty();
    }

    @Test
    void filtersAreSavedAsAViewThatStandsInTheBar() {
        tasks.filing(TODAY.minusDays(2));
        open("/worklist?list=unit&due=overdue");
        page.locator(".mj-views__menu summary").click();
        page.locator(".mj-views__save input[name=name]").fill("本单位超期");
        page.locator(".mj-views__save input[name=unit]").check();
        page.locator(".mj-views__save button").click();

        assertThat(page.locator(".mj-view.is-active")).containsText("本单位超期");
        page.locator(".mj-more summary").click();
        assertThat(page.locator("select[name=organ]")).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/worklist-views.png")));
        assertThat(faults()).isEmpty();
        assertThat(console).isEmpty();
    }

    @Test
    void theNextTaskIsTakenAndOpenedByOneClick() {
        String urgent = tasks.filing(TODAY.minusDays(1));
        tasks.filing(TODAY.plusDays(9));
        open("/worklist?list=available");

        page.locator("form[action='/worklist/next'] button").click();
        page.waitForURL(url -> url.contains("/tasks/"));

        assertThat(worklist.get(urgent, head).assignee()).isEqualTo(head.userId());
    }

    @Test
    void theAssignRowSaysWhoIsSuggestedAndWhy() {
        String task = tasks.filing(TODAY.plusDays(3));
        worklist.claim(tasks.filing(TODAY), head);
        open("/worklist?list=unit");

        page.locator("#task-" + task + " a:has-text('分派')").click();

        assertThat(page.locator("#task-" + task + " .mj-why")).containsText("建议交给孙丽");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/worklist-suggest.png")));
        assertThat(faults()).isEmpty();
    }

    @Test
    void aLeaveIsEnteredAndWorkIsHandedOver() {
        String task = tasks.filing(TODAY.plusDays(3));
        worklist.claim(task, filer);
        open("/leave");
        page.locator("#leave-who").selectOption(filer.userId());
        page.locator("#leave-to").selectOption(head.userId());
        page.locator("#leave-till").fill("2026-03-05");
        page.locator(".mj-form button[type=submit]").click();
        assertThat(page.locator("tbody tr")).containsText("孙丽");
        assertThat(faults()).isEmpty();
        open("/worklist?list=mine");
        assertThat(page.locator("#task-" + task)).containsText("代 孙丽");

        open("/handover/" + filer.userId());
        assertThat(faults()).isEmpty();
        page.locator("select[name=all]").selectOption(head.userId());
        page.locator("input[name=reason]").fill("调离本局");
        page.locator("button:has-text('移交')").last().click();
        assertThat(page.locator("[aria-labelledby=handover-results]")).containsText("已移交");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/handover.png")));
        assertThat(worklist.get(task, head).assignee()).isEqualTo(head.userId());
        assertThat(console).isEmpty();
    }

    @Test
    void homeAndCaseSearchHaveNoSeriousFault() {
        tasks.filing(TODAY);
        open("/");
        assertThat(page.locator(".mj-counter")).hasCount(7);
        assertThat(faults()).isEmpty();
        open("/cases?pending=UNSERVED");
        assertThat(page.locator("select[name=pending]")).hasValue("UNSERVED");
        assertThat(faults()).isEmpty();
        assertThat(console).isEmpty();
    }

    private void open(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private List<String> faults() {
        return Axe.serious(page);
    }
}
