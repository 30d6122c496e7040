package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterFiles;
import io.mingjing.document.LetterState;
import io.mingjing.document.Letters;
import io.mingjing.engine.CatchUp;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Mediation and stay beside a review, and what follows its decision, each with its day and what it refuses. */
@IntegrationTest
class BesideReviewIT {

    private static final Map<String, Object> YES = Map.of("result", "APPROVE", "opinion", "同意。");
    private static final String CONCESSION = "被申请人口头表示愿意减半处罚";
    private static final String OFFICER = "review-officer";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Mediations mediations;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Publications publications;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Letters letters;

    @Autowired
    private LetterFiles files;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Parties parties;

    @Autowired
    private CatchUp catchUp;

    @LocalServerPort
    private int port;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void mediationSuspendsOnlyWhereBothAgreeAndBackingOutLetsTheClockRunAgain() throws IOException {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        day(3);
        assertRefusedField(
                "pausing", "MEDIATION_NOT_AGREED", () -> begin(review, "mediation", mediation("YES", false)));
        begin(review, "mediation", mediation("YES", true));
        assertThat(decisionLimit(review).state()).isEqualTo(LimitState.RUNNING);
        review.complete(
                "organ-head",
                "userTask_approvePause",
                Map.of("result", "APPROVE", "opinion", "同意中止。", "pauseOrder", "盛政复中〔2026〕1号"));
        assertThat(decisionLimit(review).state()).isEqualTo(LimitState.RUNNING);
        order(review, "Suspension", "suspension-notice");
        assertThat(decisionLimit(review).state()).isEqualTo(LimitState.PAUSED);
        assertThat(letters.recipients(letters.current(review.id(), "suspension-notice")
                        .orElseThrow()
                        .id()))
                .hasSize(2);

        day(5);
        agree(review);
        review.complete(OFFICER, "userTask_collectSignature", signing("SIGN", applicant(review), "2026-03-05"));
        assertRefusedField(
                "signatory",
                "SIGNED_ALREADY",
                () -> review.complete(
                        OFFICER, "userTask_collectSignature", signing("SIGN", applicant(review), "2026-03-05")));
        day(9);
        review.complete(OFFICER, "userTask_collectSignature", signing("BACK_OUT", respondent(review), "2026-03-09"));

        order(review, "Resumption", "resumption-notice");
        CaseLimit limit = decisionLimit(review);
        assertThat(limit.state()).isEqualTo(LimitState.RUNNING);
        assertThat(limits.pauses(limit))
                .extracting(pause -> tuple(pause.ground(), pause.from(), pause.to()))
                .containsExactly(tuple("6", LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 9)));
        assertThat(letters.of(review.id()))
                .filteredOn(letter -> letter.type().equals(Mediations.LETTER))
                .extracting(Letter::state)
                .containsExactly(LetterState.VOID);
        assertThat(review.open()).containsExactly("userTask_draftDecision");

        // what was conceded stays out of the decision and out of the main part
        review.to(Step.DRAFTED);
        Letter decision = letters.current(review.id(), "decision").orElseThrow();
        assertThat(text(files.preview(decision.id(), review.actor(OFFICER)))).doesNotContain(CONCESSION);
        assertThat(mediations.of(review.id(), review.actor("organ-contact"))).isEmpty();
        assertThat(mediations.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(mediation -> {
                    assertThat(mediation.concessions()).contains(CONCESSION);
                    assertThat(mediation.result()).isEqualTo("BACKED_OUT");
                    assertThat(mediation.effectiveOn()).isNull();
                });
    }

    @Test
    void aMediationLetterTakesEffectWhenAllHaveSignedAndTheSealIsOnIt() {
        ReviewCase review = ReviewCase.registered(context).to(Step.COPIED);
        day(3);
        begin(review, "mediation", mediation("YES", true));
        review.complete(
                "organ-head",
                "userTask_approvePause",
                Map.of("result", "APPROVE", "opinion", "同意中止。", "pauseOrder", "盛政复中〔2026〕2号"));
        begin(review, "committee", Map.of("consultationQuestions", "能否调解？", "consultationDocuments", "案件审理报告。"));
        agree(review);
        review.complete(OFFICER, "userTask_collectSignature", signing("SIGN", applicant(review), "2026-03-03"));
        day(4);
        review.complete(OFFICER, "userTask_collectSignature", signing("SIGN", respondent(review), "2026-03-04"));
        assertThat(review.file().state()).isEqualTo(CaseState.OPEN);
        day(6);
        review.complete("gov-office", "userTask_issueMediationLetter", ReviewCase.issue());

        assertThat(review.file()).satisfies(file -> {
            assertThat(file.state()).isEqualTo(CaseState.CLOSED);
            assertThat(file.outcome()).isEqualTo("MEDIATED");
            assertThat(file.closedOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        });
        assertThat(review.open()).containsExactly("userTask_serveMediationLetter");
        assertThat(procedures.running(review.id(), "committee")).isFalse();
        assertThat(limits.of(review.id())).noneMatch(limit -> limit.state().isOpen());
        assertThat(letters.current(review.id(), Mediations.LETTER).orElseThrow().number())
                .contains("复调〔2026〕");
        Mediation mediation = mediations.of(review.id(), review.actor(OFFICER)).get(0);
        assertThat(mediation.effectiveOn()).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(mediations.signatures(mediation.id()))
                .extracting(Mediation.Signature::signedOn)
                .containsExactly(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4));
        review.serve(Mediations.LETTER).complete("intake-clerk", "userTask_serveMediationLetter", Map.of());
        review.complete(
                OFFICER,
                "userTask_followMediation",
                Map.of("performed", "YES", "performedOn", "2026-03-06", "note", "已退还。"));
        assertThat(review.open()).containsExactly("userTask_archiveMediation");
    }

    @Test
    void aSettlementBeginsTheWithdrawalByItself() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        begin(review, "mediation", mediation("NO", true));
        review.complete(
                OFFICER,
                "userTask_recordMediation",
                Map.of(
                        "mediatedOn", "2026-03-02",
                        "mediatedPlace", "区司法局调解室",
                        "mediatedPersons", "双方到场。",
                        "concessions", CONCESSION,
                        "mediationResult", "SETTLED"));
        assertThat(review.open()).contains("userTask_reviseWithdrawal");
        review.complete(
                OFFICER,
                "userTask_reviseWithdrawal",
                Map.of(
                        "proposal", "CONTINUE",
                        "requestedOn", "2026-03-02",
                        "requestWay", "WRITTEN",
                        "statedReason", "双方已经和解。",
                        "settled", "true",
                        "voluntary", "true",
                        "voluntariness", "经当面核实，系真实意思。"));
        assertThat(review.open()).contains("userTask_reviewWithdrawal");
        assertThat(letters.current(review.id(), "termination")).isPresent();
    }

    /** Approved by both heads, issued today and served on everybody. */
    private static void order(ReviewCase review, String what, String letter) {
        Map<String, Object> agree = Map.of("result", "APPROVE", "opinion", "同意。");
        review.complete("unit-head", "userTask_review" + what, agree);
        review.complete("organ-head", "userTask_sign" + what, agree);
        review.complete("intake-clerk", "userTask_issue" + what, ReviewCase.issue());
        review.serve(letter).complete("intake-clerk", "userTask_serve" + what, Map.of());
    }

    @Test
    void aMediationThatIsStillUnderWayEndsWithTheDecision() {
        ReviewCase review = ReviewCase.registered(context).to(Step.DRAFTED);
        begin(review, "mediation", mediation("NO", false));
        review.to(Step.DECIDED);
        assertThat(review.open()).containsExactly("userTask_serveDecision");
        assertThat(mediations.running(review.id())).isFalse();
        assertThat(procedures.offered(review.file(), review.actor(OFFICER)))
                .extracting(Procedures.Offer::processKey)
                .doesNotContain("mediation", "stayOfExecution")
                .contains("reviewOpinion", "decisionCorrection", "suitAfterReview");
    }

    @Test
    void aStayNeedsOneOfFourGroundsAndTheOrganAndIsLiftedByItsOwnLetter() {
        ReviewCase review = ReviewCase.registered(context).to(Step.COPIED);
        begin(
                review,
                "stayOfExecution",
                Map.of(
                        "stayGround", "REQUESTED",
                        "stayRequestedBy", "申请人",
                        "stayScope", "停止缴纳罚款。",
                        "stayReason", "缴纳后难以追回。"));
        assertRefusedField(
                "stayGround",
                "NOT_AN_OPTION",
                () -> begin(
                        ReviewCase.registered(context).to(Step.COPIED),
                        "stayOfExecution",
                        Map.of("stayGround", "CONVENIENT", "stayScope", "停止缴纳罚款。", "stayReason", "方便。")));
        approve(review, "Stay");
        Letter stay = letters.current(review.id(), "stay-decision").orElseThrow();
        assertThat(stay.number()).contains("复停〔2026〕");
        assertThat(letters.recipients(stay.id())).hasSize(2);
        review.complete(OFFICER, "userTask_liftStay", Map.of("lifting", "LIFT", "liftingReason", "申请人已经自行缴纳。"));
        approve(review, "Lifting");
        assertThat(letters.current(review.id(), "stay-lifting").orElseThrow().issued())
                .isTrue();
        assertThat(followUps.of(review.id(), review.actor(OFFICER)))
                .extracting(FollowUp::kind, FollowUp::result)
                .containsExactly(tuple("STAY_PROPOSED", "REQUESTED"), tuple("STAY_LIFTED", null));
    }

    @Test
    void aSlipIsCorrectedByANoticeWithItsOwnNumberServedOnEverybody() {
        ReviewCase review = decided();
        Map<String, Object> slip = Map.of("errorText", "2025年", "correctText", "2026年");
        assertRefusedField("slipOnly", "REQUIRED", () -> begin(review, "decisionCorrection", slip));
        Map<String, Object> confirmed = new HashMap<>(slip);
        confirmed.put("slipOnly", true);
        String before = letters.current(review.id(), "decision").orElseThrow().docxSha256();
        begin(review, "decisionCorrection", confirmed);
        approve(review, "CorrectionNotice");
        Letter notice = letters.current(review.id(), "decision-correction").orElseThrow();
        assertThat(notice.number()).contains("复更〔2026〕");
        assertThat(letters.allServed(notice.id())).isTrue();
        assertThat(letters.current(review.id(), "decision").orElseThrow().docxSha256())
                .isEqualTo(before);
    }

    @Test
    void eachPartyMaySueWithinFifteenDaysOfItsOwnService() {
        ReviewCase review = decided();
        assertThat(followUps.reached(review.id()))
                .extracting(reached -> reached.party().role(), FollowUps.Reached::servedOn, FollowUps.Reached::sueUntil)
                .containsExactly(
                        tuple(PartyRole.APPLICANT, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 17)),
                        tuple(PartyRole.RESPONDENT, LocalDate.of(2026, 3, 2), null));
        day(18);
        assertRefusedField(
                "plaintiff", "PARTY_UNKNOWN", () -> begin(review, "suitAfterReview", suit("张三", "2026-03-17")));
        assertRefusedField(
                "filedOn",
                "BEFORE_SERVICE",
                () -> begin(review, "suitAfterReview", suit(applicant(review), "2026-03-01")));
        begin(review, "suitAfterReview", suit(applicant(review), "2026-03-17"));
        review.complete(
                OFFICER, "userTask_recordSuitResult", Map.of("suitResult", "DISMISSED", "judgedOn", "2026-03-18"));
        begin(review, "suitAfterReview", suit(applicant(review), "2026-03-18"));
        assertThat(followUps.of(review.id(), review.actor(OFFICER)))
                .extracting(FollowUp::kind, FollowUp::result, FollowUp::happenedOn)
                .containsExactly(
                        tuple("SUIT_FILED", "IN_TIME", LocalDate.of(2026, 3, 17)),
                        tuple("SUIT_RESULT", "DISMISSED", LocalDate.of(2026, 3, 18)),
                        tuple("SUIT_FILED", "LATE", LocalDate.of(2026, 3, 18)));
    }

    @Test
    void anOpinionLetterIsAnsweredWithinSixtyDaysAndItsLapseBearsTheLastDay() {
        ReviewCase review = decided();
        begin(review, "reviewOpinion", Map.of("opinionFacts", "未告知权利。", "opinionDemands", "完善告知制度。"));
        approve(review, "Opinion");
        assertThat(limits.open(review.id(), "AR-OPINION").orElseThrow().dueOn()).isEqualTo(LocalDate.of(2026, 5, 6));
        StoryDay.set(
                context,
                LocalDateTime.of(2026, 5, 7, 9, 0)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
        catchUp.runDue();
        assertThat(followUps.of(review.id(), review.actor(OFFICER)))
                .extracting(FollowUp::kind, FollowUp::happenedOn)
                .containsExactly(tuple("OPINION_OVERDUE", LocalDate.of(2026, 5, 6)));
        review.complete("organ-contact", "userTask_answerOpinion", Map.of("answerText", "已完善。", "answerPerson", "林国栋"));
        review.complete(OFFICER, "userTask_reviewAnswer", Map.of("answerResult", "RECTIFIED", "note", "已核查。"));
        assertThat(procedures.running(review.id(), "reviewOpinion")).isFalse();
    }

    @Test
    void performanceIsOrderedOnlyAfterThePeriodOfTheDecision() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        Map<String, Object> redo = ReviewCase.revocation();
        redo.put("outcome", "REVOKE_REDO");
        redo.put("orderedDays", "5");
        review.complete(OFFICER, "userTask_draftDecision", redo);
        review.complete("unit-head", "userTask_unitHeadReview", YES);
        review.complete(
                "organ-head",
                "userTask_organHeadApproval",
                Map.of("result", "APPROVE", "opinion", "同意。", "approvalForm", "ORGAN_HEAD"));
        review.complete("gov-office", "userTask_issueDecision", ReviewCase.issue());
        review.serve("decision").complete("intake-clerk", "userTask_serveDecision", Map.of());
        Map<String, Object> order = Map.of(
                "performed", "DECISION", "unperformed", "未重新作出。", "orderLength", "7", "orderUnit", "WORKING_DAY");
        assertRefusedField("performed", "PERFORMANCE_RUNS", () -> begin(review, "performanceOrder", order));
        assertRefusedField("performed", "PERFORMANCE_NEEDED", () -> follow(review, "NOT_NEEDED"));
        assertRefusedField("performed", "PERIOD_RUNS_STILL", () -> follow(review, "NO"));
        day(10); // the fifth day was a Saturday and rolled
        assertRefusedField("performed", "PERFORMANCE_NOT_ORDERED", () -> follow(review, "NO"));
        begin(review, "performanceOrder", order);
        approve(review, "PerformanceOrder");
        assertThat(limits.open(review.id(), "AR-PERFORM").orElseThrow().dueOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        review.complete(
                "organ-contact",
                "userTask_reportPerformance",
                Map.of("performanceText", "已重新作出。", "performedOn", "2026-03-09"));
        review.complete(OFFICER, "userTask_checkPerformance", Map.of("performanceResult", "PERFORMED", "note", "属实。"));
        assertThat(limits.open(review.id(), "AR-PERFORM")).isEmpty();
    }

    private static void follow(ReviewCase review, String performed) {
        review.complete(OFFICER, "userTask_followPerformance", Map.of("performed", performed, "note", "未重新作出。"));
    }

    @Test
    void lettersToThoseWhoAreNoPartiesAreAddressedAndServedByName() {
        ReviewCase review = decided();
        begin(
                review,
                "reviewAdvice",
                Map.of("addressee", "盛阳市城市管理局", "adviceFacts", "多起案件未告知。", "adviceText", "统一告知书。"));
        review.complete("unit-head", "userTask_reviewAdvice", YES)
                .complete("intake-clerk", "userTask_issueAdvice", ReviewCase.issue())
                .serve("advice-letter")
                .complete("intake-clerk", "userTask_serveAdvice", Map.of());
        assertThat(limits.of(review.id())).noneMatch(limit -> limit.state().isOpen());

        assertRefusedField(
                "addressee",
                "ADDRESSEE_NOT_SUPERIOR",
                () -> begin(
                        review,
                        "superiorCopy",
                        Map.of(
                                "addressee",
                                parties.of(review.id(), PartyRole.RESPONDENT)
                                        .get(0)
                                        .name(),
                                "copiedPapers",
                                "行政复议决定书。")));
        begin(review, "superiorCopy", Map.of("addressee", "省住房和城乡建设厅", "copiedPapers", "行政复议决定书。"));
        approve(review, "Copy");
        Letter copy = letters.current(review.id(), "superior-copy").orElseThrow();
        assertThat(letters.recipients(copy.id()))
                .singleElement()
                .satisfies(recipient -> assertThat(recipient.name()).isEqualTo("省住房和城乡建设厅"));

        begin(
                review,
                "misconductTransfer",
                Map.of("addressee", "盛阳市监察委员会", "suspects", "有关执法人员", "misconductFacts", "伪造送达回证。"));
        approve(review, "Transfer");
        begin(
                review,
                "complianceInterview",
                Map.of(
                        "interviewee", "主要负责人",
                        "interviewOn", "2026-03-05",
                        "interviewPlace", "市政府三楼",
                        "interviewReason", "逾期未履行。"));
        approve(review, "Interview");
        review.complete(
                OFFICER,
                "userTask_recordInterview",
                Map.of(
                        "interviewedOn", "2026-03-02",
                        "interviewers", "高远",
                        "interviewRecord", "承诺限期履行。",
                        "further", "CRITICISM",
                        "criticisedOn", "2026-03-02",
                        "criticismText", "予以通报批评。"));
        assertThat(followUps.of(review.id(), review.actor(OFFICER)))
                .extracting(FollowUp::kind)
                .containsExactlyInAnyOrder("INTERVIEW", "CRITICISM");
    }

    @Test
    void aDecisionIsPublishedWithoutNamesAfterAnotherPersonCheckedIt() {
        ReviewCase review = decided();
        String proposal = publications.proposal(review.id());
        assertThat(proposal).contains("经查").doesNotContain("吴𠮷祥");
        assertRefusedField(
                "publicText",
                "NAMES_LEFT",
                () -> begin(review, "decisionPublication", Map.of("publicTitle", "决定书", "publicText", "申请人吴𠮷祥请求撤销。")));
        begin(review, "decisionPublication", Map.of("publicTitle", "行政复议决定书", "publicText", proposal));
        assertRefused("PUBLICATION_OWN", () -> publications.check(review.id(), review.actor(OFFICER)));
        assertThat(publications.published(50)).noneMatch(each -> each.caseId().equals(review.id()));
        review.complete("unit-head", "userTask_checkPublication", YES);
        assertThat(publications.published(50))
                .filteredOn(each -> each.caseId().equals(review.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.publishedOn()).isEqualTo(LocalDate.of(2026, 3, 2)));
    }

    @Test
    void anybodyFindsPublishedDecisionsByTheirWordsAndReadsThemOnThePortal() throws Exception {
        ReviewCase first = published("营业执照甲〇九");
        ReviewCase second = published("营业执照乙〇九 100%");
        ReviewCase open = decided();
        begin(open, "decisionPublication", Map.of("publicTitle", "执照〇九", "publicText", "没有核对。"));

        List<Publication> page = publications.published("〇九", null, null, 1);
        assertThat(publications.published("〇九 执照", null, null, 9))
                .extracting(Publication::caseId)
                .containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(publications.published(
                        "〇九", page.get(0).publishedOn(), page.get(0).caseId(), 9))
                .hasSize(1)
                .doesNotContainAnyElementsOf(page);
        assertThat(publications.published("100%", null, null, 9))
                .extracting(Publication::caseId)
                .containsExactly(second.id());

        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/portal/decisions?q=" + URLEncoder.encode("甲〇九", StandardCharsets.UTF_8))
                        .body())
                .contains("营业执照甲〇九", "2026-03-02")
                .doesNotContain("营业执照乙〇九");
        assertThat(visitor.get("/portal/decisions/" + first.id()).body())
                .contains("营业执照甲〇九", "经查")
                .doesNotContain("吴𠮷祥");
        assertThat(visitor.get("/portal/decisions/" + open.id()).statusCode()).isEqualTo(404);
    }

    private ReviewCase published(String title) {
        ReviewCase review = decided();
        begin(
                review,
                "decisionPublication",
                Map.of("publicTitle", title, "publicText", publications.proposal(review.id())));
        return review.complete("unit-head", "userTask_checkPublication", YES);
    }

    private ReviewCase decided() {
        return ReviewCase.registered(context).to(Step.SERVED);
    }

    private void begin(ReviewCase review, String key, Map<String, Object> values) {
        procedures.start(review.id(), key, values, null, review.actor(OFFICER));
    }

    private void agree(ReviewCase review) {
        Map<String, Object> record = new HashMap<>(Map.of(
                "mediatedOn", today(),
                "mediatedPlace", "市司法局调解室",
                "mediatedPersons", "双方到场",
                "concessions", CONCESSION,
                "mediationResult", "AGREED",
                "agreement", "罚款减为五百元。",
                "disputeFacts", "双方对告知程序有争议。"));
        review.complete(OFFICER, "userTask_recordMediation", record);
        review.complete("unit-head", "userTask_reviewMediationLetter", YES);
        review.complete("organ-head", "userTask_signMediationLetter", YES);
    }

    /** Through both heads, the office and the desk. */
    private void approve(ReviewCase review, String steps) {
        review.complete("unit-head", "userTask_review" + steps, YES)
                .complete("organ-head", "userTask_sign" + steps, YES)
                .complete("gov-office", "userTask_issue" + steps, ReviewCase.issue());
        letters.of(review.id()).stream()
                .filter(Letter::issued)
                .filter(letter -> !letters.allServed(letter.id()))
                .forEach(letter -> review.serve(letter.type()));
        review.complete("intake-clerk", "userTask_serve" + steps, Map.of());
    }

    private static Map<String, Object> mediation(String pausing, boolean respondentAgrees) {
        return Map.of(
                "proposedBy",
                "APPLICANT",
                "applicantAgrees",
                true,
                "respondentAgrees",
                respondentAgrees,
                "pausing",
                pausing);
    }

    private static Map<String, Object> signing(String signing, String who, String on) {
        return Map.of("signing", signing, "signatory", who, "signedOn", on);
    }

    private static Map<String, Object> suit(String plaintiff, String on) {
        return Map.of("plaintiff", plaintiff, "court", "和安区人民法院", "filedOn", on);
    }

    private String applicant(ReviewCase review) {
        return parties.of(review.id(), PartyRole.APPLICANT).get(0).name();
    }

    private String respondent(ReviewCase review) {
        return parties.of(review.id(), PartyRole.RESPONDENT).get(0).name();
    }

    private CaseLimit decisionLimit(ReviewCase review) {
        return limits.of(review.id()).stream()
                .filter(limit -> limit.rule().startsWith("AR-DECIDE"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void day(int ofMarch) {
        StoryDay.set(
                context,
                LocalDateTime.of(2026, 3, ofMarch, 9, 0)
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .toInstant());
    }

    private String today() {
        return LocalDate.now(context.getBean(java.time.Clock.class)).toString();
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void assertRefusedField(String field, String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(Refusal.FieldError::field, Refusal.FieldError::code)
                                .contains(tuple(field, code)));
    }
}
