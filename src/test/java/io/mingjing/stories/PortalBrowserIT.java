package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.mingjing.casefile.Cases;
import io.mingjing.testing.Axe;
import io.mingjing.testing.BrowserStory;
import io.mingjing.testing.ReviewCase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** On a phone without scripts, by keys alone: apply, receipt, track, correct. And an organ that makes its reply inside. */
@BrowserStory
class PortalBrowserIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private final Set<String> faults = new TreeSet<>();

    @Test
    void somebodyAppliesOnAPhoneTracksAndHandsInACorrection(Browser browser) {
        try (BrowserContext phone = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setJavaScriptEnabled(false)
                .setLocale("zh-CN"))) {
            phone.setDefaultTimeout(15_000);
            Page page = phone.newPage();
            page.navigate("http://127.0.0.1:" + port + "/portal");
            whole(page);
            page.locator("main a[href='/portal/apply']").press("Enter");
            page.locator("form[action='/portal/apply'] button").press("Enter");
            page.locator("button[value=next]").press("Enter");
            assertThat(page.locator("[role=alert]").innerText()).contains("姓名或者名称");
            whole(page);
            page.locator("[name=applicantKind][value=PERSON]").press("Space");
            page.fill("[name=applicantName]", "柳青禾");
            page.fill("[name=applicantIdNumber]", "210102198001011234");
            page.fill("[name=applicantPhone]", "13900005678");
            page.fill("[name=applicantAddress]", "盛阳市和安区槐荫路20号");
            page.locator("[name=electronicService]").press("Space");
            page.fill("[name=serviceAddress]", "liu@example.cn");
            page.locator("button[value=next]").press("Enter");
            page.selectOption(
                    "[name=respondentOrgan]",
                    new com.microsoft.playwright.options.SelectOption().setLabel("盛阳市住房和城乡建设局"));
            page.selectOption("[name=actKind]", "PENALTY");
            page.fill("[name=actName]", "住建罚字〔2026〕9号行政处罚决定");
            page.fill("[name=knownOn]", "2026-09-01");
            page.selectOption("[name=knownHow]", "DIRECT");
            page.locator("button[value=later]").press("Enter");
            String draft = page.locator("main .mj-portal__big").innerText();
            page.navigate("http://127.0.0.1:" + port + "/portal/apply");
            page.fill("[name=code]", draft.toLowerCase(java.util.Locale.ROOT));
            page.locator("form[action='/portal/apply/resume'] button").press("Enter");
            page.fill("[name=requests]", "请求撤销该处罚决定。");
            page.fill("[name=reasons]", "处罚前没有告知，也没有听取意见。");
            page.locator("button[value=next]").press("Enter");
            page.locator("[name=file]").setInputFiles(pdf("身份证.pdf"));
            page.locator("form[action='/portal/apply/files'] button").first().press("Enter");
            whole(page);
            page.locator("a[href='/portal/apply/check']").first().press("Enter");
            whole(page);
            page.locator("[name=declared]").press("Space");
            page.locator("form[action='/portal/apply/send'] button").press("Enter");
            String number = page.locator("#register-no").innerText();
            String code = page.locator("#query-code").innerText();
            shoot(page, "portal-receipt");
            whole(page);

            ReviewCase walk = ReviewCase.of(
                            context,
                            context.getBean(Cases.class)
                                    .byQueryCode(code)
                                    .orElseThrow()
                                    .id())
                    .complete("review-officer", "userTask_reviewAcceptance", ReviewCase.correction())
                    .complete(
                            "unit-head", "userTask_approveCorrection", Map.of("result", "APPROVE", "opinion", "同意补正。"))
                    .complete("intake-clerk", "userTask_issueCorrection", Map.of("copies", 2, "sealKeeper", "赵敏"))
                    .complete("intake-clerk", "userTask_serveCorrection", Map.of());

            page.navigate("http://127.0.0.1:" + port + "/portal/track");
            page.fill("[name=number]", number);
            page.fill("[name=code]", code);
            page.locator("form[action='/portal/track'] button").press("Enter");
            assertThat(page.locator("main").innerText())
                    .contains("等待您补正材料", "补正通知书", "柳**")
                    .doesNotContain("柳青禾");
            shoot(page, "portal-case");
            whole(page);
            page.locator("a[href$='/correction']").press("Enter");
            page.locator("[name=file]").setInputFiles(pdf("委托书.pdf"));
            page.fill("[name=body]", "补充授权委托书一份。");
            whole(page);
            page.locator("button[value=send]").press("Enter");
            assertThat(page.locator("main").innerText()).contains("补正材料已经收到", "正在审查是否受理");
            assertThat(walk.open()).containsExactly("userTask_reviewAcceptance");

            page.locator(".mj-language button").press("Enter");
            assertThat(page.locator("main").innerText()).contains("Being examined for acceptance");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void thePublicPagesAreAccessible(Browser browser) {
        try (BrowserContext phone = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("zh-CN"))) {
            phone.setDefaultTimeout(15_000);
            Page page = phone.newPage();
            List<String> complaints = new java.util.ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            for (String path : List.of("/portal", "/portal/track", "/portal/documents", "/portal/apply")) {
                page.navigate("http://127.0.0.1:" + port + path);
                whole(page);
                check(page);
            }
            page.locator("form[action='/portal/apply'] button").click();
            page.waitForURL(url -> url.contains("/portal/apply/"));
            for (String path : List.of("applicant", "act", "request", "files")) {
                page.navigate("http://127.0.0.1:" + port + "/portal/apply/" + path);
                whole(page);
                check(page);
            }
            assertThat(complaints).isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void anOrganMakesItsReplyInside(Browser browser) {
        ReviewCase walk =
                ReviewCase.registered(context, Map.of("applicantName", "江照野")).to(ReviewCase.Step.COPIED);
        String task = "/organ/tasks/" + walk.task("userTask_submitReply").id();
        try (Desk contact = new Desk(browser, port, "organ-contact");
                Desk handler = new Desk(browser, port, "organ-staff");
                Desk head = new Desk(browser, port, "organ-staff-2")) {
            contact.open("/organ");
            assertThat(contact.text()).contains("江照野");
            check(contact.page());
            contact.open(task);
            check(contact.page());
            contact.page()
                    .selectOption("#chain-handler", new com.microsoft.playwright.options.SelectOption().setLabel("孙立"));
            contact.send("form[action$='/assignment'] button");

            handler.open("/organ");
            handler.page().locator("a[href='" + task + "']").click();
            handler.fill(Map.of(
                    "replyText", "本机关作出的行政处罚事实清楚、程序合法，请求维持。",
                    "legalBasis", "《物业管理条例》有关规定。",
                    "personInCharge", "林国栋",
                    "staffNames", "孙立、高敏",
                    "contactPhone", "024-0000001"));
            handler.send("#mj-form .mj-form__foot button.mj-btn--primary");
            handler.page().locator("#evidence-name").fill("现场检查笔录");
            handler.page().locator("#evidence-proves").fill("违法事实");
            handler.page().locator("#evidence-file").setInputFiles(pdf("笔录.pdf"));
            handler.send("form[action$='/evidence'] button");
            check(handler.page());
            handler.page()
                    .selectOption("#chain-signer", new com.microsoft.playwright.options.SelectOption().setLabel("林国栋"));
            handler.send("form[action$='/forwarding'] button");

            head.open(task);
            assertThat(head.text()).contains("事实清楚", "现场检查笔录");
            head.page().locator("#chain-opinion").fill("同意。");
            head.send("button[value=APPROVE]");

            contact.open(task);
            shoot(contact.page(), "organ-submit");
            contact.page().locator("form[action$='/submission'] button").click();
            contact.page().waitForURL(url -> url.endsWith("/organ"));
            assertThat(contact.complaints()).isEmpty();
            assertThat(handler.complaints()).isEmpty();
        }
        assertThat(walk.open()).contains("userTask_hearViews");
        assertThat(faults).isEmpty();
    }

    /** Nothing runs out of the phone's screen; axe needs scripts, so the organ's pages stand for the rest. */
    private void whole(Page page) {
        Axe.settle(page);
        int width = (Integer) page.evaluate("document.documentElement.scrollWidth");
        if (width > 390) {
            faults.add(page.url() + " is " + width + " wide");
        }
    }

    private void check(Page page) {
        faults.addAll(Axe.serious(page));
    }

    private static FilePayload pdf(String name) {
        return new FilePayload(name, "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true));
    }
}
