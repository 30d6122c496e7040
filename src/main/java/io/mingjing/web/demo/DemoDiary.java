package io.mingjing.web.demo;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.review.RefusalGround;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Six weeks in the life of the demo city, day by day: cases in every state and every light on the story day. Lived through
 * the real services, so that each date, letter and log entry is as it would be.
 */
@Component
@ConditionalOnProperty("mingjing.demo")
class DemoDiary {

    static final LocalDate STORY_DAY = LocalDate.of(2026, 9, 15);

    private static final String REVIEW = "administrativeReview";
    private static final String OFFICER = "review-officer";
    private static final String OFFICER_2 = "review-officer-2";
    private static final String CLERK = "intake-clerk";
    private static final String HEAD = "unit-head";
    private static final String LEADER = "organ-head";
    private static final String OFFICE = "gov-office";
    private static final String CONTACT = "organ-contact";
    private static final String DISTRICT = "organ-contact-2";
    private static final String SUPERVISOR = "supervisor";
    private static final String FILER = "filing-officer";

    private record Entry(LocalDate day, Runnable act) {}

    private final DemoOffice office;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> cases = new HashMap<>();

    DemoDiary(DemoOffice office, CaseLimits limits, LimitActs acts) {
        this.office = office;
        this.limits = limits;
        this.acts = acts;
    }

    /** Lives from the first day to the story day. */
    void live() {
        entries.clear();
        review();
        supervision();
        filing();
        entries.sort(Comparator.comparing(Entry::day));
        for (Entry entry : entries) {
            office.goTo(entry.day());
            entry.act().run();
        }
        office.goTo(STORY_DAY);
    }

    private void review() {
        // the whole path: fined, heard, revoked, performed, archived
        String fine = "住建罚字〔2026〕31号行政处罚决定";
        apply("revoked", day(8, 3), true, "盛阳安居物业服务有限公司", fine, "处罚前未查清服务区域，也没有让本公司陈述和申辩。");
        accepted("revoked", OFFICER, day(8, 5), fine);
        replied("revoked", day(8, 14));
        heard("revoked", OFFICER, day(8, 19), "申请人称涉案区域不属其服务范围，处罚前从未接到告知。");
        on(day(8, 24), () -> draft("revoked", OFFICER, DemoForms.revoke(fine)));
        on(
                day(8, 25),
                () -> office.complete(
                        HEAD, id("revoked"), "userTask_unitHeadReview", DemoForms.sendBack("请补充说明证据情况。")));
        on(day(8, 26), () -> draft("revoked", OFFICER, DemoForms.revoke(fine)));
        decided("revoked", day(8, 27));
        on(
                day(9, 8),
                () -> office.complete(
                        OFFICER, id("revoked"), "userTask_followPerformance", DemoForms.performed(day(9, 7))));
        on(day(9, 11), () -> office.complete(CLERK, id("revoked"), "userTask_archiveCase", DemoForms.archive()));

        // decided and served, performance still to be followed
        String licence = "市监罚字〔2026〕118号行政处罚决定";
        apply("upheld", day(8, 6), false, "陈玉兰", licence, "认为罚款数额过高。");
        accepted("upheld", OFFICER_2, day(8, 10), licence);
        replied("upheld", day(8, 18));
        heard("upheld", OFFICER_2, day(8, 24), "申请人对事实无异议，请求从轻。");
        on(day(9, 1), () -> draft("upheld", OFFICER_2, DemoForms.uphold(licence)));
        decided("upheld", day(9, 3));

        // on the unit head's desk
        String demolition = "城管拆字〔2026〕7号限期拆除决定";
        apply("drafted", day(8, 10), false, "吴𠮷祥", demolition, "该建筑早于规划建成，决定认定事实错误。");
        accepted("drafted", OFFICER, day(8, 12), demolition);
        replied("drafted", day(8, 20));
        heard("drafted", OFFICER, day(8, 27), "申请人提交了九十年代的建房许可。");
        on(day(9, 14), () -> draft("drafted", OFFICER, DemoForms.revoke(demolition)));

        // suspended while another case is pending
        String survey = "自然资源确字〔2026〕15号权属处理决定";
        apply("paused", day(8, 11), true, "盛阳北岭果业专业合作社", survey, "四至界线与承包合同不符。");
        accepted("paused", OFFICER_2, day(8, 13), survey);
        replied("paused", day(8, 21));
        on(day(8, 31), () -> {
            CaseLimit decision = limits.of(id("paused")).stream()
                    .filter(limit -> limit.rule().equals("AR-DECIDE-ORD"))
                    .findFirst()
                    .orElseThrow();
            acts.pause(decision.id(), PauseOrder.of(day(8, 31), "8", "盛政复中〔2026〕1号"), office.actor(LEADER));
        });

        // the respondent let its limit lapse
        String permit = "环罚字〔2026〕22号行政处罚决定";
        apply("silent", day(8, 17), true, "盛阳恒达印染有限公司", permit, "监测采样程序不合规范。");
        accepted("silent", OFFICER, day(8, 19), permit);

        // waiting for the reply
        String market = "市监责改字〔2026〕40号责令改正通知";
        apply("waiting", day(9, 2), true, "盛阳惠民超市有限公司", market, "责令改正没有列明依据。");
        accepted("waiting", OFFICER_2, day(9, 4), market);

        // silence for five working days: deemed accepted
        apply("deemed", day(9, 4), false, "孟凡林", "住建罚字〔2026〕40号行政处罚决定", "处罚对象认定错误。");

        // asked to correct
        apply("correction", day(9, 7), false, "郭小满", "城管罚字〔2026〕66号行政处罚决定", "对处罚不服。");
        on(
                day(9, 9),
                () -> office.complete(
                        OFFICER,
                        id("correction"),
                        "userTask_reviewAcceptance",
                        DemoForms.askForCorrection("请提交处罚决定书复印件，写明具体的行政复议请求。")));
        on(day(9, 9), () -> office.complete(HEAD, id("correction"), "userTask_approveCorrection", DemoForms.approve()));
        on(day(9, 10), () -> office.complete(CLERK, id("correction"), "userTask_issueCorrection", DemoForms.issue()));
        on(day(9, 10), () -> served("correction", "correction-notice", "userTask_serveCorrection"));

        // refused
        apply("refused", day(8, 24), false, "佟立军", "信访事项处理意见", "不同意信访处理意见。");
        on(
                day(8, 26),
                () -> office.complete(
                        OFFICER,
                        id("refused"),
                        "userTask_reviewAcceptance",
                        DemoForms.refuse(RefusalGround.PETITION, "信访处理意见不属于行政复议范围。")));
        on(day(8, 26), () -> office.complete(HEAD, id("refused"), "userTask_approveRefusal", DemoForms.approve()));
        on(day(8, 27), () -> office.complete(LEADER, id("refused"), "userTask_signRefusal", DemoForms.approve()));
        on(day(8, 28), () -> office.complete(CLERK, id("refused"), "userTask_issueRefusal", DemoForms.issue()));
        on(day(8, 28), () -> served("refused", "refusal", "userTask_serveRefusal"));

        // at the desk: one on its last day, one fresh
        apply("lastDay", day(9, 8), true, "盛阳远航物流有限公司", "交罚字〔2026〕203号行政处罚决定", "超限认定的称重设备未经检定。");
        on(day(9, 10), () -> office.claim(OFFICER, id("lastDay"), "userTask_reviewAcceptance"));
        apply("fresh", STORY_DAY, false, "林晓梅", "市监不予受理告知〔2026〕9号", "请求责令履行职责。");
    }

    private void supervision() {
        on(day(8, 12), () -> red("closed", CONTACT, day(8, 11), "行政机关负责人未出庭应诉（房屋征收案）", "（2026）盛01行初17号"));
        ordered("closed", day(8, 13), 5);
        on(
                day(8, 17),
                () -> office.complete(CONTACT, id("closed"), "userTask_signOrder", DemoForms.signed(day(8, 17))));
        on(day(8, 19), () -> office.complete(CONTACT, id("closed"), "userTask_replyOrder", DemoForms.orderReply()));
        on(day(8, 21), () -> office.complete(SUPERVISOR, id("closed"), "userTask_reviewReply", DemoForms.pass()));

        on(day(9, 1), () -> red("overdue", DISTRICT, day(8, 31), "行政机关负责人未出庭应诉（工伤认定案）", "（2026）盛02行初44号"));
        ordered("overdue", day(9, 2), 5);
        on(
                day(9, 4),
                () -> office.complete(DISTRICT, id("overdue"), "userTask_signOrder", DemoForms.signed(day(9, 4))));

        on(day(9, 9), () -> red("running", CONTACT, day(9, 8), "行政机关负责人未出庭应诉（施工许可案）", "（2026）盛01行初29号"));
        ordered("running", day(9, 10), 5);
    }

    private void filing() {
        on(day(8, 10), () -> file("listed", "和安区城市供水管理办法", "和政规〔2026〕3号", day(7, 30)));
        on(day(8, 12), () -> office.complete(FILER, id("listed"), "userTask_checkForm", DemoForms.register()));
        on(day(8, 20), () -> office.complete(FILER, id("listed"), "userTask_reviewRecord", DemoForms.lawful()));
        on(day(8, 21), () -> office.complete(HEAD, id("listed"), "userTask_approveRegistration", DemoForms.approve()));
        on(day(8, 24), () -> office.complete(FILER, id("listed"), "userTask_issueRegistration", DemoForms.issue()));
        on(day(8, 24), () -> {
            office.serve(FILER, id("listed"), "registration-notice");
            office.complete(FILER, id("listed"), "userTask_serveRegistration", DemoForms.served());
        });

        on(day(9, 2), () -> file("incomplete", "和安区电动自行车停放管理规定", "和政规〔2026〕4号", day(8, 14)));
        on(
                day(9, 4),
                () -> office.complete(FILER, id("incomplete"), "userTask_checkForm", DemoForms.askForSupplement()));
        on(day(9, 4), () -> office.complete(HEAD, id("incomplete"), "userTask_approveSupplement", DemoForms.approve()));
        on(day(9, 7), () -> office.complete(FILER, id("incomplete"), "userTask_issueSupplement", DemoForms.issue()));
        on(day(9, 7), () -> {
            office.serve(FILER, id("incomplete"), "supplement-notice");
            office.complete(FILER, id("incomplete"), "userTask_serveSupplement", DemoForms.served());
        });

        on(day(9, 14), () -> file("submitted", "和安区政府投资项目管理办法", "和政规〔2026〕5号", day(9, 4)));
    }

    private void apply(String name, LocalDate on, boolean organisation, String applicant, String act, String why) {
        on(
                on,
                () -> cases.put(
                        name,
                        office.start(
                                CLERK,
                                REVIEW,
                                DemoForms.application(
                                        on, organisation, applicant, office.organOf(CONTACT), act, why))));
    }

    private void accepted(String name, String officer, LocalDate on, String matter) {
        on(on, () -> office.complete(officer, id(name), "userTask_reviewAcceptance", DemoForms.accept(matter)));
        on(on, () -> office.complete(HEAD, id(name), "userTask_approveAcceptance", DemoForms.approveAcceptance(on)));
        on(on.plusDays(1), () -> office.complete(CLERK, id(name), "userTask_issueAcceptance", DemoForms.issue()));
        on(on.plusDays(1), () -> {
            office.serve(CLERK, id(name), "acceptance-notice");
            office.serve(CLERK, id(name), "reply-notice");
            office.complete(CLERK, id(name), "userTask_serveAcceptance", DemoForms.served());
        });
    }

    private void replied(String name, LocalDate on) {
        on(on, () -> {
            office.attach(CONTACT, id(name), "userTask_submitReply", "答复书", "行政复议答复书.pdf");
            office.complete(CONTACT, id(name), "userTask_submitReply", DemoForms.reply());
        });
    }

    private void heard(String name, String officer, LocalDate on, String summary) {
        on(on, () -> {
            office.hear(officer, id(name), on, summary);
            office.complete(officer, id(name), "userTask_hearViews", DemoForms.views(on, summary));
        });
    }

    private void draft(String name, String officer, Map<String, Object> values) {
        office.complete(officer, id(name), "userTask_draftDecision", values);
    }

    private void decided(String name, LocalDate on) {
        on(on, () -> office.complete(HEAD, id(name), "userTask_unitHeadReview", DemoForms.approve()));
        on(on, () -> office.complete(LEADER, id(name), "userTask_organHeadApproval", DemoForms.approveDecision()));
        on(on.plusDays(1), () -> office.complete(OFFICE, id(name), "userTask_issueDecision", DemoForms.issue()));
        on(on.plusDays(1), () -> served(name, "decision", "userTask_serveDecision"));
    }

    private void served(String name, String letter, String task) {
        office.serve(CLERK, id(name), letter);
        office.complete(CLERK, id(name), task, DemoForms.served());
    }

    private void red(String name, String contact, LocalDate on, String subject, String source) {
        cases.put(
                name,
                office.start(
                        SUPERVISOR,
                        "supervisionOrder",
                        DemoForms.redLight(office.organOf(contact), on, subject, source)));
    }

    private void ordered(String name, LocalDate on, int workingDays) {
        on(
                on,
                () -> office.complete(
                        SUPERVISOR, id(name), "userTask_draftOrder", DemoForms.order("行政机关负责人未出庭应诉", workingDays)));
        on(on, () -> office.complete(HEAD, id(name), "userTask_approveOrder", DemoForms.approve()));
        on(on, () -> office.complete(SUPERVISOR, id(name), "userTask_issueOrder", DemoForms.issue()));
        on(on, () -> {
            office.serve(SUPERVISOR, id(name), "supervision-order");
            office.complete(SUPERVISOR, id(name), "userTask_serveOrder", DemoForms.served());
        });
    }

    private void file(String name, String title, String number, LocalDate publishedOn) {
        cases.put(
                name,
                office.start(
                        DISTRICT,
                        "recordReview",
                        DemoForms.document(office.organOf(DISTRICT), title, number, publishedOn, office.today())));
    }

    private void on(LocalDate day, Runnable act) {
        entries.add(new Entry(day, act));
    }

    /** The case of that name in the diary. */
    String id(String name) {
        String id = cases.get(name);
        if (id == null) {
            throw new IllegalStateException("the diary speaks of " + name + " before it exists");
        }
        return id;
    }

    /** All cases of the diary. */
    Set<String> ids() {
        return Set.copyOf(cases.values());
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
