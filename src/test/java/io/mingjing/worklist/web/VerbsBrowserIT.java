package io.mingjing.worklist.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mingjing.casefile.Intakes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.Axe;
import io.mingjing.testing.Browsers;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.worklist.Worklist;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The verbs in Chromium, two people at once, by keyboard, and looked over by axe. */
@IntegrationTest
@ExtendWith(Browsers.class)
class VerbsBrowserIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Intakes intakes;

    @Autowired
    Worklist worklist;

    @LocalServerPort
    int port;

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private Browser chromium;
    private Office office;
    private Actor filer;
    private Actor colleague;
    private Actor head;

    @BeforeEach
    void anOffice(Browser browser) {
        chromium = browser;
        office = Office.in(context);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        colleague = office.person("王芳", office.districtBureau, Role.REVIEW_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
    }

    @AfterEach
    void goodbye() {
        windows.forEach(BrowserContext::close);
    }

    @Test
    void anOpinionIsAskedByKeyboardAndGivenWhileTheFormStaysAsItIs() {
        String task = claimed();
        Page asking = at(filer, "/tasks/" + task);
        asking.fill("[name=note]", "材料已看过一半");

        asking.locator(".mj-menu--page > summary").focus();
        asking.keyboard().press("Enter");
        Locator consult = asking.locator("[data-mj-menu-item]", new Page.LocatorOptions().setHasText("加签"));
        assertThat(consult).isVisible();
        assertThat(serious(asking)).isEmpty();
        consult.focus();
        asking.keyboard().press("Enter");
        asking.locator("#act-note").waitFor();
        assertThat(asking.locator(".mj-choices--people")).isFocused();
        assertThat(serious(asking)).isEmpty();
        asking.getByLabel("王芳（承办人）").focus();
        asking.keyboard().press("Space");
        asking.locator("#act-note").fill("是否属于备案范围？");
        asking.keyboard().press("Shift+Tab");
        asking.getByLabel("王芳（承办人）").uncheck();
        asking.locator("#mj-act button[type=submit]").press("Enter");
        assertThat(asking.locator("#mj-notices .mj-notice--error")).isFocused();
        assertThat(asking.locator("#mj-notices")).containsText("请至少选择一名人员");
        assertThat(asking.locator("#act-note")).hasValue("是否属于备案范围？");
        asking.getByLabel("王芳（承办人）").check();
        asking.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/verbs-consult.png")));
        asking.locator("#mj-act button[type=submit]").press("Enter");

        assertThat(asking.locator("#mj-parts")).containsText("王芳 待提出意见");
        assertThat(asking.locator("#mj-act")).isEmpty();
        assertThat(asking.locator(".mj-menu--page > summary")).isFocused();
        assertThat(asking.locator("[name=note]").inputValue()).isEqualTo("材料已看过一半");
        assertThat(asking.locator(".mj-btn--primary")).hasCount(1);

        Page asked = at(colleague, "/worklist");
        assertThat(asked.locator("#mj-asked")).containsText("形式审查");
        assertThat(serious(asked)).isEmpty();
        asked.locator("#mj-asked a").click();
        asked.locator("[name=opinion]").waitFor();
        assertThat(asked.locator("main")).containsText("是否属于备案范围？");
        assertThat(serious(asked)).isEmpty();
        asked.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/verbs-asked.png")));
        asked.fill("[name=opinion]", "属于。");
        asked.locator("form[action^='/parts/'] button.mj-btn--primary").click();
        asked.waitForURL(url -> url.endsWith("/worklist"));
        assertThat(asked.locator("body")).containsText("意见已提交");

        asking.reload();
        assertThat(asking.locator("#mj-parts")).containsText("属于。");
        assertThat(console).isEmpty();
    }

    @Test
    void aTaskIsLentFromItsRowGivenBackAndUrged() {
        String task = claimed();
        Page owner = at(filer, "/worklist");
        row(owner, task)
                .locator("a", new Locator.LocatorOptions().setHasText("更多"))
                .click();
        assertThat(row(owner, task).locator("a").first()).isFocused();
        row(owner, task)
                .locator("a", new Locator.LocatorOptions().setHasText("转办"))
                .click();
        owner.waitForURL(url -> url.contains("/acts/delegate"));
        assertThat(serious(owner)).isEmpty();
        owner.selectOption("#act-people", colleague.userId());
        owner.fill("#act-note", "请核对材料");
        owner.locator("#mj-act button[type=submit]").dblclick();
        owner.waitForURL(url -> url.endsWith("/worklist"));
        assertThat(owner.locator("#mj-asked")).containsText("王芳正在办理");

        Page boss = at(head, "/worklist?list=unit");
        row(boss, task)
                .locator("a", new Locator.LocatorOptions().setHasText("更多"))
                .click();
        row(boss, task)
                .locator("button", new Locator.LocatorOptions().setHasText("催办"))
                .click();
        assertThat(boss.locator("#mj-status")).containsText("累计 1 次");
        assertThat(row(boss, task)).containsText("催 1");

        Page helper = at(colleague, "/worklist");
        assertThat(row(helper, task)).containsText("孙丽 转办");
        assertThat(row(helper, task)).containsText("催 1");
        helper.navigate(base() + "/tasks/" + task);
        assertThat(helper.locator("main")).containsText("孙丽转来，办完请交回");
        helper.locator(".mj-menu--page > summary").click();
        helper.locator("[data-mj-menu-item]", new Page.LocatorOptions().setHasText("交回"))
                .click();
        helper.fill("#act-note", "齐全");
        helper.locator("#mj-act button[type=submit]").click();
        helper.waitForURL(url -> url.endsWith("/worklist"));

        owner.navigate(base() + "/tasks/" + task);
        assertThat(owner.locator("#mj-parts")).containsText("齐全");
        assertThat(owner.locator("#mj-form")).isVisible();
        assertThat(console).isEmpty();
    }

    @Test
    void onAStalePageNothingIsDoneAndNothingTypedIsLost() {
        String task = claimed();
        Page page = at(filer, "/tasks/" + task);
        page.waitForResponse(
                answer -> answer.url().endsWith("/form"), () -> page.check("[name=check][value=REGISTER]"));
        page.waitForCondition(() ->
                page.locator(".htmx-request, .htmx-settling, .htmx-swapping").count() == 0);
        page.fill("[name=note]", "写了很久的意见");
        worklist.release(task, filer);
        worklist.claim(task, filer);

        submit(page);
        page.locator(".mj-plan").waitFor();
        submit(page);

        assertThat(page.locator("#mj-form .mj-errors")).containsText("刚刚有变动");
        assertThat(page.locator("[name=note]").inputValue()).isEqualTo("写了很久的意见");
        worklist.assign(
                task,
                office.person("冯远", office.districtBureau, Role.FILING_OFFICER).userId(),
                head);
        submit(page);
        page.locator(".mj-plan").waitFor();
        submit(page);
        assertThat(page.locator("#mj-notices")).containsText("该任务由冯远办理");
        assertThat(page.locator("#mj-form")).containsText("写了很久的意见");
    }

    @Test
    void aCaseIsSentBackWithItsReasonAndTakenBackByWhoHandedItIn() {
        String check = claimed();
        String review = worklist.complete(check, Map.of("check", "REGISTER"), filer)
                .next()
                .get(0)
                .id();
        worklist.claim(review, filer);
        Page page = at(filer, "/tasks/" + review);
        page.locator(".mj-menu--page > summary").click();
        page.locator("[data-mj-menu-item]", new Page.LocatorOptions().setHasText("退回"))
                .click();
        page.locator("#act-note").fill("清单未核对");
        assertThat(serious(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/verbs-back.png")));
        page.locator("#mj-act button[type=submit]").click();
        page.waitForURL(url -> url.endsWith("/worklist"));
        assertThat(page.locator("body")).containsText("案件已由“备案审查”退回“形式审查”");

        page.locator("a.mj-row-open", new Page.LocatorOptions().setHasText("形式审查"))
                .click();
        page.waitForURL(url -> url.contains("/tasks/"));
        assertThat(page.locator("main")).containsText("孙丽由“备案审查”退回：清单未核对");
        assertThat(page.locator("[name=check][value=REGISTER]")).isChecked();
        String again = page.url().substring(page.url().lastIndexOf('/') + 1);
        submit(page);
        page.locator(".mj-plan").waitFor();
        submit(page);
        page.waitForURL(url -> url.contains("/cases/"));

        page.navigate(base() + "/tasks/" + again);
        page.locator(".mj-menu--page > summary").click();
        page.locator("[data-mj-menu-item]", new Page.LocatorOptions().setHasText("撤回"))
                .click();
        page.locator("#mj-act button[type=submit]").click();
        page.locator("#mj-form").waitFor();
        assertThat(page.locator("[name=check][value=REGISTER]")).isChecked();
        assertThat(console).isEmpty();
    }

    @Test
    void theHeadGivesSeveralTasksAtOnce() {
        String first = claimed();
        String second = claimed();
        Actor other = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        Page page = at(head, "/worklist?list=unit");
        row(page, first).locator(".mj-pick").focus();
        page.keyboard().press("Space");
        row(page, second).locator(".mj-pick").check();
        page.locator("#mj-bulk button").click();
        page.waitForURL(url -> url.contains("/worklist/bulk"));
        worklist.complete(second, Map.of("check", "REGISTER"), filer);
        assertThat(serious(page)).isEmpty();
        page.selectOption("#bulk-assignee", other.userId());
        page.fill("#bulk-note", "孙丽休假");
        page.locator("form[action='/worklist/bulk'] button").click();

        assertThat(page.locator(".mj-notice--done")).containsText("共 2 项，已办 1 项");
        assertThat(page.locator("main")).containsText("已由孙丽");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/verbs-bulk.png")));
        assertThat(serious(page)).isEmpty();
        assertThat(console).isEmpty();
    }

    @Test
    void aPastActIsEnteredWithItsDayAndShownAsSuch() {
        String task = claimed();
        Page page = at(filer, "/tasks/" + task);
        page.locator("a", new Page.LocatorOptions().setHasText("补录过去的办理")).click();
        page.locator("[name=actedOn]").waitFor();
        assertThat(serious(page)).isEmpty();
        page.waitForResponse(
                answer -> answer.url().endsWith("/form"), () -> page.check("[name=check][value=REGISTER]"));
        page.waitForCondition(() ->
                page.locator(".htmx-request, .htmx-settling, .htmx-swapping").count() == 0);
        page.fill("[name=actedOn]", "2026-02-27");
        submit(page);
        assertThat(page.locator("#e-actedOn")).containsText("不能早于收件日期");
        page.fill("[name=actedOn]", "2026-03-02");
        submit(page);
        assertThat(page.locator(".mj-plan")).containsText("补录过去的办理：实际办理日2026-03-02");
        submit(page);
        page.waitForURL(url -> url.contains("/cases/"));
        assertThat(page.locator(".mj-submission .mj-mark")).containsText("补录，实际办理 2026-03-02");
        page.navigate(page.url() + "/timeline");
        assertThat(page.locator("main")).containsText("补录：形式审查，实际办理日 2026-03-02");
        assertThat(console).isEmpty();
    }

    private Page at(Actor person, String path) {
        BrowserContext window = chromium.newContext(
                new Browser.NewContextOptions().setViewportSize(1366, 768).setLocale("zh-CN"));
        windows.add(window);
        window.setDefaultTimeout(15_000);
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                console.add(message.text());
            }
        });
        page.navigate(base() + "/login");
        page.fill("[name=username]", office.account(person));
        page.fill("[name=password]", Office.PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/login"));
        page.navigate(base() + path);
        return page;
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private static Locator row(Page page, String task) {
        return page.locator("#task-" + task);
    }

    private static void submit(Page page) {
        page.locator("#mj-form .mj-form__foot button.mj-btn--primary").click();
    }

    private static List<String> serious(Page page) {
        return Axe.serious(page);
    }

    private String claimed() {
        String caseId = intakes.start("recordReview", document(), null, filer).id();
        String task = worklist.openOfCase(caseId).get(0).id();
        worklist.claim(task, filer);
        return task;
    }

    private Map<String, Object> document() {
        return Map.ofEntries(
                Map.entry("filingOrgan", office.department.id()),
                Map.entry("title", "和平区城市道路停车管理办法"),
                Map.entry("documentNumber", "和政规〔2026〕1号"),
                Map.entry("documentKind", "GOVERNMENT"),
                Map.entry("publishedOn", "2026-02-20"),
                Map.entry("effectiveOn", "2026-03-20"),
                Map.entry("submittedOn", "2026-03-02"),
                Map.entry("pack", List.of("REPORT")),
                Map.entry("contactName", "王芳"),
                Map.entry("contactPhone", "024-0000019"));
    }
}
