package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.ClockHealth;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Letters;
import io.mingjing.review.Inspection.State;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Inspection and appraisal: their letters, their results as evidence, and the days that do not count (实施条例 art. 45, 46). */
@IntegrationTest
class InspectionIT {

    private static final String OFFICER = "review-officer";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Inspections inspections;

    @Autowired
    private Procedures procedures;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Letters letters;

    @BeforeEach
    void monday() {
        day(2);
    }

    @Test
    void theDaysOfAnInspectionDoNotCountAndItsRecordIsEvidence() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        // accepted on 2 March: sixty days end on Friday 1 May, a holiday, and so on 6 May
        assertThat(decideOn(review)).isEqualTo(LocalDate.of(2026, 5, 6));
        refusedField("siteOn", "DATE_TOO_EARLY", () -> start(review, site("2026-03-01")));
        start(review, site("2026-03-10"));
        refused("INSPECTION_UNDER_WAY_DRAFT", () -> inspections.requireDone(review.id()));
        approve(review, "APPROVE");
        review.complete("intake-clerk", "userTask_issueInspectionNotice", ReviewCase.issue());
        assertThat(letters.current(review.id(), Inspections.NOTICE)
                        .orElseThrow()
                        .number())
                .contains("复勘〔2026〕");
        review.serve(Inspections.NOTICE).complete("intake-clerk", "userTask_serveInspectionNotice", Map.of());
        day(16);
        review.attach(OFFICER, "userTask_recordInspection", "勘验笔录");
        refusedField("inspectors", "STAFF_FEW", () -> inspected(review, "周明远", "2026-03-10", "2026-03-15", null));
        refusedField("endedOn", "BEFORE_BEGIN", () -> inspected(review, "周明远、沈若溪", "2026-03-11", "2026-03-10", null));
        refusedField("beganOn", "DATE_TOO_EARLY", () -> inspected(review, "周明远、沈若溪", "2026-03-01", "2026-03-10", null));
        inspected(review, "周明远、沈若溪", "2026-03-10", "2026-03-15", null);

        // from the 10th to the 15th, six days: 1 May and six days are 7 May, a working day
        assertThat(decideOn(review)).isEqualTo(LocalDate.of(2026, 5, 7));
        assertThat(inspections.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(State.DONE);
                    assertThat(one.excludedFrom()).isEqualTo(LocalDate.of(2026, 3, 10));
                    assertThat(one.excludedTo()).isEqualTo(LocalDate.of(2026, 3, 16));
                    assertThat(one.inspectorNames()).isEqualTo("周明远、沈若溪");
                });
        assertThat(evidence.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(exhibit -> {
                    assertThat(exhibit.title()).isEqualTo("勘验笔录");
                    assertThat(exhibit.source()).isEqualTo(Exhibit.Source.INSPECTION);
                    assertThat(exhibit.attachmentId()).isNotNull();
                });
        assertThat(evidence.of(review.id(), review.actor("organ-contact"))).isEmpty();
        assertThat(page(review, "/evidence")).contains("行政复议机构（现场勘验）").doesNotContain("按期提交");
        inspections.requireDone(review.id());
    }

    @Test
    void theClockStandsStillFromTheEntrustmentToTheOpinion() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        Map<String, Object> unasked = appraisal();
        unasked.put("askedBy", "NOBODY");
        refused("APPRAISAL_NOT_ASKED", () -> start(review, unasked));
        start(review, appraisal());
        approve(review, "RETURN");
        Map<String, Object> again = appraisal();
        again.put("proposal", "CONTINUE");
        review.complete(OFFICER, "userTask_reviseInspection", again);
        approve(review, "APPROVE");
        review.complete("intake-clerk", "userTask_issueEntrustment", ReviewCase.issue());
        day(9);
        review.serve(Inspections.ENTRUSTMENT).complete("intake-clerk", "userTask_serveEntrustment", Map.of());
        assertThat(limits.of(review.id()))
                .filteredOn(limit -> limit.rule().equals("AR-DECIDE-ORD"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.state()).isEqualTo(LimitState.PAUSED);
                    assertThat(limit.pausedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
                    assertThat(limit.dueOn()).isNull();
                });
        assertThat(context.getBean(Suspensions.class).suspended(review.id())).isFalse();
        assertThat(page(review, "")).contains("停止计算，剩", "不计入期限 2026-03-09").doesNotContain("中止，剩");
        assertThat(page(review, "/limits")).contains("自2026-03-09停止计算").doesNotContain("自2026-03-09中止");
        String number = review.file().number();
        assertThat(at("/worklist?list=unit&q=" + number))
                .contains(number, "停止计算", "（自 2026-03-09 起，剩")
                .doesNotContain("<b>中止</b>", "<span>中止</span>");
        assertThat(at("/cases?q=" + number.substring(0, number.length() - 1)))
                .contains(number, "自2026-03-09停止计算")
                .doesNotContain("<span>中止</span>");
        day(29);
        review.attach(OFFICER, "userTask_recordAppraisal", "鉴定意见书");
        refusedField("opinionOn", "DATE_TOO_EARLY", () -> appraised(review, "2026-03-06"));
        appraised(review, "2026-03-29");

        // twenty days more: 1 May and twenty days are 21 May
        assertThat(decideOn(review)).isEqualTo(LocalDate.of(2026, 5, 21));
        assertThat(evidence.of(review.id(), review.actor(OFFICER)))
                .extracting(Exhibit::title)
                .containsExactly("鉴定意见（盛阳正信司法鉴定所）");
        assertThat(procedures.running(review.id(), "inspection")).isFalse();
    }

    @Test
    void nothingIsInspectedAfterTheDecisionAndWhatIsUnderWayEndsWithTheCase() {
        ReviewCase review = ReviewCase.registered(context).to(Step.DECIDED);
        refused("PROCEDURE_NOT_OFFERED", () -> start(review, site("2026-03-10")));
        Actor officer = review.actor(OFFICER);
        refused(
                "INSPECTION_TOO_LATE",
                () -> inspections.propose(
                        review.id(),
                        new Inspection.Proposal(
                                Inspection.Ground.SITE,
                                "面积",
                                "有争议",
                                LocalDate.of(2026, 3, 10),
                                "09:30",
                                "现场",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        officer));
        refused("INSPECTION_NONE", () -> inspections.approve(review.id(), "同意。", review.actor("unit-head")));
        refused("UNIT_HEAD_ONLY", () -> inspections.approve(review.id(), "同意。", officer));

        ReviewCase ended = ReviewCase.registered(context).to(Step.REPLIED);
        start(ended, appraisal());
        approve(ended, "APPROVE");
        ended.complete("intake-clerk", "userTask_issueEntrustment", ReviewCase.issue());
        day(3);
        ended.serve(Inspections.ENTRUSTMENT).complete("intake-clerk", "userTask_serveEntrustment", Map.of());
        refused("PROCEDURE_NOT_OFFERED", () -> procedures.start(ended.id(), "exclusion", Map.of(), null, officer));
        procedures.start(
                ended.id(),
                "termination",
                Map.of(
                        "terminationGround", "NO_HEIR",
                        "terminationReason", "申请人死亡，近亲属均表示不参加行政复议。",
                        "evidence", "死亡证明、声明书"),
                null,
                officer);
        Map<String, Object> agreed = Map.of("result", "APPROVE", "opinion", "同意。");
        ended.complete("unit-head", "userTask_reviewTermination", agreed);
        assertThat(limits.of(ended.id())).anyMatch(limit -> limit.state() == LimitState.PAUSED);
        ended.complete("organ-head", "userTask_signTermination", agreed);
        assertThat(inspections.of(ended.id(), officer))
                .extracting(Inspection::state)
                .containsExactly(State.DROPPED);
        assertThat(procedures.running(ended.id(), "inspection")).isFalse();
        assertThat(letters.current(ended.id(), "termination")).isPresent();
    }

    @Test
    void anAppraisalThatOutlastsASuspensionKeepsTheClockStillAfterTheResumption() {
        ReviewCase review = entrusting();
        Suspensions suspensions = context.getBean(Suspensions.class);
        Actor head = review.actor("organ-head");
        suspensions.suspend(review.id(), "5", "中止〔2026〕1号", LocalDate.of(2026, 3, 9), "洪水。", head);
        review.serve(Inspections.ENTRUSTMENT).complete("intake-clerk", "userTask_serveEntrustment", Map.of());
        day(19);
        suspensions.resume(review.id(), "恢复〔2026〕1号", "洪水已退。", LocalDate.of(2026, 3, 19), head);
        assertThat(suspensions.suspended(review.id())).isFalse();
        assertThat(decideOn(review)).isNull();
        day(24);
        review.attach(OFFICER, "userTask_recordAppraisal", "鉴定意见书");
        appraised(review, "2026-03-24");

        // from the 9th to the 24th, fifteen days: 1 May and fifteen days are Saturday 16 May, so 18 May
        assertThat(decideOn(review)).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(inspections.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.excludedFrom()).isEqualTo(LocalDate.of(2026, 3, 9));
                    assertThat(one.excludedTo()).isEqualTo(LocalDate.of(2026, 3, 24));
                });
    }

    @Test
    void aCaseIsSuspendedWhileAnAppraisalStopsItsClockAndTheOverlapCountsOnce() {
        ReviewCase review = entrusting();
        review.serve(Inspections.ENTRUSTMENT).complete("intake-clerk", "userTask_serveEntrustment", Map.of());
        day(12);
        Suspensions suspensions = context.getBean(Suspensions.class);
        Actor head = review.actor("organ-head");
        Actor unit = review.actor("unit-head");
        LimitActs acts = context.getBean(LimitActs.class);
        String limit = clock(review).id();
        suspensions.suspend(review.id(), "1", "中止〔2026〕1号", LocalDate.of(2026, 3, 12), "申请人死亡。", head);
        refused(
                "SUSPENDED_ALREADY",
                () -> suspensions.suspend(review.id(), "5", "2号", LocalDate.of(2026, 3, 12), "洪水。", head));
        refused(
                "LIMIT_PAUSED",
                () -> acts.pause(limit, new PauseOrder(LocalDate.of(2026, 3, 12), "SITE", "3号", null, null), unit));
        assertThat(suspensions.suspended(review.id())).isTrue();
        assertThat(clock(review).pausedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        long left = limits.daysLeft(clock(review), LocalDate.of(2026, 3, 12)).orElseThrow();
        day(24);
        review.attach(OFFICER, "userTask_recordAppraisal", "鉴定意见书");
        appraised(review, "2026-03-24");
        assertThat(decideOn(review)).isNull();
        assertThat(clock(review).pausedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(limits.daysLeft(clock(review), LocalDate.of(2026, 3, 24))).hasValue(left);
        day(30);
        suspensions.resume(review.id(), "恢复〔2026〕1号", "继承人参加复议。", LocalDate.of(2026, 3, 30), head);

        // from the 9th to the 30th, twenty-one days: 1 May and as many are Friday 22 May
        assertThat(decideOn(review)).isEqualTo(LocalDate.of(2026, 5, 22));
        assertThat(context.getBean(ClockHealth.class).check())
                .noneMatch(finding -> finding.caseId().equals(review.id()));
    }

    /** On 9 March, with the letter to the institution issued and not yet served. */
    private ReviewCase entrusting() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        start(review, appraisal());
        approve(review, "APPROVE");
        review.complete("intake-clerk", "userTask_issueEntrustment", ReviewCase.issue());
        day(9);
        return review;
    }

    private CaseLimit clock(ReviewCase review) {
        return limits.of(review.id()).stream()
                .filter(limit -> limit.rule().equals("AR-DECIDE-ORD"))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable LocalDate decideOn(ReviewCase review) {
        return clock(review).dueOn();
    }

    private void start(ReviewCase review, Map<String, Object> values) {
        procedures.start(review.id(), "inspection", values, null, review.actor(OFFICER));
    }

    private static void approve(ReviewCase review, String result) {
        review.complete("unit-head", "userTask_approveInspection", Map.of("result", result, "opinion", "按此办理。"));
    }

    private static void inspected(
            ReviewCase review, String inspectors, String from, String to, @Nullable String refusal) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "beganOn",
                from,
                "endedOn",
                to,
                "inspectors",
                inspectors,
                "cardsShown",
                "true",
                "presentPersons",
                "吴𠮷祥、孙立",
                "inspectionRecord",
                "占用人行道三点二平方米。",
                "recordSigned",
                List.of("APPLICANT")));
        if (refusal != null) {
            values.put("signatureRefusal", refusal);
        }
        review.complete(OFFICER, "userTask_recordInspection", values);
    }

    private static void appraised(ReviewCase review, String on) {
        review.complete(OFFICER, "userTask_recordAppraisal", Map.of("opinionOn", on, "opinionText", "签名不是本人书写。"));
    }

    private static Map<String, Object> site(String on) {
        return new HashMap<>(Map.of(
                "ground", "SITE",
                "matters", "占道经营的位置和面积。",
                "reason", "双方对面积各执一词。",
                "siteOn", on,
                "siteTime", "09:30",
                "sitePlace", "槐荫路18号门前"));
    }

    private static Map<String, Object> appraisal() {
        return new HashMap<>(Map.of(
                "ground", "APPRAISAL",
                "matters", "送达回证上的签名是否为本人书写。",
                "reason", "申请人否认签收。",
                "askedBy", "APPLICANT",
                "askedOn", "2026-03-02",
                "institution", "盛阳正信司法鉴定所",
                "chosenHow", "AGREED",
                "qualified", "true",
                "feePayer", "申请人"));
    }

    private String page(ReviewCase review, String tab) throws Exception {
        return at("/cases/" + review.id() + tab);
    }

    private String at(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(get(address).with(user(OFFICER)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void day(int ofMarch) {
        StoryDay.set(context, StoryDay.MORNING.plus(Duration.ofDays(ofMarch - 2L)));
    }

    private static void refusedField(String field, String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors()).anySatisfy(error -> {
                            assertThat(Objects.requireNonNull(error).field()).isEqualTo(field);
                            assertThat(error.code()).isEqualTo(code);
                        }));
    }
}
