package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.identity.DemoPeople;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.Visitor;
import io.mingjing.worklist.Worklist;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** The review of an application before its acceptance: conditions, time to apply, representatives. Today is 2026-03-02. */
@IntegrationTest
class AcceptanceReviewIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AcceptanceReviews acceptances;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Letters letters;

    @Autowired
    private Parties parties;

    @Autowired
    private MessageSource messages;

    @LocalServerPort
    private int port;

    private static final String TASK = "userTask_reviewAcceptance";

    @Test
    void theTimeToApplyRunsFromTheEventThatTheRegulationNames() {
        String caseId = registered(Map.of("actMadeOn", "2025-12-01", "knownOn", "2025-12-10", "knownHow", "POST"));
        ApplicationWindow window = acceptances.window(caseId);
        assertThat(window.start()).isEqualTo(LocalDate.of(2025, 12, 10));
        assertThat(window.due()).isEqualTo(LocalDate.of(2026, 2, 9)); // 2026-02-08 is a Sunday
        assertThat(window.lateBy()).isEqualTo("WINDOW");

        String spot = registered(Map.of("actMadeOn", "2026-01-05", "knownOn", "2026-01-20", "knownHow", "ON_THE_SPOT"));
        assertThat(acceptances.window(spot).start()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void aLateApplicationIsNotAcceptedUnlessAnObstacleStoppedTheClock() {
        ReviewCase review = ReviewCase.registered(context, Map.of("actMadeOn", "2025-12-01", "knownOn", "2025-12-10"));
        wrong("conditionInTime", "WINDOW_PASSED", "第二十条第一款", () -> hand(review, Map.of()));

        hand(review, Map.of("obstacleFrom", "2026-01-10", "obstacleTo", "2026-02-10", "obstacleReason", "洪水封路"));

        assertThat(acceptances.window(review.id()).due()).isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(review.open()).containsExactly("userTask_approveAcceptance");
    }

    @Test
    void whoWasNotToldOfTheRemedyHasAYearAtMost() {
        ReviewCase late = ReviewCase.registered(
                context, Map.of("actMadeOn", "2024-12-01", "knownOn", "2024-12-10", "rightsTold", "NO"));
        wrong("conditionInTime", "YEAR_PASSED", "第二十条第三款", () -> hand(late, Map.of("rightsTold", "NO")));
        ReviewCase inTime = ReviewCase.registered(
                context, Map.of("actMadeOn", "2025-06-01", "knownOn", "2025-06-10", "rightsTold", "NO"));
        assertThat(acceptances.window(inTime.id()).due()).isEqualTo(LocalDate.of(2026, 6, 10));
        hand(inTime, Map.of("rightsTold", "NO"));
    }

    @Test
    void theProcedureIsProposedWhileTheFormIsFilledIn() throws Exception {
        ReviewCase review = ReviewCase.registered(context);
        Visitor visitor = new Visitor(port);
        visitor.signIn("review-officer", DemoPeople.PASSWORD);
        Actor officer = review.actor("review-officer");
        context.getBean(Worklist.class).claim(review.task(TASK).id(), officer);
        String page = visitor.get("/tasks/" + review.task(TASK).id()).body();
        assertThat(page).contains("hx-post=\"/review/procedure\"");
        String token = Visitor.tokenOf(page);
        assertThat(visitor.post(
                                "/review/procedure",
                                Map.of(
                                        "acceptance",
                                        "ACCEPT",
                                        "procedureFacts",
                                        "CLEAR",
                                        "amount",
                                        "3000",
                                        "_csrf",
                                        token))
                        .body())
                .contains("建议适用简易程序", "三千元以下", "第五十三条");
        assertThat(visitor.post("/review/procedure", Map.of("acceptance", "ACCEPT", "amount", "无", "_csrf", token))
                        .body())
                .contains("建议适用普通程序");
        assertThat(visitor.post("/review/procedure", Map.of("acceptance", "REFUSE", "_csrf", token))
                        .body())
                .doesNotContain("建议适用");

        Map<String, Object> values = new HashMap<>(ReviewCase.acceptance());
        values.putAll(Map.of("acceptance", "ACCEPT", "procedure", "SIMPLIFIED"));
        values.remove("procedureFacts");
        assertThatThrownBy(() ->
                        context.getBean(CaseTasks.class).plan(review.task(TASK).id(), values, officer))
                .hasMessageContaining("SIMPLIFIED_WITHOUT_GROUND");
    }

    @Test
    void nothingLetsAnActOfMoreThanFiveYearsIn() {
        ReviewCase review = ReviewCase.registered(context, Map.of("actMadeOn", "2019-05-06", "knownOn", "2026-02-02"));
        wrong("conditionInTime", "CUT_OFF_PASSED", "第二十一条", () -> hand(review, Map.of()));
        hand(review, Map.of("realEstate", "true"));
    }

    @Test
    void aPostedApplicationCountsOnTheDayOfPosting() {
        String caseId = registered(Map.of(
                "channel", "POST", "postedOn", "2026-02-09", "actMadeOn", "2025-12-01", "knownOn", "2025-12-10"));
        assertThat(acceptances.window(caseId).late()).isFalse();
    }

    @Test
    void theWayThroughThePenalisingAgencyDoesNotCount() {
        String caseId = registered(Map.of(
                "channel",
                "VIA_ORGAN",
                "agencyReceivedOn",
                "2026-02-06",
                "actMadeOn",
                "2025-12-01",
                "knownOn",
                "2025-12-10"));
        assertThat(acceptances.window(caseId).filedOn()).isEqualTo(LocalDate.of(2026, 2, 6));
        assertThat(acceptances.window(caseId).late()).isFalse();
    }

    @Test
    void afterACorrectionByTheAgencyOnlyTheTimeUntilItsAnswerDoesNotCount() {
        Map<String, String> corrected = Map.of(
                "channel", "VIA_ORGAN",
                "agencyReceivedOn", "2026-01-12",
                "agencyHandling", "CORRECTED",
                "agencyHandledOn", "2026-01-16",
                "agencyNote", "将罚款五千元改为二千元。",
                "actMadeOn", "2025-12-01",
                "knownOn", "2025-12-10");
        ApplicationWindow window = acceptances.window(registered(corrected));
        assertThat(window.filedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(window.due()).isEqualTo(LocalDate.of(2026, 2, 13)); // 8 February and five days
        assertThat(window.late()).isTrue();
    }

    @Test
    void aSuitBroughtFirstInErrorDoesNotCountUntilItsDismissalWasServed() {
        ReviewCase review = ReviewCase.registered(context, Map.of("actMadeOn", "2025-12-01", "knownOn", "2025-12-10"));
        hand(
                review,
                Map.of(
                        "obstacleFrom", "2026-01-10",
                        "obstacleTo", "2026-02-09",
                        "obstacleKind", "SUIT",
                        "obstacleReason", "未告知复议前置，先行起诉被裁定驳回"));
        assertThat(acceptances.window(review.id()).due()).isEqualTo(LocalDate.of(2026, 3, 11));
    }

    @Test
    void failureToActOpensTheWindowSixtyDaysAfterTheRequest() {
        ReviewCase early =
                ReviewCase.registered(context, Map.of("actKind", "NON_PERFORMANCE", "requestedOn", "2026-01-20"));
        wrong("conditionInTime", "WINDOW_NOT_OPEN", "第二十四条", () -> hand(early, Map.of()));
        String open = registered(Map.of("actKind", "NON_PERFORMANCE", "requestedOn", "2025-12-20"));
        assertThat(acceptances.window(open).early()).isFalse();
        assertThat(acceptances.window(open).due()).isEqualTo(LocalDate.of(2026, 4, 20));
        String urgent = registered(Map.of("actKind", "NON_PERFORMANCE", "requestedOn", "2026-02-26", "urgent", "true"));
        assertThat(acceptances.window(urgent).early()).isFalse();
    }

    @Test
    void acceptanceNeedsAllSevenConditions() {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = ReviewCase.acceptance();
        values.remove("conditionCompetent");
        wrong(
                "conditionCompetent",
                "CONDITIONS_INCOMPLETE",
                "第三十条",
                () -> review.complete("review-officer", TASK, values));
    }

    @Test
    void aRefusalNamesTheConditionThatFailsInItsLetter() {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = ReviewCase.refusal();
        values.remove("conditionInTime");
        wrong(
                "refusalGround",
                "REFUSAL_WITHOUT_CONDITION",
                "第三十条",
                () -> review.complete("review-officer", TASK, values));
        values.put("conditionInScope", "NO");
        values.put("conditionInScopeReason", "属于信访处理。");
        wrong(
                "refusalGround",
                "GROUND_WITHOUT_CONDITION",
                "第三十条第一款",
                () -> review.complete("review-officer", TASK, values));
        values.put("refusalGround", "PETITION");
        values.put("prerequisiteGround", "ON_THE_SPOT");

        review.complete("review-officer", TASK, values);

        Letter refusal = letters.current(review.id(), "refusal").orElseThrow();
        assertThat(letters.fields(refusal.id()))
                .containsEntry("failedConditions", "第（五）项（属于行政复议法规定的行政复议范围）")
                .containsEntry("prerequisite", true);
        assertThat(reviews.get(review.id()).prerequisiteGround()).isEqualTo("ON_THE_SPOT");
        assertThat(acceptances.answers(review.id()))
                .containsExactly(new AcceptanceReviews.Answer(Condition.IN_SCOPE, false, "属于信访处理。"));
    }

    @Test
    void anApplicationInTimeIsNotRefusedAsLate() {
        ReviewCase review = ReviewCase.registered(context, Map.of("actMadeOn", "2026-02-02", "knownOn", "2026-02-03"));
        Map<String, Object> values = ReviewCase.refusal();
        wrong("refusalGround", "WINDOW_STILL_OPEN", "第二十条", () -> review.complete("review-officer", TASK, values));
        values.put("refusalGround", "RESPONDENT_KEPT");
        values.put("conditionParties", "NO");
        values.put("conditionPartiesReason", "被申请人应为区政府。");
        wrong("refusalGround", "RESPONDENT_NOT_TOLD", "第二十九条", () -> review.complete("review-officer", TASK, values));
    }

    @Test
    void moreThanTenApplicantsElectTheirRepresentativesInWriting() {
        ReviewCase review = ReviewCase.registered(context);
        for (int i = 0; i < 10; i++) {
            parties.add(review.id(), NewParty.person(PartyRole.APPLICANT, "申请人" + i), review.actor("intake-clerk"));
        }
        parties.of(review.id(), PartyRole.APPLICANT).stream()
                .limit(2)
                .forEach(one -> parties.represent(one.id(), true, one.version(), review.actor("intake-clerk")));
        refused("ELECTION_MISSING", "第十七条", () -> hand(review, Map.of()));
        LocalDate day = LocalDate.of(2026, 3, 1);
        refused(
                "ELECTION_UNSIGNED",
                "第十七条",
                () -> acceptances.recordElection(review.id(), day, false, review.actor("intake-clerk")));
        acceptances.recordElection(review.id(), day, true, review.actor("intake-clerk"));
        hand(review, Map.of());
        assertThat(acceptances.facts(review.id()).electedOn()).isEqualTo(day);
    }

    @Test
    void oneApplicationConcernsOneAct() {
        wrong(
                "actNumber",
                "ONE_ACT",
                "第二十二条第四款",
                () -> ReviewCase.registered(context, Map.of("actNumber", "住建罚字〔2026〕7号、住建罚字〔2026〕8号")));
    }

    private String registered(Map<String, ?> changes) {
        return ReviewCase.registered(context, changes).id();
    }

    private static void hand(ReviewCase review, Map<String, ?> changes) {
        Map<String, Object> values = new HashMap<>(ReviewCase.acceptance());
        values.putAll(changes);
        if (!values.containsKey("rightsTold")) {
            values.put("rightsTold", "YES");
        }
        review.complete("review-officer", TASK, values);
    }

    private void wrong(String field, String code, String article, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            FieldError error = refusal.errors().stream()
                    .filter(one -> one.field().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(refusal.errors()));
            assertThat(error.code()).isEqualTo(code);
            assertThat(text("field." + code, error.args())).contains(article);
        });
    }

    private void refused(String code, String article, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(text("refusal." + code, refusal.args())).contains(article);
        });
    }

    private String text(String key, List<Object> args) {
        return messages.getMessage(key, args.toArray(), Locale.SIMPLIFIED_CHINESE);
    }
}
