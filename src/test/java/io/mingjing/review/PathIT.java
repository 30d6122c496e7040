package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Note;
import io.mingjing.casefile.Notes;
import io.mingjing.document.Letters;
import io.mingjing.engine.Timekeeper;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.StoryDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The main path of a review before the merits: corrections, and the procedure. Monday 2 March 2026 is the day of receipt. */
@IntegrationTest
class PathIT {

    private static final Map<String, Object> APPROVE = Map.of("result", "APPROVE", "opinion", "同意。");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private CaseTasks tasks;

    @Autowired
    private Letters letters;

    @Autowired
    private Notes notes;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Timekeeper time;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void oneNoticeListsEverythingThatIsTickedAndWritten() {
        ReviewCase review = ReviewCase.registered(context);
        refused(
                "field.CORRECTION_ITEMS_MISSING",
                () -> review.complete(
                        "review-officer", "userTask_reviewAcceptance", correction("correctionItems", "")));
        Map<String, Object> values = correction("correctionItems", "1、补充处罚决定书全文\n说明不服的具体内容");
        values.put("correctionKinds", List.of("IDENTITY", "AUTHORISATION"));
        review.complete("review-officer", "userTask_reviewAcceptance", values);

        assertThat(letters.fields(letters.current(review.id(), "correction-notice")
                        .orElseThrow()
                        .id()))
                .extracting("correctionItems")
                .asString()
                .contains("申请人的身份证明", "授权委托书和代理人的身份证明", "补充处罚决定书全文", "说明不服的具体内容")
                .doesNotContain("1、");
    }

    @Test
    void theFiveDaysBeginAnewWhenCorrectionsArriveAndThereIsNoSecondNotice() {
        ReviewCase review = asked(Map.of());
        review.complete("intake-clerk", "userTask_serveCorrection", Map.of());
        assertThat(limit(review, "AR-FIX").dueOn()).isEqualTo(LocalDate.of(2026, 3, 16));
        days(3); // Thursday
        review.complete(
                "intake-clerk",
                "userTask_recordCorrection",
                Map.of("correctedOn", "2026-03-05", "channel", "COUNTER", "materials", "授权委托书一份"));

        assertThat(limit(review, "AR-INTAKE").dueOn()).isEqualTo(LocalDate.of(2026, 3, 12));
        refused(
                "field.CORRECTION_ASKED_ONCE",
                () -> review.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.correction()));
        days(8);
        assertThat(reviews.get(review.id()).acceptedOn()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(reviews.get(review.id()).deemed()).isTrue();
    }

    @Test
    void theOrganMaySetMoreThanTenDaysForGoodCause() {
        ReviewCase review = ReviewCase.registered(context);
        refused(
                "field.REQUIRED",
                () -> review.complete(
                        "review-officer", "userTask_reviewAcceptance", correction("correctionDays", "15")));
        Map<String, Object> values = correction("correctionDays", "15");
        values.put("correctionDaysReason", "材料须从境外调取。");
        review.complete("review-officer", "userTask_reviewAcceptance", values);
        assertThat(letters.fields(letters.current(review.id(), "correction-notice")
                        .orElseThrow()
                        .id()))
                .containsEntry("correctWithin", "十五个工作日");
        notice(review);
        review.complete("intake-clerk", "userTask_serveCorrection", Map.of());

        assertThat(limit(review, "AR-FIX").dueOn()).isEqualTo(LocalDate.of(2026, 3, 23));
        days(21);
        assertThat(review.file().outcome()).isNull();
        days(2);
        assertThat(review.file().outcome()).isEqualTo("GIVEN_UP");
        assertThat(review.file().closedOn()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(notes.of(review.id(), review.actor("unit-head")))
                .extracting(Note::body)
                .anyMatch(body -> body.contains("2026-03-23未补正，视为放弃"));
    }

    @Test
    void withoutProofOfReceiptNothingIsGivenUpUntilTheDayOfReceiptIsKnown() {
        ReviewCase review = asked(Map.of());
        review.complete("intake-clerk", "userTask_serveCorrection", Map.of("receipt", "UNPROVEN"));
        days(15); // Tuesday 17 March, the tenth working day was Monday
        assertThat(review.open()).containsExactly("userTask_clarifyReceipt");
        assertThat(review.file().state()).isEqualTo(CaseState.OPEN);
        assertThat(notes.of(review.id(), review.actor("unit-head")))
                .extracting(Note::body)
                .anyMatch(body -> body.contains("不视为放弃"));

        review.complete(
                "intake-clerk",
                "userTask_clarifyReceipt",
                Map.of("noticeReceivedOn", "2026-03-11", "receiptProof", "POST_SLIP", "receiptNote", "邮政查单显示十一日妥投。"));
        assertThat(limit(review, "AR-FIX").dueOn()).isEqualTo(LocalDate.of(2026, 3, 25));
        days(9);
        assertThat(review.file().outcome()).isEqualTo("GIVEN_UP");
        assertThat(review.file().closedOn()).isEqualTo(LocalDate.of(2026, 3, 25));
    }

    @Test
    void theSimplifiedProcedureShortensEveryLimitAndIsNamedInTheLetters() {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = acceptance(Map.of("procedureFacts", List.of("CLEAR"), "amount", "3000"));
        assertThat(tasks.plan(review.task("userTask_reviewAcceptance").id(), values, review.actor("review-officer")))
                .contains(Consequence.of("procedureSuggested.AMOUNT"));
        review.complete("review-officer", "userTask_reviewAcceptance", values);
        review.complete("unit-head", "userTask_approveAcceptance", accepted());

        assertThat(review.file().procedure()).isEqualTo("SIMPLIFIED");
        assertThat(limit(review, "AR-COPY-SIM").dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(limit(review, "AR-DECIDE-SIM").dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(letters.fields(letters.current(review.id(), "acceptance-notice")
                        .orElseThrow()
                        .id()))
                .containsEntry("procedureName", "简易程序")
                .containsEntry("decideWithin", "三十日");
        assertThat(review.task("userTask_issueAcceptance").dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        review.complete("intake-clerk", "userTask_issueAcceptance", ReviewCase.issue());
        review.serve("acceptance-notice").serve("reply-notice");
        review.complete("intake-clerk", "userTask_serveAcceptance", Map.of());
        assertThat(limit(review, "AR-REPLY-SIM").dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        days(31);
        assertThat(reviews.get(review.id()).decisionOverdue()).isTrue();
        assertThat(reviews.get(review.id()).replyMissing()).isTrue();
    }

    @Test
    void theSuggestionIsFollowedOrDepartedFromWithAReason() {
        ReviewCase review = ReviewCase.registered(context);
        refused(
                "field.SIMPLIFIED_WITHOUT_GROUND",
                () -> review.complete(
                        "review-officer", "userTask_reviewAcceptance", acceptance(Map.of("procedure", "SIMPLIFIED"))));
        Map<String, Object> values =
                acceptance(Map.of("procedureFacts", List.of("ALL_AGREE"), "procedure", "ORDINARY"));
        refused("field.PROCEDURE_REASON", () -> review.complete("review-officer", "userTask_reviewAcceptance", values));
        values.put("procedureReason", "涉及同类案件较多，拟一并调查。");
        review.complete("review-officer", "userTask_reviewAcceptance", values);
        review.complete("unit-head", "userTask_approveAcceptance", accepted());
        assertThat(review.file().procedure()).isEqualTo("ORDINARY");
        assertThat(limit(review, "AR-DECIDE-ORD").dueOn()).isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void whatWasProposedBeforeADeemedAcceptanceDoesNotBindIt() {
        ReviewCase review = ReviewCase.registered(context);
        review.complete(
                "review-officer",
                "userTask_reviewAcceptance",
                acceptance(Map.of("procedureFacts", List.of("ALL_AGREE"))));
        days(8);
        assertThat(review.file().procedure()).isEqualTo("ORDINARY");
        assertThat(limit(review, "AR-DECIDE-ORD").startOn()).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private ReviewCase asked(Map<String, Object> changes) {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = ReviewCase.correction();
        values.putAll(changes);
        review.complete("review-officer", "userTask_reviewAcceptance", values);
        notice(review);
        return review;
    }

    /** The notice is agreed to, issued and handed over today. */
    private static void notice(ReviewCase review) {
        review.complete("unit-head", "userTask_approveCorrection", APPROVE);
        review.complete("intake-clerk", "userTask_issueCorrection", ReviewCase.issue());
        review.serve("correction-notice");
    }

    private void days(int days) {
        time.advanceTo(context.getBean(java.time.Clock.class).instant().plus(Duration.ofDays(days)));
    }

    private CaseLimit limit(ReviewCase review, String rule) {
        return limits.open(review.id(), rule).orElseThrow();
    }

    private static Map<String, Object> accepted() {
        return Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", "2026-03-02");
    }

    private static Map<String, Object> acceptance(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(ReviewCase.acceptance());
        values.putAll(changes);
        return values;
    }

    private static Map<String, Object> correction(String field, Object value) {
        Map<String, Object> values = new HashMap<>(ReviewCase.correction());
        values.put(field, value);
        return values;
    }

    /** @param code of the refusal, or behind {@code field.} of the first field */
    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            if (code.startsWith("field.")) {
                assertThat(refusal.errors().get(0).code()).isEqualTo(code.substring(6));
            } else {
                assertThat(refusal.code()).isEqualTo(code);
            }
        });
    }
}
