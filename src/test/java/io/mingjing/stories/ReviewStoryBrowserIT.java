package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mingjing.identity.People;
import io.mingjing.testing.BrowserStory;
import io.mingjing.testing.ReviewCase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A property company was fined by a city department that had neither established the facts nor heard it. The government
 * accepts, asks for the reply, hears the company, revokes the fine, serves both, records performance, archives.
 */
@BrowserStory
class ReviewStoryBrowserIT {

    private static final String COMPANY = "盛阳锦华物业管理有限公司";
    private static final String FINE = "住建罚字〔2026〕88号行政处罚决定";
    private static final String TITLE = COMPANY + "不服";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Clock clock;

    @Test
    void aFineIsRevokedOnReview(Browser browser) {
        String today = LocalDate.now(clock).toString();
        String caseId;
        try (Desk clerk = new Desk(browser, port, "intake-clerk")) {
            caseId = clerk.start("administrativeReview", application(today));
            assertThat(clerk.text()).contains(COMPANY).contains("收〔2026〕");
            clerk.shoot("review-1-registered");
            assertThat(clerk.complaints()).isEmpty();
        }
        try (Desk officer = new Desk(browser, port, "review-officer")) {
            officer.take(TITLE, "受理审查");
            officer.shoot("review-2-acceptance");
            officer.complete(acceptance());
        }
        try (Desk head = new Desk(browser, port, "unit-head")) {
            head.take(TITLE, "立案审批");
            Map<String, Object> approval = new LinkedHashMap<>();
            approval.put("result", "APPROVE");
            approval.put("opinion", "同意受理。");
            approval.put("acceptedOn", today);
            head.fill(approval);
            head.submit();
            head.page().locator(".mj-plan").waitFor();
            assertThat(head.page().locator(".mj-plan").innerText()).contains("作出复议决定");
            head.shoot("review-3-plan");
            head.submit();
            head.page().waitForURL(url -> url.contains("/cases/"));
        }
        try (Desk clerk = new Desk(browser, port, "intake-clerk")) {
            clerk.complete(TITLE, "制发受理通知书", Map.of("copies", 3, "sealKeeper", "何静怡"));
            clerk.take(TITLE, "送达受理通知书");
            clerk.submit();
            clerk.page().locator(".mj-plan").waitFor();
            clerk.submit();
            // not served yet: refused, and said of whom
            clerk.page().locator("[role=alert]").first().waitFor();
            assertThat(clerk.text()).contains(COMPANY);
            clerk.take(TITLE, "送达受理通知书");
            clerk.serveAll(today);
            clerk.shoot("review-4-served");
            clerk.complete(Map.of());
        }
        try (Desk contact = new Desk(browser, port, "organ-contact")) {
            contact.take(TITLE, "提出书面答复");
            contact.attach("证据", "证据材料.pdf");
            contact.complete(reply());
        }
        try (Desk officer = new Desk(browser, port, "review-officer")) {
            officer.take(TITLE, "听取意见");
            Page page = officer.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登记听取意见"))
                    .first()
                    .click();
            page.locator("#v-speaker").fill("赵明远");
            page.getByLabel("周明远", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("沈若溪", new Page.GetByLabelOptions().setExact(true)).check();
            page.locator("#v-body").fill("申请人称处罚前未接到告知。");
            page.getByLabel("当事人已在笔录上签名").check();
            officer.shoot("review-4-views");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("登记").setExact(true))
                    .click();
            page.waitForURL(url -> url.endsWith("/trial"));
            assertThat(officer.text()).contains("申请人称处罚前未接到告知。").contains("已听取");
            officer.complete(TITLE, "听取意见", views(today));
            officer.complete(TITLE, "拟制复议决定", decision());
        }
        try (Desk head = new Desk(browser, port, "unit-head")) {
            head.complete(TITLE, "机构负责人审核", Map.of("result", "APPROVE", "opinion", "同意。"));
        }
        try (Desk leader = new Desk(browser, port, "organ-head")) {
            Map<String, Object> approval = new LinkedHashMap<>();
            approval.put("result", "APPROVE");
            approval.put("opinion", "同意。");
            approval.put("approvalForm", "ORGAN_HEAD");
            leader.complete(TITLE, "机关负责人审批", approval);
        }
        try (Desk office = new Desk(browser, port, "gov-office")) {
            office.complete(TITLE, "制发复议决定书", Map.of("copies", 5, "sealKeeper", "秦岚"));
        }
        try (Desk clerk = new Desk(browser, port, "intake-clerk")) {
            clerk.take(TITLE, "送达复议决定书");
            clerk.serveAll(today);
            clerk.complete(Map.of());
        }
        try (Desk officer = new Desk(browser, port, "review-officer")) {
            Map<String, Object> performed = new LinkedHashMap<>();
            performed.put("performed", "YES");
            performed.put("performedOn", today);
            performed.put("note", "罚款已退还。");
            officer.complete(TITLE, "履行跟踪", performed);
        }
        try (Desk clerk = new Desk(browser, port, "intake-clerk")) {
            Map<String, Object> archive = new LinkedHashMap<>();
            archive.put("retention", "PERMANENT");
            archive.put("volumes", 1);
            archive.put("catalogueChecked", true);
            clerk.complete(TITLE, "归档", archive);
            clerk.open("/cases/" + caseId);
            assertThat(clerk.text()).contains("已归档").contains("盛政复〔2026〕");
            clerk.open("/cases/" + caseId + "/process");
            clerk.page().locator(".djs-container svg").first().waitFor();
            clerk.shoot("review-5-process");
            assertThat(clerk.complaints()).isEmpty();
        }
        try (Desk auditor = new Desk(browser, port, "auditor")) {
            auditor.open("/cases/" + caseId + "/timeline");
            assertThat(auditor.text()).contains("作出复议决定");
            auditor.shoot("review-6-timeline");
        }
    }

    private Map<String, Object> application(String today) {
        LocalDate received = LocalDate.parse(today);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("receivedOn", today);
        values.put("channel", "COUNTER");
        values.put("applicantKind", "ORGANISATION");
        values.put("applicantName", COMPANY);
        values.put("representative", "赵明远");
        values.put("applicantPhone", "13900005678");
        values.put("applicantAddress", "盛阳市和安区槐荫路18号");
        values.put(
                "respondentOrgan",
                people.findByLogin("organ-contact").orElseThrow().organId());
        values.put("actKind", "PENALTY");
        values.put("actName", FINE);
        values.put("actMadeOn", received.minusDays(12).toString());
        values.put("knownOn", received.minusDays(10).toString());
        values.put("requests", "请求撤销该处罚决定。");
        values.put("reasons", "处罚前未查清事实，也没有让本公司陈述和申辩。");
        return values;
    }

    private static Map<String, Object> acceptance() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("acceptance", "ACCEPT");
        ReviewCase.CONDITIONS.forEach(condition -> values.put(condition, "YES"));
        values.put("matter", FINE);
        values.put("contact", "周明远 024-0000018");
        return values;
    }

    private static Map<String, Object> reply() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("replyText", "请求维持该处罚决定。");
        values.put("legalBasis", "《物业管理条例》。");
        values.put("evidenceList", "1. 检查笔录");
        values.put("personInCharge", "林国栋");
        values.put("staffNames", "孙立");
        values.put("contactPhone", "024-0000025");
        return values;
    }

    private static Map<String, Object> views(String today) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("method", "IN_PERSON");
        values.put("heardOn", today);
        values.put("heardPersons", "赵明远");
        values.put("officers", "周明远、沈若溪");
        values.put("recordSummary", "申请人称处罚前未接到告知。");
        return values;
    }

    private static Map<String, Object> decision() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("outcome", "REVOKE");
        values.put("grounds", List.of("FACTS_UNCLEAR", "PROCEDURE"));
        values.put("applicantClaim", "请求撤销处罚决定。");
        values.put("respondentReply", "请求维持。");
        values.put("factsFound", "案卷中没有告知和听取陈述申辩的记录。");
        values.put("reasons", "主要事实不清，违反法定程序。");
        values.put("legalBasis", "《中华人民共和国行政复议法》第六十四条第一款第（一）项、第（二）项");
        values.put("holding", "撤销" + FINE + "。");
        return values;
    }
}
