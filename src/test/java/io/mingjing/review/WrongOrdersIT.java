package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceMethod;
import io.mingjing.engine.Timekeeper;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Acts in the wrong order are refused, and what the reader sees names the article. Received on Monday 2 March 2026. */
@IntegrationTest
class WrongOrdersIT {

    private static final Map<String, Object> APPROVE = Map.of("result", "APPROVE", "opinion", "同意。");
    private static final String OFFICER = "review-officer";
    private static final String CLERK = "intake-clerk";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Letters letters;

    @Autowired
    private Procedures procedures;

    @Autowired
    private ReviewDecisions decisions;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Timekeeper time;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void theOrdinaryProcedureIsNotInTheHandsOfOnePersonAlone() {
        ReviewCase review = ReviewCase.registered(context).to(ReviewCase.Step.REPLIED);
        PartyViews views = context.getBean(PartyViews.class);
        Actor officer = review.actor(OFFICER);
        for (PartyViews.Heard one : views.of(review.id(), officer)) {
            views.record(
                    review.id(),
                    new NewPartyView(
                            one.party().id(),
                            PartyView.Way.NONE,
                            PartyView.Ground.UNREACHABLE,
                            null,
                            null,
                            null,
                            List.of(),
                            "三次致电无人接听。",
                            false,
                            null),
                    officer);
        }
        review.complete(
                OFFICER,
                "userTask_hearViews",
                Map.of("method", "PAPERS_ONLY", "papersOnlyReason", "申请人无法联系。", "recordSummary", "书面审理。"));
        refused(
                "HANDLERS_FEW",
                "实施条例第三十九条",
                () -> review.complete(OFFICER, "userTask_draftDecision", ReviewCase.revocation()));

        context.getBean(Handlers.class)
                .second(review.id(), review.actor("review-officer-2").userId(), review.actor("unit-head"));
        review.complete(OFFICER, "userTask_draftDecision", ReviewCase.revocation());
        assertThat(review.open()).contains("userTask_unitHeadReview");
    }

    @Test
    void onTheWayToADecisionNoStepComesBeforeItsTurn() {
        ReviewCase review = ReviewCase.registered(context);
        review.complete(OFFICER, "userTask_reviewAcceptance", ReviewCase.acceptance());
        Letter notice = letter(review, "acceptance-notice");
        refused("LETTER_UNAPPROVED", "行政复议法第三十条", () -> issue(notice, review));
        refused("LETTER_NOT_ISSUED", "行政复议法第三十条", () -> serve(notice, review));
        approveAcceptance(review);
        refused("NOT_ALL_SERVED", "行政复议法第三十条", () -> {
            review.complete(CLERK, "userTask_issueAcceptance", ReviewCase.issue());
            review.complete(CLERK, "userTask_serveAcceptance", Map.of());
        });
        review.serve("acceptance-notice").serve("reply-notice").complete(CLERK, "userTask_serveAcceptance", Map.of());

        refused("REPLY_AWAITED", "行政复议法第四十八条", () -> decisions.check(review.id(), draft("REVOKE")));
        refusedField(
                "ground", "REQUIRED", null, () -> begin(review, "suspension", Map.of("facts", "无。", "evidence", "无。")));
        refusedField("ground", "NOT_AN_OPTION", null, () -> begin(review, "suspension", suspension("11")));
        refused("EXTENSION_TOO_LONG", "行政复议法第六十二条第一款", () -> begin(review, "extension", extension("31")));

        review.attach("organ-contact", "userTask_submitReply", "答复书");
        Map<String, Object> reply = new HashMap<>(ReviewCase.reply());
        reply.put("staffNames", "孙立、高敏、陈新");
        refusedField(
                "staffNames",
                "STAFF_ONE_OR_TWO",
                "实施条例第十八条第二款",
                () -> review.complete("organ-contact", "userTask_submitReply", reply));
        reply.put("staffNames", "赵律师");
        refusedField(
                "staffNames",
                "STAFF_LAWYERS_ALONE",
                "实施条例第十八条第二款",
                () -> review.complete("organ-contact", "userTask_submitReply", reply));
        review.complete("organ-contact", "userTask_submitReply", ReviewCase.reply());
        refused("VIEWS_NOT_HEARD", "行政复议法第四十九条", () -> decisions.check(review.id(), draft("REVOKE")));
        refused(
                "VIEWS_MISSING",
                "行政复议法第四十九条",
                () -> review.complete(OFFICER, "userTask_hearViews", ReviewCase.views(LocalDate.of(2026, 3, 2))));
        review.hear().complete(OFFICER, "userTask_hearViews", ReviewCase.views(LocalDate.of(2026, 3, 2)));
        Map<String, Object> worse = ReviewCase.revocation();
        worse.keySet().removeAll(Set.of("grounds", "legalBasis"));
        worse.putAll(Map.of(
                "outcome", "CHANGE",
                "changeGrounds", List.of("IMPROPER_CONTENT"),
                "worse", "YES",
                "holding", "将罚款变更为一万元。"));
        refusedField(
                "worse",
                "WORSE_FOR_APPLICANT",
                "行政复议法第六十三条第二款",
                () -> review.complete(OFFICER, "userTask_draftDecision", worse));

        review.complete(OFFICER, "userTask_draftDecision", ReviewCase.revocation());
        Letter decision = letter(review, "decision");
        Actor both = withRole(review.actor(OFFICER), Role.UNIT_HEAD);
        refused("OWN_DRAFT", "行政复议法第六十一条第一款", () -> letters.approve(decision.id(), Role.UNIT_HEAD, "同意", both));
        review.complete("unit-head", "userTask_unitHeadReview", APPROVE);
        refused("LETTER_UNAPPROVED", "行政复议法第六十一条第一款", () -> issue(letter(review, "decision"), review));
        review.complete("organ-head", "userTask_organHeadApproval", consent());
        refused("LETTER_NOT_ISSUED", "第七十五条", () -> serve(letter(review, "decision"), review));
        review.complete("gov-office", "userTask_issueDecision", ReviewCase.issue());
        refused("NOT_ALL_SERVED", "第七十五条", () -> review.complete(CLERK, "userTask_serveDecision", Map.of()));
        review.serve("decision").complete(CLERK, "userTask_serveDecision", Map.of());
        begin(
                review,
                "reviewAdvice",
                Map.of("addressee", "盛阳市城市管理局", "adviceFacts", "多起案件未告知。", "adviceText", "统一告知书。"));
        review.complete(
                OFFICER,
                "userTask_followPerformance",
                Map.of("performed", "YES", "performedOn", "2026-03-02", "note", "已退还。"));
        refused(
                "ARCHIVE_STEPS_OPEN",
                "行政复议法第七十五条、第七十七条",
                () -> review.complete(
                        CLERK,
                        "userTask_archiveCase",
                        Map.of("retention", "Y30", "volumes", 2, "catalogueChecked", true, "note", "缺送达回证一份，已说明。")));
    }

    @Test
    void nothingIsDecidedWhileTheCaseIsSuspended() {
        ReviewCase review = ReviewCase.registered(context).to(Step.DRAFTED);
        review.complete("unit-head", "userTask_unitHeadReview", APPROVE);
        suspend(review, "5");
        refused(
                "DECISION_SUSPENDED",
                "行政复议法第三十九条",
                () -> review.complete("organ-head", "userTask_organHeadApproval", consent()));
        review.complete("organ-head", "userTask_organHeadApproval", Map.of("result", "RETURN", "opinion", "先恢复审理。"));
        refused(
                "DECISION_SUSPENDED",
                "行政复议法第三十九条",
                () -> review.complete(OFFICER, "userTask_draftDecision", ReviewCase.revocation()));
        resume(review);
        review.complete(OFFICER, "userTask_draftDecision", ReviewCase.revocation())
                .complete("unit-head", "userTask_unitHeadReview", APPROVE)
                .complete("organ-head", "userTask_organHeadApproval", consent());
        suspend(review, "8");
        refused(
                "DECISION_SUSPENDED",
                "行政复议法第三十九条",
                () -> review.complete("gov-office", "userTask_issueDecision", ReviewCase.issue()));
        String decision = letter(review, "decision").id();
        refused(
                "DECISION_SUSPENDED",
                "行政复议法第三十九条",
                () -> letters.issue(decision, LocalDate.now(context.getBean(Clock.class)), review.actor("gov-office")));
    }

    @Test
    void whatWasUpheldIsEnforcedByItsMakerOnceNobodyCanSueAnyMore() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        Map<String, Object> upheld = ReviewCase.revocation();
        upheld.keySet().removeAll(Set.of("grounds", "legalBasis", "holding"));
        upheld.put("outcome", "UPHOLD");
        review.complete(OFFICER, "userTask_draftDecision", upheld)
                .complete("unit-head", "userTask_unitHeadReview", APPROVE)
                .complete("organ-head", "userTask_organHeadApproval", consent())
                .complete("gov-office", "userTask_issueDecision", ReviewCase.issue())
                .serve("decision")
                .complete(CLERK, "userTask_serveDecision", Map.of());
        Map<String, Object> enforced =
                Map.of("performed", "NOT_NEEDED", "enforcementNeeded", true, "note", "申请人未缴纳罚款。");
        refusedField(
                "enforcementNeeded",
                "SUIT_STILL_OPEN",
                "行政复议法第七十八条",
                () -> review.complete(OFFICER, "userTask_followPerformance", enforced));
        time.advanceTo(StoryDay.MORNING.plus(Duration.ofDays(16))); // 18 March
        review.complete(OFFICER, "userTask_followPerformance", enforced);
        assertThat(followUps.of(review.id(), review.actor(OFFICER)))
                .extracting(FollowUp::kind, FollowUp::result)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ENFORCEMENT", "AGENCY"));
    }

    @Test
    void silenceOpensTheCourtForFifteenDaysAndNothingIsExtendedAfterwards() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        assertThat(followUps.suitPossible(review.file())).isFalse();
        time.advanceTo(StoryDay.MORNING.plus(Duration.ofDays(66))); // 7 May; the sixtieth day, 1 May, rolled to 6 May
        refused("EXTENSION_EXPIRED", "行政复议法第六十二条第一款", () -> begin(review, "extension", extension("10")));
        assertThat(followUps.suitPossible(review.file())).isTrue();
        assertThat(followUps.reached(review.id()))
                .filteredOn(reached -> reached.sueUntil() != null)
                .singleElement()
                .satisfies(reached -> {
                    assertThat(reached.party().name()).isEqualTo("吴𠮷祥");
                    assertThat(reached.sueUntil()).isEqualTo(LocalDate.of(2026, 5, 21));
                });
        refusedField(
                "filedOn", "BEFORE_EXPIRY", "行政复议法第三十四条", () -> begin(review, "suitAfterReview", suit("2026-05-06")));
        begin(review, "suitAfterReview", suit("2026-05-07"));
        assertThat(followUps.of(review.id(), review.actor(OFFICER)))
                .extracting(FollowUp::kind, FollowUp::result)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SUIT_FILED", "IN_TIME"));
    }

    @Test
    void aDismissalOpensTheCourtOnlyWhereReviewComesBeforeSuit() {
        ReviewCase open = dismissed("ON_THE_SPOT");
        assertThat(followUps.reached(open.id()))
                .filteredOn(reached -> reached.sueUntil() != null)
                .singleElement()
                .satisfies(reached -> assertThat(reached.sueUntil()).isEqualTo(LocalDate.of(2026, 3, 17)));
        begin(open, "suitAfterReview", suit("2026-03-02"));

        ReviewCase shut = dismissed("NONE");
        assertThat(followUps.reached(shut.id()))
                .allSatisfy(reached -> assertThat(reached.sueUntil()).isNull());
        refused("PROCEDURE_NOT_OFFERED", "", () -> begin(shut, "suitAfterReview", suit("2026-03-02")));
    }

    @Test
    void aSimplifiedCaseIsNotExtendedAndASuspendedOneNotEndedBeforeSixtyDays() {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = new HashMap<>(ReviewCase.acceptance());
        values.put("procedureFacts", List.of("ALL_AGREE"));
        review.complete(OFFICER, "userTask_reviewAcceptance", values);
        approveAcceptance(review);
        refused("EXTENSION_SIMPLIFIED", "行政复议法第六十二条第二款", () -> begin(review, "extension", extension("5")));
        suspend(review, "1");
        refused(
                "TERMINATION_TOO_EARLY",
                "第四十一条第五项",
                () -> begin(
                        review,
                        "termination",
                        Map.of(
                                "terminationGround", "SUSPENDED_60",
                                "terminationReason", "近亲属均表示不参加。",
                                "evidence", "声明书")));
    }

    private ReviewCase dismissed(String prerequisite) {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = new HashMap<>(ReviewCase.acceptance());
        values.put("prerequisiteGround", prerequisite);
        review.complete(OFFICER, "userTask_reviewAcceptance", values);
        approveAcceptance(review);
        begin(
                review,
                "dismissal",
                Map.of("dismissalGround", "COURT_CONFIRMED", "facts", "该处罚决定已由生效判决确认。", "reason", "申请不符合规定。"));
        review.complete("unit-head", "userTask_reviewDismissal", APPROVE)
                .complete("organ-head", "userTask_signDismissal", APPROVE)
                .complete(CLERK, "userTask_issueDismissal", ReviewCase.issue())
                .serve("dismissal")
                .complete(CLERK, "userTask_serveDismissal", Map.of());
        return review;
    }

    private static void approveAcceptance(ReviewCase review) {
        review.complete(
                "unit-head",
                "userTask_approveAcceptance",
                Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", "2026-03-02"));
    }

    /** On the next day: the day of acceptance is not counted and cannot be stopped. */
    private void suspend(ReviewCase review, String ground) {
        time.advanceTo(context.getBean(Clock.class).instant().plus(Duration.ofDays(1)));
        begin(review, "suspension", suspension(ground));
        review.complete("unit-head", "userTask_reviewSuspension", APPROVE)
                .complete("organ-head", "userTask_signSuspension", APPROVE)
                .complete(CLERK, "userTask_issueSuspension", ReviewCase.issue());
    }

    private void resume(ReviewCase review) {
        begin(review, "resumption", Map.of("facts", "障碍已经消除。"));
        review.complete("unit-head", "userTask_reviewResumption", APPROVE)
                .complete("organ-head", "userTask_signResumption", APPROVE)
                .complete(CLERK, "userTask_issueResumption", ReviewCase.issue());
    }

    private void begin(ReviewCase review, String process, Map<String, ?> values) {
        procedures.start(review.id(), process, values, null, review.actor(OFFICER));
    }

    private Letter letter(ReviewCase review, String type) {
        return letters.current(review.id(), type).orElseThrow();
    }

    private void issue(Letter letter, ReviewCase review) {
        letters.issue(letter.id(), LocalDate.of(2026, 3, 2), review.actor("gov-office"));
    }

    private void serve(Letter letter, ReviewCase review) {
        letters.serve(
                letter.id(),
                letters.recipients(letter.id()).get(0).partyId(),
                ServiceMethod.DIRECT,
                LocalDate.of(2026, 3, 2),
                null,
                null,
                review.actor(CLERK));
    }

    private static Map<String, Object> consent() {
        return Map.of("result", "APPROVE", "opinion", "同意。", "approvalForm", "ORGAN_HEAD");
    }

    private static Map<String, Object> extension(String days) {
        return Map.of("days", days, "reason", "案情复杂。");
    }

    private static Map<String, Object> suspension(String ground) {
        return Map.of("ground", ground, "facts", "申请人因不可抗力不能参加。", "evidence", "证明");
    }

    private static Map<String, Object> suit(String filedOn) {
        return Map.of("plaintiff", "吴𠮷祥", "court", "盛阳市和安区人民法院", "filedOn", filedOn);
    }

    private static DecisionDraft draft(String outcome) {
        return new DecisionDraft(
                outcome, Map.of("grounds", List.of("PROCEDURE")), List.of(), null, null, false, "NONE", null, null);
    }

    private static Actor withRole(Actor actor, Role more) {
        Set<Role> roles = EnumSet.copyOf(actor.roles());
        roles.add(more);
        return new Actor(actor.userId(), actor.name(), actor.organId(), actor.organPath(), roles);
    }

    /** Refused, and the text that a reader sees names the article. */
    private void refused(String code, String article, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(text("refusal." + code, refusal.args())).contains(article);
        });
    }

    private void refusedField(String field, String code, @Nullable String article, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            FieldError error = refusal.errors().get(0);
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.code()).isEqualTo(code);
            if (article != null) {
                assertThat(text("field." + code, error.args())).contains(article);
            }
        });
    }

    private String text(String key, List<?> args) {
        return context.getMessage(key, args.toArray(), Locale.SIMPLIFIED_CHINESE);
    }
}
