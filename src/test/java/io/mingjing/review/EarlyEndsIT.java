package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Procedures;
import io.mingjing.engine.Timekeeper;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Cases that end before they are accepted, the way of their file to the archive, and applications that come again. */
@IntegrationTest
class EarlyEndsIT {

    private static final Map<String, Object> APPROVE = Map.of("result", "APPROVE", "opinion", "同意。");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Archives archives;

    @Autowired
    private EarlyWithdrawals early;

    @Autowired
    private Timekeeper time;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void anApplicationIsWithdrawnBeforeAcceptanceAndFiled() {
        ReviewCase review = ReviewCase.registered(context);
        refusedField("WITHDRAWAL_INVOLUNTARY", () -> ask(review, false));
        ask(review, true);
        days(1); // Tuesday 3 March
        review.complete("unit-head", "userTask_approveEarlyWithdrawal", APPROVE);
        assertThat(review.file().outcome()).isEqualTo("WITHDRAWN");
        assertThat(review.file().closedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(state(review, "AR-INTAKE")).isEqualTo(LimitState.CANCELLED);
        assertThat(review.open()).containsExactly("userTask_fileCase");
        archived(review);
    }

    @Test
    void aMediationBeforeAcceptanceSuspendsNothingAndItsSettlementIsAnEarlyWithdrawal() {
        ReviewCase review = ReviewCase.registered(context);
        refusedField("NOTHING_TO_SUSPEND", () -> mediate(review, "YES"));
        mediate(review, "NO");
        refusedField("MEDIATION_BEFORE_ACCEPTANCE", () -> recordMediation(review, "AGREED"));
        assertThat(text("field.MEDIATION_BEFORE_ACCEPTANCE")).contains("行政复议法第七十三条第一款");
        assertThat(state(review, "AR-INTAKE")).isEqualTo(LimitState.RUNNING);
        recordMediation(review, "SETTLED");
        review.complete("unit-head", "userTask_approveEarlyWithdrawal", APPROVE);
        assertThat(review.file().outcome()).isEqualTo("WITHDRAWN");
        assertThat(review.open()).containsExactly("userTask_fileCase");
    }

    private void mediate(ReviewCase review, String pausing) {
        procedures.start(
                review.id(),
                "mediation",
                Map.of(
                        "proposedBy",
                        "APPLICANT",
                        "applicantAgrees",
                        true,
                        "respondentAgrees",
                        true,
                        "pausing",
                        pausing),
                null,
                review.actor("review-officer"));
    }

    private static void recordMediation(ReviewCase review, String result) {
        review.complete(
                "review-officer",
                "userTask_recordMediation",
                Map.of(
                        "mediatedOn", "2026-03-02",
                        "mediatedPlace", "市司法局调解室",
                        "mediatedPersons", "申请人、被申请人",
                        "concessions", "被申请人同意退还罚款。",
                        "mediationResult", result,
                        "agreement", "退还罚款。",
                        "disputeFacts", "罚款争议。"));
    }

    @Test
    void duringTheCorrectionItIsWithdrawnTooAndNothingIsDeemedGivenUp() {
        ReviewCase review = ReviewCase.registered(context);
        review.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.correction());
        review.complete("unit-head", "userTask_approveCorrection", APPROVE);
        review.complete("intake-clerk", "userTask_issueCorrection", ReviewCase.issue());
        review.serve("correction-notice").complete("intake-clerk", "userTask_serveCorrection", Map.of());
        days(1);
        ask(review, true);
        review.complete("unit-head", "userTask_approveEarlyWithdrawal", APPROVE);
        assertThat(state(review, "AR-FIX")).isEqualTo(LimitState.CANCELLED);
        days(20);
        assertThat(review.file().outcome()).isEqualTo("WITHDRAWN");
        assertThat(review.file().closedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void afterTheAcceptanceOnlyTheOrdinaryWithdrawalIsOpen() {
        ReviewCase review = ReviewCase.registered(context);
        ask(review, true);
        review.to(Step.ACCEPTED);
        assertThatThrownBy(() -> review.complete("unit-head", "userTask_approveEarlyWithdrawal", APPROVE))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EARLY_WITHDRAWAL_ACCEPTED"));
        assertThat(text("refusal.EARLY_WITHDRAWAL_ACCEPTED")).contains("第七十四条");
        review.complete("unit-head", "userTask_approveEarlyWithdrawal", Map.of("result", "RETURN", "opinion", "已经受理。"));
        assertThat(review.file().state()).isEqualTo(CaseState.OPEN);
        assertThatThrownBy(() -> early.requireOpen(review.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ask(review, true))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PROCEDURE_NOT_OFFERED"));
    }

    @Test
    void aRefusedApplicationIsFiledAfterItsService() {
        ReviewCase review = ReviewCase.registered(
                context, Map.of("knownOn", "2025-11-02", "knownHow", "DIRECT", "rightsTold", "YES"));
        review.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.refusal());
        review.complete("unit-head", "userTask_approveRefusal", APPROVE);
        review.complete("organ-head", "userTask_signRefusal", APPROVE);
        review.complete("intake-clerk", "userTask_issueRefusal", ReviewCase.issue());
        review.serve("refusal").complete("intake-clerk", "userTask_serveRefusal", Map.of());
        assertThat(review.file().outcome()).isEqualTo("REFUSED");
        assertThat(review.file().closedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(review.open()).containsExactly("userTask_fileCase");
        archived(review);
    }

    @Test
    void whatWasWithdrawnWithPermissionIsNotTakenAgainUnlessThatWasInvoluntary() {
        String name = "住建罚字〔2026〕74号行政处罚决定";
        Map<String, Object> act = Map.of("actName", name);
        ReviewCase first = ReviewCase.acceptedAbout(context, name);
        procedures.start(
                first.id(),
                "withdrawal",
                Map.of(
                        "requestedOn", "2026-03-02",
                        "requestWay", "WRITTEN",
                        "statedReason", "不再申请。",
                        "voluntary", "true",
                        "voluntariness", "经电话核实。"),
                null,
                first.actor("review-officer"));
        first.complete("unit-head", "userTask_reviewWithdrawal", APPROVE);
        first.complete("organ-head", "userTask_signWithdrawal", APPROVE);

        ReviewCase again = ReviewCase.registered(context, act);
        refusedField(
                "WITHDRAWN_BEFORE",
                () -> again.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.acceptance()));
        assertThat(text("field.WITHDRAWN_BEFORE")).contains("第七十四条");
        Map<String, Object> proved = new HashMap<>(ReviewCase.acceptance());
        proved.put("involuntaryProof", "公安机关出具的受胁迫报案回执。");
        again.complete("review-officer", "userTask_reviewAcceptance", proved);
        assertThat(again.open()).containsExactly("userTask_approveAcceptance");
        ReviewCase third = ReviewCase.registered(context, act);
        Map<String, Object> refusal = new HashMap<>(ReviewCase.refusal());
        refusal.put("conditionNotAccepted", "NO");
        refusal.put("conditionNotAcceptedReason", "此前已准予撤回。");
        refusal.put("refusalGround", "WITHDRAWN_BEFORE");
        third.complete("review-officer", "userTask_reviewAcceptance", refusal);
        assertThat(third.open()).containsExactly("userTask_approveRefusal");
    }

    private void archived(ReviewCase review) {
        review.complete(
                "intake-clerk",
                "userTask_fileCase",
                Map.of("retention", "Y10", "volumes", 1, "catalogueChecked", "true"));
        assertThat(review.file().state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(archives.find(review.id())).isPresent();
    }

    private void ask(ReviewCase review, boolean voluntary) {
        procedures.start(
                review.id(),
                "earlyWithdrawal",
                Map.of(
                        "requestedOn", "2026-03-02",
                        "requestWay", "WRITTEN",
                        "statedReason", "不再申请。",
                        "voluntary", String.valueOf(voluntary),
                        "voluntariness", "经电话核实。"),
                null,
                review.actor("intake-clerk"));
    }

    private LimitState state(ReviewCase review, String rule) {
        return limits.of(review.id()).stream()
                .filter(limit -> limit.rule().equals(rule))
                .reduce((first, second) -> second)
                .orElseThrow()
                .state();
    }

    private String text(String key) {
        return context.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private void days(int days) {
        time.advanceTo(context.getBean(Clock.class).instant().plus(Duration.ofDays(days)));
    }

    private static void refusedField(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }
}
