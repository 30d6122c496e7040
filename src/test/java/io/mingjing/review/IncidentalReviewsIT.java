package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.ClockHealth;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Procedures;
import io.mingjing.casefile.Procedures.Offer;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.engine.Timekeeper;
import io.mingjing.filing.ReviewedDocuments;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.review.IncidentalReview.State;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The review of documents incidental to a case: what is admitted, which limits run, what the result brings. */
@IntegrationTest
class IncidentalReviewsIT {

    private static final Map<String, Object> APPROVE = Map.of("result", "APPROVE", "opinion", "同意。");
    private static final String TITLE = "盛阳市住宅物业管理办法";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Letters letters;

    @Autowired
    private Procedures procedures;

    @Autowired
    private IncidentalReviews incidentals;

    @Autowired
    private ReviewedDocuments reviewed;

    @Autowired
    private CaseTasks tasks;

    @Autowired
    private ClockHealth health;

    @Autowired
    private People people;

    @Autowired
    private Timekeeper time;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void anOwnDocumentIsExaminedWithinThirtyDaysOfTheSuspensionAndTheReviewResumes() {
        ReviewCase review = ReviewCase.registered(context, Map.of("documentReview", "true", "documentName", TITLE))
                .to(Step.HEARD);
        refused("INCIDENTAL_UNANSWERED", "第五十六条", () -> draft(review));
        assertThat(procedures
                        .beginning(review.id(), "incidentalDocumentReview", review.actor("review-officer"))
                        .values())
                .containsEntry("origin", "REQUEST")
                .containsEntry("documentTitle", TITLE);
        days(1); // Tuesday 3 March
        begin(review, own());
        assertThat(review.open()).contains("userTask_reviewSuspension");
        assertThat(limits.of(review.id())).noneMatch(limit -> limit.rule().startsWith("AR-INC"));
        assertThat(offered(review)).isFalse();
        suspend(review);

        assertThat(decide(review).pausedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(due(review, "AR-INC-ASK")).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThat(due(review, "AR-INC-OWN")).isEqualTo(LocalDate.of(2026, 4, 2));
        assertThat(letters.recipients(letters.current(review.id(), "document-answer-notice")
                        .orElseThrow()
                        .id()))
                .extracting(Recipient::name)
                .containsExactly(maker().name());
        refused("INCIDENTAL_OPEN_DECISION", "第三十九条", () -> draft(review));
        refused(
                "INCIDENTAL_OPEN_RESUMPTION",
                "第三十九条第二款",
                () -> procedures.start(
                        review.id(), "resumption", Map.of("facts", "恢复审理。"), null, review.actor("review-officer")));

        days(1); // 4 March
        review.complete("review-officer", "userTask_draftAnswerNotice", notice(maker().name()));
        review.complete("unit-head", "userTask_approveAnswerNotice", APPROVE);
        review.complete("organ-head", "userTask_signAnswerNotice", APPROVE);
        review.complete("intake-clerk", "userTask_issueAnswerNotice", ReviewCase.issue());
        review.serve("document-answer-notice").complete("intake-clerk", "userTask_serveAnswerNotice", Map.of());
        assertThat(state(review, "AR-INC-ASK")).isEqualTo(LimitState.MET);
        assertThat(due(review, "AR-INC-ANSWER")).isEqualTo(LocalDate.of(2026, 3, 18));

        days(15); // 19 March: the maker kept silent
        assertThat(state(review, "AR-INC-ANSWER")).isEqualTo(LimitState.LAPSED);
        assertThat(only(review).answerMissing()).isTrue();
        review.complete("review-officer", "userTask_examineDocument", unlawful());
        assertThat(letters.fields(letters.current(review.id(), "document-result")
                        .orElseThrow()
                        .id()))
                .containsEntry("findingWord", "违反上位法");
        review.complete("unit-head", "userTask_approveDocumentResult", APPROVE);
        review.complete("organ-head", "userTask_signDocumentResult", APPROVE);
        review.complete("intake-clerk", "userTask_issueDocumentResult", ReviewCase.issue());
        assertThat(only(review).concludedOn()).isEqualTo(LocalDate.of(2026, 3, 19));
        assertThat(state(review, "AR-INC-OWN")).isEqualTo(LimitState.MET);
        assertThat(decide(review).state()).isEqualTo(LimitState.PAUSED);
        assertThat(reviewed.page(null, null, 10, review.actor("filing-officer")))
                .filteredOn(document -> document.reviewCaseId().equals(review.id()))
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.finding()).isEqualTo("AGAINST_HIGHER_LAW");
                    assertThat(document.unlawfulClauses()).isEqualTo("第三条");
                    assertThat(document.reviewedOn()).isEqualTo(LocalDate.of(2026, 3, 19));
                });

        days(1); // 20 March
        resume(review);
        assertThat(decide(review).state()).isEqualTo(LimitState.RUNNING);
        assertThat(decide(review).dueOn()).isEqualTo(LocalDate.of(2026, 5, 18)); // sixty days and seventeen
        refused("INCIDENTAL_TWICE", "第五十九条", () -> begin(review, own()));
        assertThat(tasks.form(review.task("userTask_draftDecision").id(), review.actor("review-officer"))
                        .values())
                .extracting("documentReview")
                .asString()
                .contains(TITLE, "停止该条款的执行");
        draft(review);
        assertThat(letters.fields(
                        letters.current(review.id(), "decision").orElseThrow().id()))
                .extracting("documentReview")
                .asString()
                .contains("第三条");
        assertThat(health.check()).noneMatch(finding -> finding.caseId().equals(review.id()));
    }

    @Test
    void aDocumentOfOthersIsTransferredWithinSevenWorkingDaysAndTheCaseWaitsForTheOpinion() {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        days(1); // 3 March
        begin(review, ministry());
        suspend(review);
        assertThat(due(review, "AR-INC-TRANSFER")).isEqualTo(LocalDate.of(2026, 3, 12));
        days(1); // 4 March
        review.complete("review-officer", "userTask_draftDocumentTransfer", notice("国家税务总局"));
        review.complete("unit-head", "userTask_approveDocumentTransfer", APPROVE);
        review.complete("organ-head", "userTask_signDocumentTransfer", APPROVE);
        review.complete("intake-clerk", "userTask_issueDocumentTransfer", ReviewCase.issue());
        assertThat(state(review, "AR-INC-TRANSFER")).isEqualTo(LimitState.MET);
        review.serve("document-transfer").complete("intake-clerk", "userTask_serveDocumentTransfer", Map.of());
        assertThat(due(review, "AR-INC-OPINION")).isEqualTo(LocalDate.of(2026, 5, 6)); // 3 May is within the holiday

        days(64); // 7 May: nothing came; the case stays suspended
        assertThat(decide(review).state()).isEqualTo(LimitState.PAUSED);
        assertThat(review.open()).contains("userTask_recordDocumentOpinion");
        Map<String, Object> opinion =
                new HashMap<>(Map.of("answeredOn", "2026-05-07", "opinionNo", "税总函〔2026〕8号", "finding", "LAWFUL"));
        opinion.put("findingReason", "该条款没有超越权限。");
        review.complete("review-officer", "userTask_recordDocumentOpinion", opinion);
        assertThat(only(review))
                .extracting(IncidentalReview::state, IncidentalReview::finding, IncidentalReview::resultNo)
                .containsExactly(State.CONCLUDED, "LAWFUL", "税总函〔2026〕8号");
        resume(review);
        assertThat(decide(review).dueOn()).isEqualTo(LocalDate.of(2026, 7, 6)); // 1 May and 65 days is a Sunday
        assertThat(incidentals.decisionText(review.id())).contains("经转送国家税务总局处理", "合法");
    }

    @Test
    void whatTheLawDoesNotAdmitIsRefusedWithItsArticle() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        refused("INCIDENTAL_NOT_BASIS", "第十三条第一款", () -> begin(review, with(own(), "basis", "NO")));
        refused("INCIDENTAL_RULE", "第十三条第二款", () -> begin(review, with(own(), "documentKind", "RULE")));
        refused("INCIDENTAL_NOT_OURS", "第五十六条", () -> begin(review, with(ministry(), "competence", "OWN")));
        Map<String, Object> transferred = with(own(), "competence", "TRANSFER");
        transferred.put("competentOrgan", "省人民政府");
        refused("INCIDENTAL_OURS", "第五十六条", () -> begin(review, transferred));
        refused(
                "INCIDENTAL_FIRST",
                "第三十九条",
                () -> procedures.start(
                        review.id(),
                        "suspension",
                        Map.of("ground", "9", "facts", "审查文件。", "evidence", "文件"),
                        null,
                        review.actor("review-officer")));
        days(1);
        refused("INCIDENTAL_KNOWN_EARLIER", "第五十三条第一款", () -> begin(review, with(own(), "requestedOn", "2026-03-03")));
        Map<String, Object> refusal = with(own(), "admission", "REFUSE");
        refusal.put("requestedOn", "2026-03-03");
        refusal.put("refusalGround", "TOO_LATE");
        begin(review, refusal);
        assertThat(only(review).state()).isEqualTo(State.REFUSED);
        assertThat(procedures.running(review.id(), "incidentalDocumentReview")).isFalse();
        assertThat(incidentals.decisionText(review.id())).contains("实施条例》第五十三条第一款", "不予附带审查");
        review.to(Step.DECIDED);
        refused(
                "INCIDENTAL_TOO_LATE",
                "第五十三条第一款",
                () -> incidentals.begin(
                        review.id(),
                        new IncidentalReview.Draft(
                                "EX_OFFICIO",
                                null,
                                false,
                                TITLE,
                                null,
                                "LOCAL_GOVERNMENT",
                                null,
                                "盛阳市人民政府",
                                true,
                                "第三条",
                                "违反上位法。",
                                null,
                                "OWN",
                                null),
                        review.actor("review-officer")));
    }

    @Test
    void withoutItsSuspensionTheReviewIsGivenUp() {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        begin(review, ministry());
        review.complete("unit-head", "userTask_reviewSuspension", Map.of("result", "RETURN", "opinion", "不是依据。"));
        review.complete("review-officer", "userTask_reviseSuspension", Map.of("proposal", "DROP"));
        assertThat(only(review).state()).isEqualTo(State.DROPPED);
        assertThat(procedures.running(review.id(), "incidentalDocumentReview")).isFalse();
        assertThat(offered(review)).isTrue();
    }

    private Map<String, Object> own() {
        Map<String, Object> values = new HashMap<>();
        values.put("origin", "REQUEST");
        values.put("requestedOn", "2026-03-02");
        values.put("knewDocument", "YES");
        values.put("documentTitle", TITLE);
        values.put("documentNumber", "盛建规〔2025〕3号");
        values.put("documentKind", "LOCAL_GOVERNMENT");
        values.put("makerOrgan", maker().id());
        values.put("basis", "YES");
        values.put("clauses", "第三条");
        values.put("doubts", "第三条增设了行政处罚。");
        values.put("admission", "ADMIT");
        values.put("competence", "OWN");
        return values;
    }

    private static Map<String, Object> ministry() {
        Map<String, Object> values = new HashMap<>();
        values.put("origin", "EX_OFFICIO");
        values.put("documentTitle", "关于票据管理的公告");
        values.put("documentKind", "STATE_COUNCIL_DEPARTMENT");
        values.put("makerName", "国家税务总局");
        values.put("basis", "YES");
        values.put("clauses", "第二条第一款");
        values.put("doubts", "与法律的规定不一致。");
        values.put("competence", "TRANSFER");
        values.put("competentOrgan", "国家税务总局");
        return values;
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, String value) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, Object> notice(String addressee) {
        return Map.of("addressee", addressee, "clauses", "第三条", "doubts", "第三条增设了行政处罚。");
    }

    private static Map<String, Object> unlawful() {
        return Map.of(
                "finding", "AGAINST_HIGHER_LAW",
                "unlawfulClauses", "第三条",
                "higherLaw", "《中华人民共和国行政处罚法》第十六条",
                "findingReason", "该条增设了行政处罚。");
    }

    private Organ maker() {
        return context.getBean(Organs.class)
                .get(people.findByLogin("organ-contact").orElseThrow().organId());
    }

    private void suspend(ReviewCase review) {
        review.complete("unit-head", "userTask_reviewSuspension", APPROVE);
        review.complete("organ-head", "userTask_signSuspension", APPROVE);
        review.complete("intake-clerk", "userTask_issueSuspension", ReviewCase.issue());
        review.serve("suspension-notice").complete("intake-clerk", "userTask_serveSuspension", Map.of());
    }

    private void resume(ReviewCase review) {
        review.complete("unit-head", "userTask_reviewResumption", APPROVE);
        review.complete("organ-head", "userTask_signResumption", APPROVE);
        review.complete("intake-clerk", "userTask_issueResumption", ReviewCase.issue());
        review.serve("resumption-notice").complete("intake-clerk", "userTask_serveResumption", Map.of());
    }

    private static void draft(ReviewCase review) {
        review.complete("review-officer", "userTask_draftDecision", ReviewCase.revocation());
    }

    private void begin(ReviewCase review, Map<String, ?> values) {
        procedures.start(review.id(), "incidentalDocumentReview", values, null, review.actor("review-officer"));
    }

    private boolean offered(ReviewCase review) {
        return procedures.offered(review.file(), review.actor("review-officer")).stream()
                .map(Offer::processKey)
                .anyMatch("incidentalDocumentReview"::equals);
    }

    private IncidentalReview only(ReviewCase review) {
        return incidentals.of(review.id(), review.actor("review-officer")).get(0);
    }

    private CaseLimit decide(ReviewCase review) {
        return limit(review, "AR-DECIDE-ORD");
    }

    private LocalDate due(ReviewCase review, String rule) {
        return Objects.requireNonNull(limit(review, rule).dueOn());
    }

    private LimitState state(ReviewCase review, String rule) {
        return limit(review, rule).state();
    }

    private CaseLimit limit(ReviewCase review, String rule) {
        return limits.of(review.id()).stream()
                .filter(limit -> limit.rule().equals(rule))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(rule + " does not run"));
    }

    private void days(int days) {
        time.advanceTo(context.getBean(Clock.class).instant().plus(Duration.ofDays(days)));
    }

    /** The text that a reader sees names the article. */
    private void refused(String code, String article, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(context.getMessage("refusal." + code, null, Locale.SIMPLIFIED_CHINESE))
                    .contains(article);
        });
    }
}
