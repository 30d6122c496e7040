package io.mingjing.alert.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mingjing.alert.AlertKind;
import io.mingjing.alert.AlertRef;
import io.mingjing.alert.Alerts;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.TaskUrged;
import io.mingjing.testing.Axe;
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
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Message centre, preferences and the administrator's outbox in a real browser. */
@IntegrationTest
@ExtendWith(Browsers.class)
class AlertBrowserIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    Alerts alerts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final List<String> console = new ArrayList<>();
    private BrowserContext session;
    private Page page;
    private Office office;
    private Actor head;
    private String file;

    @BeforeEach
    void aHeadWithTwoMessages(Browser browser) {
        office = Office.in(context);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
        file = office.caseOf(Area.REVIEW, office.district);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            alerts.raise(
                    AlertKind.LIMIT_OVERDUE, file, new AlertRef(Ids.next(), 1), "AR-INTAKE", TODAY.minusDays(1), TODAY);
            events.publishEvent(new TaskUrged(
                    Ids.next(), file, Ids.next(), "x", head.userId(), "UNIT_HEAD@" + office.district.id(), 1));
        });
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
    void goodbye() {
        session.close();
        assertThat(console).isEmpty();
    }

    @Test
    void messagesAreReadAndPreferencesKept() {
        signIn(office.account(head));
        open("/messages");
        assertThat(page.locator("#messages")).containsText("未读 2 条");
        assertThat(page.locator("#messages")).containsText("催办");
        assertThat(page.locator(".mj-bell")).containsText("2");
        axe("messages");
        page.locator("#messages button", new Page.LocatorOptions().setHasText("全部标为已读"))
                .click();
        assertThat(page.locator("#messages")).containsText("全部已读");

        page.locator("a[href='/messages/preferences']").first().click();
        Locator urged = page.locator("input[value='TASK_URGED.MAIL']");
        assertThat(page.locator("input[value='LIMIT_OVERDUE.MAIL']")).isDisabled();
        assertThat(urged).isChecked();
        axe("preferences");
        urged.uncheck();
        page.locator("#quietTo").fill("07:00");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#mj-notices")).containsText("提醒设置已保存");
        assertThat(page.locator("input[value='TASK_URGED.MAIL']")).not().isChecked();
        assertThat(page.locator("#quietTo")).hasValue("07:00");
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        assertThat(page.locator("tbody td").first().boundingBox().width).isGreaterThan(250);
    }

    @Test
    void anAdministratorSeesWhatDidNotArriveAndHasItSentAgain() {
        jdbc.update(
                "update alert_mail set state = 'DEAD', bounced_at = created_at, last_error = '550 no such user'"
                        + " where case_id = ?",
                file);
        Actor admin = office.person("管理员", office.districtBureau, Role.ADMIN);
        signIn(office.account(admin));
        open("/admin/outbox");
        assertThat(page.locator("main")).containsText("550 no such user");
        assertThat(page.locator("main")).not().containsText("期限届满");
        axe("outbox");
        page.setViewportSize(390, 844);
        assertThat(page.locator("td", new Page.LocatorOptions().setHasText("550 no such user"))
                        .first()
                        .boundingBox()
                        .width)
                .isGreaterThan(250);
        page.setViewportSize(1366, 768);
        page.locator("main form[action$='/retry'] button").first().click();
        assertThat(page.locator("#mj-notices")).containsText("已重新排入待发");
        page.locator("#messageId").fill("<nobody@localhost>");
        page.locator("#reason").fill("550");
        page.locator("form[action$='/bounces'] button").click();
        assertThat(page.locator("main .mj-notice--error")).containsText("没有这个 Message-ID 的邮件");
        assertThat(page.locator("#messageId")).hasValue("<nobody@localhost>");
        assertThat(page.locator("#reason")).hasValue("550");
    }

    private void signIn(String login) {
        open("/login");
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(Office.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private void open(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void axe(String what) {
        assertThat(Axe.any(page)).as("axe on %s", what).isEmpty();
    }
}
