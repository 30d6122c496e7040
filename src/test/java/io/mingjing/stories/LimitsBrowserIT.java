package io.mingjing.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.ClockHealth;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Letters;
import io.mingjing.engine.Processes;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.testing.Axe;
import io.mingjing.testing.Browsers;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.Worklist;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The heads try out what they may do to the limits of a case, read what would follow, and do it by keyboard. */
@IntegrationTest
@ExtendWith(Browsers.class)
class LimitsBrowserIT {

    private static final Map<String, Object> AGREED = Map.of("result", "APPROVE", "opinion", "同意。");

    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 2, 26);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 27);

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Worklist worklist;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private ClockHealth health;

    @Autowired
    private Processes processes;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Letters letters;

    private String caseId = "";

    @BeforeEach
    void anAcceptedReview() {
        caseId = intakes.start("administrativeReview", application(), null, actor("intake-clerk"))
                .id();
        complete("userTask_reviewAcceptance", "review-officer", acceptance());
        complete(
                "userTask_approveAcceptance",
                "unit-head",
                Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", ACCEPTED.toString()));
        assertThat(limit("AR-DECIDE-ORD").dueOn()).isEqualTo(DUE);
    }

    @Test
    void theHeadOfTheUnitTriesAnExtensionOutAndTheOfficerProposesIt(Browser browser) {
        String id = limit("AR-DECIDE-ORD").id();
        try (Desk head = new Desk(browser, port, "unit-head")) {
            Page page = head.page();
            head.open("/cases/" + caseId + "/limits");
            accessible(head, "limits-1-tab");
            Locator dialog = opened(page, "extend", id);
            page.keyboard().type("31");
            page.keyboard().press("Enter");
            assertThat(dialog.locator("[role=alert]")).containsText("该期限最多可以延长30日");
            assertThat(dialog.locator("[role=alert]")).isFocused();
            head.shoot("limits-2-extension-refused");

            dialog.locator("[name=days]").first().fill("20");
            dialog.locator("[name=days]").first().press("Enter");
            Locator row = dialog.locator("tr[data-rule='AR-DECIDE-ORD']");
            assertThat(row).containsText(DUE.toString());
            assertThat(row).containsText("2026-05-18");
            assertThat(dialog.locator(".mj-plan")).isFocused();
            accessible(head, "limits-3-extension-tried-out");
            assertThat(dialog.locator(".mj-plan")).containsText("须经审批并向当事人制发文书");
            assertThat(limit("AR-DECIDE-ORD").extensionDays()).isZero();

            assertThat(dialog.locator(".mj-plan")).containsText("请由承办人发起");
            try (Desk officer = new Desk(browser, port, "review-officer")) {
                officer.open("/cases/" + caseId);
                officer.page()
                        .locator("[data-mj-menu-item][href$='/procedures/extension']")
                        .waitFor(ATTACHED);
                officer.open("/cases/" + caseId + "/procedures/extension");
                accessible(officer, "limits-3-procedure");
                officer.complete(Map.of("days", 20, "reason", "案情复杂，需要调取规划档案。"));
                officer.page().waitForURL(url -> !url.contains("/procedures/"));
                assertThat(officer.complaints()).isEmpty();
            }
            complete("userTask_approveExtension", "unit-head", Map.of("result", "APPROVE", "opinion", "同意延期。"));
            head.open("/cases/" + caseId + "/limits");
            assertThat(page.locator("#limit-" + id)).containsText("顾建平于2026-03-02批准");
            assertThat(limit("AR-DECIDE-ORD").dueOn()).isEqualTo(LocalDate.of(2026, 5, 18));

            page.locator("#limit-" + id + " [hx-get$='/explanation']").press("Enter");
            Locator explanation = page.locator("#explain-" + id);
            assertThat(explanation).containsText("经顾建平于2026年3月2日批准延长20日");
            assertThat(explanation).containsText("案情复杂，需要调取规划档案。");
            assertThat(explanation).containsText("2026-05-18");
            accessible(head, "limits-4-explained");
            assertThat(head.complaints()).isEmpty();
        }
    }

    @Test
    void theHeadOfTheOrganTriesASuspensionOutAndOnceOrderedTheDaysLeftStandStill(Browser browser) {
        String id = limit("AR-DECIDE-ORD").id();
        try (Desk head = new Desk(browser, port, "organ-head")) {
            Page page = head.page();
            head.open("/cases/" + caseId + "/limits");
            Locator dialog = opened(page, "pause", id);
            dialog.locator("[name=order]").first().press("Enter");
            assertThat(dialog.locator("[role=alert]")).containsText("请填写文书文号");
            page.keyboard().press("Escape");
            assertThat(dialog).isHidden();
            assertThat(page.locator("[data-mj-open='pause-" + id + "']")).isFocused();

            opened(page, "pause", id);
            dialog.locator("select[name=ground]").selectOption("1");
            dialog.locator("[name=order]").first().fill("盛政复中〔2026〕3号");
            dialog.locator("[name=days]").first().fill("12");
            dialog.locator("[name=days]").first().press("Enter");
            assertThat(dialog.locator("tr[data-rule='AR-DECIDE-ORD']")).containsText("2026-05-09");
            accessible(head, "limits-5-suspension-tried-out");
            assertThat(limit("AR-DECIDE-ORD").state()).isEqualTo(LimitState.RUNNING);
            assertThat(dialog.locator(".mj-plan")).containsText("请由承办人发起");
            assertThat(dialog.locator(".mj-plan button, .mj-plan a")).hasCount(0);
            String number = suspended();
            head.open("/cases/" + caseId + "/limits");

            Locator panel = page.locator("#limit-" + id);
            assertThat(panel).containsText("陆海川批准");
            assertThat(panel.locator(".mj-light--paused")).containsText("中止");
            assertThat(panel).containsText("剩57日");
            assertThat(panel).containsText(number);
            accessible(head, "limits-6-suspended");
            assertThat(limit("AR-DECIDE-ORD").state()).isEqualTo(LimitState.PAUSED);

            dialog = opened(page, "resume", id);
            dialog.locator("[name=order]").first().fill("盛政复恢〔2026〕1号");
            dialog.locator("[name=order]").first().press("Enter");
            assertThat(dialog.locator("tr[data-rule='AR-DECIDE-ORD']")).containsText(DUE.toString());
            accessible(head, "limits-7-resumption-tried-out");
            procedures.start(caseId, "resumption", Map.of("facts", "已经确定法定代理人。"), null, actor("review-officer"));
            complete("userTask_reviewResumption", "unit-head", AGREED);
            complete("userTask_signResumption", "organ-head", AGREED);
            complete("userTask_issueResumption", "intake-clerk", Map.of("copies", 3, "sealKeeper", "何静怡"));
            head.open("/cases/" + caseId + "/limits");
            assertThat(panel)
                    .containsText("恢复文书"
                            + letters.current(caseId, "resumption-notice")
                                    .orElseThrow()
                                    .number());
            assertThat(limit("AR-DECIDE-ORD").state()).isEqualTo(LimitState.RUNNING);
            assertThat(head.complaints()).isEmpty();
        }
    }

    /** @return number of the notice that orders it */
    private String suspended() {
        procedures.start(
                caseId,
                "suspension",
                Map.of("ground", "2", "facts", "申请人丧失行为能力，尚未确定法定代理人。", "evidence", "鉴定意见书"),
                null,
                actor("review-officer"));
        complete("userTask_reviewSuspension", "unit-head", AGREED);
        complete("userTask_signSuspension", "organ-head", AGREED);
        complete("userTask_issueSuspension", "intake-clerk", Map.of("copies", 3, "sealKeeper", "何静怡"));
        return String.valueOf(
                letters.current(caseId, "suspension-notice").orElseThrow().number());
    }

    @Test
    void theHeadOfTheUnitOrdersALastDayAndAMissingBasisLosesNothing(Browser browser) {
        String id = limit("AR-DECIDE-ORD").id();
        try (Desk head = new Desk(browser, port, "unit-head")) {
            Page page = head.page();
            head.open("/cases/" + caseId + "/limits");
            page.locator("[data-mj-open='own-order']").press("Enter");
            Locator dialog = page.locator("#own-order");
            dialog.locator("[name=limitId]").selectOption(id);
            dialog.locator("[name=kind][value=END_DATE]").check();
            dialog.locator("#own-end").fill("2026-03-31");
            dialog.locator("#own-no").fill("盛政办〔2026〕5号");
            dialog.locator("#own-remark").fill("与关联案件同日办结");
            dialog.locator("#own-no").press("Enter");
            assertThat(dialog.locator("[role=alert]")).containsText("依据文书或者特别法条款：请填写");
            assertThat(dialog.locator("[role=alert]")).containsText("文书日期：请填写");
            accessible(head, "limits-8-order-refused");
            assertThat(dialog.locator("[name=limitId]")).hasValue(id);
            assertThat(dialog.locator("[name=kind][value=END_DATE]")).isChecked();
            assertThat(dialog.locator("#own-end")).hasValue("2026-03-31");
            assertThat(dialog.locator("#own-no")).hasValue("盛政办〔2026〕5号");
            assertThat(dialog.locator("#own-remark")).hasValue("与关联案件同日办结");

            dialog.locator("#own-name").fill("集中办理决定");
            dialog.locator("#own-date").fill("2026-02-27");
            dialog.locator("#own-name").press("Enter");
            assertThat(dialog.locator(".mj-plan")).containsText("新届满日 2026-03-31");
            assertThat(dialog.locator(".mj-plan")).containsText("现届满日 " + DUE);
            accessible(head, "limits-9-order-tried-out");
            assertThat(limit("AR-DECIDE-ORD").endOn()).isNull();

            // What is confirmed is what was tried out, whatever is typed in between.
            dialog.locator("#own-end").fill("2026-04-01");
            dialog.locator(".mj-plan button[type=submit]").press("Enter");
            assertThat(page.locator("#limit-" + id)).containsText("至2026-03-31");
            assertThat(page.locator("main")).containsText("集中办理决定（盛政办〔2026〕5号，2026-02-27）");
            // An ordered last day moves by another order alone.
            assertThat(page.locator("[data-mj-open='extend-" + id + "']")).hasCount(0);
            assertThat(page.locator("[data-mj-open='pause-" + id + "']")).hasCount(0);
            head.shoot("limits-10-ordered");
            assertThat(limit("AR-DECIDE-ORD").dueOn()).isEqualTo(LocalDate.of(2026, 3, 31));
            assertThat(head.complaints()).isEmpty();
        }
    }

    @Test
    void theSimplifiedProcedureIsLeftOnceAndOnlyWhatWasAskedIsSent(Browser browser) {
        caseId = intakes.start("administrativeReview", application(), null, actor("intake-clerk"))
                .id();
        Map<String, Object> simplified = new HashMap<>(acceptance());
        simplified.put("procedureFacts", List.of("ALL_AGREE"));
        complete("userTask_reviewAcceptance", "review-officer", simplified);
        complete(
                "userTask_approveAcceptance",
                "unit-head",
                Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", ACCEPTED.toString()));
        String id = limit("AR-DECIDE-SIM").id();
        try (Desk head = new Desk(browser, port, "unit-head")) {
            Page page = head.page();
            head.open("/cases/" + caseId + "/limits");
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.add(request.url().substring(request.url().lastIndexOf('/') + 1));
                }
            });
            Locator dialog = opened(page, "convert", id);
            page.keyboard().type("案件不宜适用简易程序。");
            dialog.locator(".mj-btn--primary").first().press("Enter");
            assertThat(dialog.locator("tr[data-rule='AR-DECIDE-SIM']")).containsText("被取代");
            accessible(head, "limits-11-conversion-tried-out");
            assertThat(sent).containsExactly("what-if");
            procedures.start(
                    caseId, "procedureConversion", Map.of("reason", "案件不宜适用简易程序。"), null, actor("review-officer"));
            complete("userTask_approveConversion", "unit-head", Map.of("result", "APPROVE", "opinion", "同意转换。"));
            head.open("/cases/" + caseId + "/limits");
            assertThat(page.locator("tr#limit-" + id)).containsText("已由其他期限取代");
            head.shoot("limits-12-converted");
            assertThat(head.complaints()).isEmpty();
        }
    }

    @Test
    void anAdministratorMendsATimerThatFiresOnAnotherDay(Browser browser) {
        CaseLimit limit = limit("AR-DECIDE-ORD");
        ClockHealth.Finding fault = displaced(limit);
        assertThat(fault.fault()).isEqualTo(ClockHealth.Fault.OTHER_DATE);
        try (Desk admin = new Desk(browser, port, "admin")) {
            Page page = admin.page();
            admin.open("/admin/clock-health");
            assertThat(page.locator("[aria-labelledby=clock-findings]")).containsText(caseId);
            admin.shoot("limits-13-clock-health");
            page.locator("form[action$='/repair'] button").press("Enter");
            assertThat(page.locator("[aria-labelledby=clock-mended]")).containsText(caseId);
            accessible(admin, "limits-14-mended");
            assertThat(health.check()).noneMatch(finding -> finding.caseId().equals(caseId));
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** Moves the timer of a limit behind its back. */
    private ClockHealth.Finding displaced(CaseLimit limit) {
        String scope = Objects.requireNonNull(limit.scopeId());
        processes.timers().stream()
                .filter(timer -> timer.scopeId().equals(scope))
                .forEach(timer -> processes.resumeTimer(scope, timer.due().plus(Duration.ofDays(3))));
        return health.check().stream()
                .filter(finding -> limit.id().equals(finding.limitId()))
                .findFirst()
                .orElseThrow();
    }

    /** Opens the dialog of an act by keyboard; its first field has the focus. */
    private static Locator opened(Page page, String act, String limitId) {
        page.locator("[data-mj-open='" + act + "-" + limitId + "']").press("Enter");
        Locator dialog = page.locator("#" + act + "-" + limitId);
        assertThat(dialog).isVisible();
        return dialog;
    }

    private static void accessible(Desk desk, String name) {
        desk.shoot(name);
        assertThat(Axe.serious(desk.page())).as(name).isEmpty();
    }

    private CaseLimit limit(String rule) {
        return limits.of(caseId).stream()
                .filter(limit -> limit.rule().equals(rule))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void complete(String taskKey, String login, Map<String, Object> values) {
        TaskItem task = worklist.openOfCase(caseId).stream()
                .filter(open -> open.definitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow();
        worklist.claim(task.id(), actor(login));
        worklist.complete(task.id(), new HashMap<>(values), actor(login));
    }

    private Actor actor(String login) {
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }

    private Map<String, Object> application() {
        return Map.ofEntries(
                Map.entry("receivedOn", "2026-02-25"),
                Map.entry("channel", "COUNTER"),
                Map.entry("applicantKind", "PERSON"),
                Map.entry("applicantName", "柳𠮷庆"),
                Map.entry("applicantPhone", "13900004321"),
                Map.entry("applicantAddress", "盛阳市和安区槐荫路18号"),
                Map.entry(
                        "respondentOrgan",
                        people.findByLogin("organ-contact").orElseThrow().organId()),
                Map.entry("actKind", "PENALTY"),
                Map.entry("actName", "住建罚字〔2026〕7号行政处罚决定"),
                Map.entry("requests", "请求撤销该处罚决定。"),
                Map.entry("reasons", "处罚前没有告知。"));
    }

    private static Map<String, Object> acceptance() {
        return ReviewCase.acceptance();
    }
}
