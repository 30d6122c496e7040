package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mingjing.testing.Axe;
import io.mingjing.testing.BrowserStory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every main page of the application under axe, each seen by somebody who works with it: whatever the menu of a role
 * leads to, a task with its form and consequences, each tab of a case of each area, the dialogs. Nothing serious or
 * critical is let through, and no page complains on the console.
 */
@BrowserStory
class PagesBrowserIT {

    /** Pages that another role has shown already look the same. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @LocalServerPort
    int port;

    private final Set<String> faults = new TreeSet<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "review-officer",
                "unit-head",
                "intake-clerk",
                "organ-contact",
                "supervisor",
                "filing-officer",
                "auditor",
                "admin"
            })
    void everyPageOfTheMenuIsAccessible(String login, Browser browser) {
        try (Desk desk = new Desk(browser, port, login)) {
            desk.open("/");
            Set<String> pages =
                    new TreeSet<>(links(desk.page(), ".mj-nav a, .mj-demo a, .mj-bell a, .mj-menu__list a"));
            pages.addAll(links(desk.page(), "main a[href^='/cases/new/']"));
            pages.add("/");
            if (login.equals("intake-clerk")) {
                pages.add("/letters");
            }
            for (String path : pages) {
                assertThat(desk.status(path)).as(login + " " + path).isEqualTo(200);
                if (SEEN.add(path.equals("/") ? login + path : path)) {
                    desk.open(path);
                    check(desk.page(), path);
                }
            }
            assertThat(desk.complaints()).isEmpty();
        }
        assertThat(faults).isEmpty();
        assertThat(SEEN).hasSizeGreaterThan(3);
    }

    @Test
    void theFourListsAndATaskWithItsFormAndConsequencesAreAccessible(Browser browser) {
        try (Desk desk = new Desk(browser, port, "review-officer")) {
            for (String list : List.of("available", "unit", "done", "mine")) {
                desk.open("/worklist?list=" + list);
                check(desk.page(), "/worklist?list=" + list);
            }
            desk.page().locator("a.mj-row-open").first().click();
            desk.page().waitForURL(url -> url.contains("/tasks/"));
            check(desk.page(), "/tasks/…");
            desk.submit(); // empty: the form says what is missing
            desk.page().locator("[aria-invalid=true], .mj-plan").first().waitFor();
            check(desk.page(), "/tasks/… refused");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theTabsOfACaseAreAccessible(Browser browser) {
        try (Desk desk = new Desk(browser, port, "unit-head")) {
            for (String area : List.of("REVIEW", "SUPERVISION", "FILING")) {
                desk.open("/cases?area=" + area);
                String file =
                        links(desk.page(), "main tbody a[href^='/cases/']").get(0);
                desk.open(file);
                check(desk.page(), area + " case");
                boolean first = area.equals("REVIEW");
                List<String> tabs = links(desk.page(), ".mj-tabs a");
                assertThat(tabs).hasSizeGreaterThan(4);
                for (String tab : first ? tabs : List.<String>of()) {
                    desk.open(tab);
                    check(desk.page(), tab.replaceAll("[0-9a-f-]{36}", "…"));
                }
            }
            assertThat(desk.complaints()).isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theDialogsAreAccessible(Browser browser) {
        try (Desk desk = new Desk(browser, port, "unit-head")) {
            desk.open("/worklist?list=unit");
            desk.page().locator("[data-mj-open=mj-keys]").first().evaluate("e => e.click()");
            desk.page().locator("dialog#mj-keys[open]").waitFor();
            check(desk.page(), "keys");
            desk.page().locator("dialog#mj-keys button").click();
            Locator assign = desk.page().locator("a[hx-get*='/assign?']").first();
            assign.evaluate("e => e.click()");
            desk.page().locator("select[name=assignee]").waitFor();
            check(desk.page(), "assign");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatIsSeenWithoutSigningInIsAccessible(Browser browser) {
        try (Desk desk = new Desk(browser, port, "auditor")) {
            desk.open("/no-such-page");
            check(desk.page(), "not found");
            desk.page().context().clearCookies();
            desk.open("/login");
            check(desk.page(), "/login");
        }
        assertThat(faults).isEmpty();
    }

    private void check(Page page, String name) {
        Axe.serious(page).forEach(fault -> faults.add(name + ": " + fault));
    }

    /** Paths that links lead to, once each; leaves out what changes something or is a file. */
    private static List<String> links(Page page, String where) {
        List<String> found = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Locator link : page.locator(where).all()) {
            String href = link.getAttribute("href");
            if (href != null && href.startsWith("/") && !href.startsWith("/camunda") && known.add(href)) {
                found.add(href);
            }
        }
        return found;
    }
}
