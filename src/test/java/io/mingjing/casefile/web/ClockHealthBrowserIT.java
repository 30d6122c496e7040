package io.mingjing.casefile.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.mingjing.casefile.CaseWorld;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.testing.Axe;
import io.mingjing.testing.Browsers;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The health of the clocks in a real browser under the strict policy. */
@IntegrationTest
@ExtendWith(Browsers.class)
class ClockHealthBrowserIT {

    @Autowired
    private Organs organs;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private final List<String> console = new ArrayList<>();
    private CaseWorld world;
    private BrowserContext session;
    private Page page;

    @BeforeEach
    void anOffice(Browser browser) {
        world = new CaseWorld(organs, people);
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
    void clockHealthIsReadByTheAuditorAndShowsWhatItCompared() {
        signIn(world.auditor);
        page.navigate(url("/admin/clock-health"));
        assertThat(page.locator("[data-fault=OTHER_DATE]")).isVisible();
        assertThat(page.locator("form[action$='/repair']")).hasCount(0);
        noViolations("clock health");
    }

    private void noViolations(String where) {
        assertThat(Axe.any(page)).as(where).isEmpty();
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
