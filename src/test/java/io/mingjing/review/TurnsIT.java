package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.ClockHealth;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Procedures;
import io.mingjing.casefile.Procedures.Offer;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.document.ServiceMethod;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organ;
import io.mingjing.identity.People;
import io.mingjing.review.ReviewOrder.Kind;
import io.mingjing.review.ReviewOrder.State;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import io.mingjing.worklist.Worklist;
import java.time.Clock;
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

/** What turns the course of a review: each in its order, with its letters, on its legal day. Accepted on Monday 2 March 2026. */
@IntegrationTest
class TurnsIT {

    private static final Map<String, Object> APPROVE = Map.of("result", "APPROVE", "opinion", "同意。");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Letters letters;

    @Autowired
    private Procedures procedures;

    @Autowired
    private ReviewOrders orders;

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private ClockHealth health;

    @Autowired
    private People people;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Timekeeper time;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void aSuspensionStopsTheClockOnTheDayOfItsNoticeAndAResumptionLetsItRun() {
        ReviewCase review = accepted();
        refused(
                "NOT_SUSPENDED",
                () -> context.getBean(Suspensions.class)
                        .proposeResumption(review.id(), "原因消除", review.actor("review-officer")));
        days(7); // 9 March
        refusedField("MEDIATION_NEEDS_BOTH", () -> begin(review, "suspension", suspension("6")));
        begin(review, "suspension", suspension("3"));
        assertThat(limit(review).state()).isEqualTo(LimitState.RUNNING);
        review.complete("unit-head", "userTask_reviewSuspension", APPROVE);
        review.complete("organ-head", "userTask_signSuspension", APPROVE);
        days(1);
        review.complete("intake-clerk", "userTask_issueSuspension", ReviewCase.issue());

        assertThat(limit(review).state()).isEqualTo(LimitState.PAUSED);
        assertThat(limit(review).pausedOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        Letter notice = letters.current(review.id(), "suspension-notice").orElseThrow();
        assertThat(limits.pauses(limit(review)))
                .singleElement()
                .satisfies(pause -> assertThat(pause.order()).isEqualTo(notice.number()));
        assertThat(letters.recipients(notice.id()))
                .extracting(Recipient::role)
                .containsExactlyInAnyOrder("APPLICANT", "RESPONDENT");
        refused("NOT_ALL_SERVED", () -> review.complete("intake-clerk", "userTask_serveSuspension", Map.of()));
        review.serve("suspension-notice").complete("intake-clerk", "userTask_serveSuspension", Map.of());
        refused("SUSPENDED_ALREADY", () -> begin(review, "suspension", suspension("5")));
        refused("EXTENSION_PAUSED", () -> begin(review, "extension", Map.of("days", "10", "reason", "案情复杂。")));
        refused("TERMINATION_NOT_SUSPENDED", () -> begin(review, "termination", termination("SUSPENDED_60")));

        days(10); // 20 March
        begin(review, "resumption", Map.of("facts", "已经与申请人取得联系。"));
        review.complete("unit-head", "userTask_reviewResumption", APPROVE);
        review.complete("organ-head", "userTask_signResumption", APPROVE);
        review.complete("intake-clerk", "userTask_issueResumption", ReviewCase.issue());
        assertThat(limit(review).state()).isEqualTo(LimitState.RUNNING);
        assertThat(limit(review).dueOn()).isEqualTo(LocalDate.of(2026, 5, 11)); // sixty days and ten
        review.serve("resumption-notice").complete("intake-clerk", "userTask_serveResumption", Map.of());
        assertThat(orders.of(review.id()))
                .extracting(ReviewOrder::kind, ReviewOrder::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.SUSPENSION, State.ENDED),
                        org.assertj.core.groups.Tuple.tuple(Kind.RESUMPTION, State.ORDERED));
        assertThat(health.check()).noneMatch(finding -> finding.caseId().equals(review.id()));
    }

    @Test
    void whatAProcedureRefusesIsSaidBeforeItIsConfirmedAndNothingIsTouched() {
        ReviewCase review = accepted();
        Actor officer = review.actor("review-officer");
        refusedField(
                "MEDIATION_NEEDS_BOTH", () -> procedures.plan(review.id(), "suspension", suspension("6"), officer));
        refused(
                "TERMINATION_NOT_SUSPENDED",
                () -> procedures.plan(review.id(), "termination", termination("SUSPENDED_60"), officer));
        Map<String, Object> extension = Map.of("days", "10", "reason", "案情复杂。");

        assertThat(procedures.plan(review.id(), "extension", extension, officer))
                .isNotEmpty();
        assertThat(orders.of(review.id())).isEmpty();
        assertThat(letters.current(review.id(), "extension-notice")).isEmpty();
        assertThat(procedures.running(review.id(), "extension")).isFalse();
        begin(review, "extension", extension);
        assertThat(procedures.running(review.id(), "extension")).isTrue();
    }

    @Test
    void theHeadOfTheUnitBeginsWhatSuperiorsAskForAndLeavesProposalsToTheHandlers() {
        ReviewCase review = accepted();
        assertThat(procedures.offered(review.file(), review.actor("unit-head")))
                .extracting(Offer::processKey)
                .contains("elevation", "hearing")
                .doesNotContain("extension", "suspension");
    }

    @Test
    void aSuspensionThatComesBackIsRevisedOrDroppedAndLeavesNoTrace() {
        ReviewCase review = accepted();
        begin(review, "suspension", suspension("5"));
        assertThat(offered(review)).doesNotContain("suspension");
        review.complete("unit-head", "userTask_reviewSuspension", Map.of("result", "RETURN", "opinion", "证据不足。"));
        review.complete("review-officer", "userTask_reviseSuspension", Map.of("proposal", "DROP"));
        assertThat(letters.current(review.id(), "suspension-notice")).isEmpty();
        assertThat(orders.of(review.id()))
                .singleElement()
                .satisfies(order -> assertThat(order.state()).isEqualTo(State.DROPPED));
        assertThat(offered(review)).contains("suspension", "extension", "withdrawal", "dismissal", "termination");
    }

    @Test
    void sixtyDaysOnItemOneAreATerminationOnceTheyAreFull() {
        ReviewCase review = accepted();
        days(1);
        suspend(review, "1");
        refused("TERMINATION_TOO_EARLY", () -> begin(review, "termination", termination("SUSPENDED_60")));
        days(60); // 2 May is the sixtieth day
        refused("TERMINATION_TOO_EARLY", () -> begin(review, "termination", termination("SUSPENDED_60")));
        days(1);
        begin(review, "termination", termination("SUSPENDED_60"));
        review.complete("unit-head", "userTask_reviewTermination", APPROVE);
        review.complete("organ-head", "userTask_signTermination", APPROVE);
        end(review, "Termination", "termination");
        assertThat(review.file().outcome()).isEqualTo("TERMINATED");
        assertThat(review.file().closedOn()).isEqualTo(LocalDate.of(2026, 5, 3));
        assertThat(limits.of(review.id())).noneMatch(limit -> limit.state().isOpen());
        assertThat(review.open()).containsExactlyInAnyOrder("userTask_archiveCase", "userTask_serveSuspension");
    }

    @Test
    void inspectionAndAppraisalAreExcludedAndSuspendNothing() {
        ReviewCase review = accepted();
        days(9); // 11 March
        begin(
                review,
                "exclusion",
                Map.of("ground", "APPRAISAL", "order", "委鉴〔2026〕3号", "fromOn", "2026-03-10", "facts", "委托鉴定房屋面积。"));
        review.complete("unit-head", "userTask_approveExclusion", APPROVE);
        assertThat(limit(review).state()).isEqualTo(LimitState.PAUSED);
        assertThat(limit(review).pausedOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(limits.open(review.id(), "AR-SUSP60")).isEmpty();
        days(9);
        review.complete(
                "review-officer", "userTask_endExclusion", Map.of("endedOn", "2026-03-20", "result", "已收到鉴定意见。"));
        assertThat(limit(review).dueOn()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(letters.of(review.id())).extracting(Letter::type).doesNotContain("suspension-notice");
    }

    @Test
    void anExtensionIsGrantedOnceBeforeTheTimeIsOverAndTold() {
        ReviewCase review = accepted();
        refused("EXTENSION_TOO_LONG", () -> begin(review, "extension", Map.of("days", "31", "reason", "案情复杂。")));
        assertThat(offered(review)).doesNotContain("procedureConversion");
        begin(review, "extension", Map.of("days", "30", "reason", "涉及多个部门，须调取材料，案情复杂。"));
        assertThat(letters.fields(letters.current(review.id(), "extension-notice")
                        .orElseThrow()
                        .id()))
                .containsEntry("daysText", "三十");
        review.complete("unit-head", "userTask_approveExtension", APPROVE);
        assertThat(limit(review).dueOn()).isEqualTo(LocalDate.of(2026, 6, 1)); // 31 May is a Sunday
        review.complete("intake-clerk", "userTask_issueExtension", ReviewCase.issue());
        review.serve("extension-notice").complete("intake-clerk", "userTask_serveExtension", Map.of());
        refused("EXTENSION_ONCE", () -> begin(review, "extension", Map.of("days", "1", "reason", "再延一日。")));
    }

    @Test
    void afterTheTimeIsOverNothingIsExtended() {
        ReviewCase review = accepted();
        begin(review, "extension", Map.of("days", "30", "reason", "案情复杂。"));
        days(66); // 7 May; the sixtieth day, 1 May, is a holiday and rolls to 6 May
        refused("EXTENSION_EXPIRED", () -> review.complete("unit-head", "userTask_approveExtension", APPROVE));
        review.complete("unit-head", "userTask_approveExtension", Map.of("result", "RETURN", "opinion", "期限已经届满。"));
        refused(
                "EXTENSION_EXPIRED",
                () -> review.complete(
                        "review-officer",
                        "userTask_reviseExtension",
                        Map.of("proposal", "CONTINUE", "days", "30", "reason", "案情复杂。")));
    }

    @Test
    void aConversionKeepsTheAcceptanceAndHasNoWayBack() {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = new HashMap<>(ReviewCase.acceptance());
        values.put("procedureFacts", List.of("ALL_AGREE"));
        review.complete("review-officer", "userTask_reviewAcceptance", values);
        review.complete(
                "unit-head",
                "userTask_approveAcceptance",
                Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", "2026-03-02"));
        assertThat(limit(review).rule()).isEqualTo("AR-DECIDE-SIM");
        refused("EXTENSION_SIMPLIFIED", () -> begin(review, "extension", Map.of("days", "5", "reason", "案情复杂。")));
        begin(review, "procedureConversion", Map.of("reason", "第三人提出异议，争议较大。"));
        review.complete("unit-head", "userTask_approveConversion", APPROVE);

        assertThat(limit(review).rule()).isEqualTo("AR-DECIDE-ORD");
        assertThat(limit(review).startOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(limit(review).dueOn()).isEqualTo(LocalDate.of(2026, 5, 6));
        assertThat(limits.open(review.id(), "AR-COPY-ORD").orElseThrow().dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 11));
        assertThat(review.file().procedure()).isEqualTo("ORDINARY");
        assertThat(health.check()).noneMatch(finding -> finding.caseId().equals(review.id()));
        refused(
                "CONVERSION_ORDINARY",
                () -> context.getBean(Extensions.class)
                        .proposeConversion(review.id(), "再转。", review.actor("review-officer")));
        review.complete("intake-clerk", "userTask_issueConversion", ReviewCase.issue());
        review.serve("procedure-notice").complete("intake-clerk", "userTask_serveConversion", Map.of());

        days(31);
        assertThat(context.getBean(Reviews.class).get(review.id()).decisionOverdue())
                .isFalse();
    }

    @Test
    void anAllowedWithdrawalEndsTheReviewAndIsFoundWhenFiledAgain() {
        ReviewCase review = ReviewCase.acceptedAbout(context, "住建罚字〔2026〕71号行政处罚决定");
        days(3);
        refusedField("WITHDRAWAL_INVOLUNTARY", () -> begin(review, "withdrawal", withdrawal(false)));
        begin(review, "withdrawal", withdrawal(true));
        begin(review, "hearing", Map.of("hearingGrounds", List.of("USEFUL"), "hearingReason", "双方各执一词。"));
        review.complete("unit-head", "userTask_reviewWithdrawal", APPROVE);
        assertThat(review.open()).contains("userTask_issueAcceptance", "userTask_signWithdrawal");
        assertThat(review.open()).contains("userTask_approveHearing");
        review.complete("organ-head", "userTask_signWithdrawal", APPROVE);
        assertThat(review.open()).containsExactlyInAnyOrder("userTask_issueTermination", "userTask_issuePermission");
        assertThat(letters.fields(letters.current(review.id(), "termination")
                        .orElseThrow()
                        .id()))
                .containsEntry("terminationBasis", "第四十一条第一项");
        review.complete("intake-clerk", "userTask_issuePermission", ReviewCase.issue());
        review.serve("withdrawal-permission").complete("intake-clerk", "userTask_servePermission", Map.of());
        end(review, "Termination", "termination");

        assertThat(review.file().outcome()).isEqualTo("TERMINATED");
        String act = context.getBean(Reviews.class).get(review.id()).actName();
        assertThat(withdrawals.findAllowed("吴𠮷祥", act, null))
                .filteredOn(allowed -> allowed.caseId().equals(review.id()))
                .singleElement()
                .satisfies(allowed -> assertThat(allowed.allowedOn()).isEqualTo(LocalDate.of(2026, 3, 5)));
        assertThat(withdrawals.findAllowed("王五", act, null)).isEmpty();
        refused("PROCEDURE_NOT_OFFERED", () -> begin(review, "withdrawal", withdrawal(true)));
    }

    @Test
    void aDismissalAfterAcceptanceIsServedOnAllAndKeptApartFromTheClaim() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        begin(review, "extension", Map.of("days", "10", "reason", "案情复杂。"));
        begin(
                review,
                "dismissal",
                Map.of("dismissalGround", "COURT_CONFIRMED", "facts", "该处罚决定已由生效判决确认。", "reason", "申请不符合规定。"));
        review.complete("unit-head", "userTask_reviewDismissal", Map.of("result", "RETURN", "opinion", "补充判决文号。"));
        review.complete(
                "review-officer",
                "userTask_reviseDismissal",
                Map.of(
                        "proposal", "CONTINUE",
                        "dismissalGround", "COURT_CONFIRMED",
                        "facts", "该处罚决定已由（2026）辽0102行初1号判决确认。",
                        "reason", "申请不符合规定。"));
        review.complete("unit-head", "userTask_reviewDismissal", APPROVE);
        review.complete("organ-head", "userTask_signDismissal", APPROVE);

        assertThat(review.open()).containsExactly("userTask_issueDismissal");
        assertThat(orders.find(review.id(), Kind.EXTENSION, State.DROPPED)).isPresent();
        assertThat(letters.fields(
                        letters.current(review.id(), "dismissal").orElseThrow().id()))
                .extracting("legalBasis")
                .asString()
                .contains("实施条例》第三十七条第一款");
        end(review, "Dismissal", "dismissal");
        assertThat(review.file().outcome()).isEqualTo("DISMISSED");
        assertThat(review.file().state()).isEqualTo(CaseState.CLOSED);
        assertThat(review.file().closedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void anElevatedCaseIsHandedOverAndDecidedByTheSuperiorWithinItsOwnTime() {
        District district = new District();
        ReviewCase review = district.accepted();
        Organ city = district.office.city;
        Actor officer = district.office.person("程立", district.office.cityBureau, Role.REVIEW_OFFICER);
        refusedField(
                "NOT_A_SUPERIOR_ORGAN",
                () -> district.begin(review, "elevation", report(district.office.district.id())));
        days(1); // 3 March
        district.begin(review, "elevation", report(city.id()));
        review.complete(district.head, "userTask_approveReport", APPROVE);
        assertThat(limit(review).pausedOn()).isEqualTo(LocalDate.of(2026, 3, 3));
        days(6); // Monday 9 March
        review.complete(
                district.clerk,
                "userTask_recordReply",
                Map.of("reply", "ELEVATED", "repliedOn", "2026-03-09", "orderNo", "盛政复提〔2026〕2号"));
        assertThat(limits.open(review.id(), "AR-ELEVATE-HANDOVER").orElseThrow().dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 16));
        review.complete(
                district.officer,
                "userTask_draftElevation",
                Map.of("superior", city.name(), "orderNo", "盛政复提〔2026〕2号", "reason", "涉及全市统一适用的政策。"));
        review.complete(district.head, "userTask_approveElevation", APPROVE);
        Map<String, Object> issue = new HashMap<>(ReviewCase.issue());
        issue.put("fileList", "案卷一册。");
        review.complete(district.clerk, "userTask_handOver", issue);
        district.serve(review, "elevation-notice");
        review.complete(district.clerk, "userTask_serveElevation", Map.of());
        days(2); // 11 March
        assertThat(worklist.openOfCase(review.id()))
                .filteredOn(task -> task.definitionKey().equals("userTask_issueAcceptance"))
                .isNotEmpty();
        review.complete(district.clerk, "userTask_recordSuperiorReceipt", Map.of("superiorReceivedOn", "2026-03-11"));

        CaseLimit decide = limits.open(review.id(), "AR-ELEVATE-DECIDE").orElseThrow();
        assertThat(decide.dueOn()).isEqualTo(LocalDate.of(2026, 5, 11)); // the sixtieth day, 10 May, is a Sunday
        assertThat(limits.open(review.id(), "AR-DECIDE-ORD")).isEmpty();
        assertThat(review.file().governmentId()).isEqualTo(city.id());
        assertThat(context.getBean(Cases.class).get(review.id(), officer).id()).isEqualTo(review.id());
        refused("CASE_NOT_FOUND", () -> context.getBean(Cases.class).get(review.id(), review.actor(district.officer)));
        assertThat(worklist.openOfCase(review.id()))
                .allSatisfy(task -> assertThat(task.assignee()).isNull());
        assertThat(health.check()).noneMatch(finding -> finding.caseId().equals(review.id()));
    }

    @Test
    void aCaseThatTheSuperiorLeavesGoesOnFromTheDayOfItsReply() {
        District district = new District();
        ReviewCase review = district.accepted();
        days(1);
        district.begin(review, "elevation", report(district.office.city.id()));
        review.complete(district.head, "userTask_approveReport", APPROVE);
        days(10); // 13 March
        review.complete(
                district.clerk,
                "userTask_recordReply",
                Map.of("reply", "KEPT", "repliedOn", "2026-03-13", "orderNo", "盛政复函〔2026〕5号"));
        assertThat(limit(review).dueOn()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(procedures.offered(review.file(), review.actor(district.officer)))
                .extracting(Offer::processKey)
                .contains("elevation");
    }

    /** A district of its own with a city above it, and the people who handle its cases. */
    private final class District {

        private final Office office = Office.in(context);
        private final String clerk = person("赵敏", Role.INTAKE_CLERK);
        private final String officer = person("周启航", Role.REVIEW_OFFICER);
        private final String head = person("顾建平", Role.UNIT_HEAD);

        private String person(String name, Role role) {
            return people.get(office.person(name, office.districtBureau, role).userId())
                    .login();
        }

        private ReviewCase accepted() {
            Map<String, Object> application = ReviewCase.application(context);
            application.put("respondentOrgan", office.department.id());
            Actor actor = people.actor(people.findByLogin(clerk).orElseThrow().id());
            ReviewCase review = ReviewCase.of(
                    context,
                    context.getBean(Intakes.class)
                            .start("administrativeReview", application, null, actor)
                            .id());
            review.complete(officer, "userTask_reviewAcceptance", ReviewCase.acceptance());
            review.complete(
                    head,
                    "userTask_approveAcceptance",
                    Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", "2026-03-02"));
            return review;
        }

        private void begin(ReviewCase review, String process, Map<String, ?> values) {
            procedures.start(review.id(), process, values, null, review.actor(officer));
        }

        private void serve(ReviewCase review, String type) {
            Letter letter = letters.current(review.id(), type).orElseThrow();
            for (Recipient recipient : letters.recipients(letter.id())) {
                letters.serve(
                        letter.id(),
                        recipient.partyId(),
                        ServiceMethod.DIRECT,
                        LocalDate.now(context.getBean(Clock.class)),
                        null,
                        null,
                        review.actor(clerk));
            }
        }
    }

    private static Map<String, Object> report(String superiorId) {
        return Map.of("way", "REPORTED", "superior", superiorId, "number", "和政复报〔2026〕1号", "reason", "涉及全市统一适用的政策。");
    }

    /** Issued and served on everybody, which closes the case. */
    private static void end(ReviewCase review, String name, String letter) {
        review.complete("intake-clerk", "userTask_issue" + name, ReviewCase.issue());
        review.serve(letter).complete("intake-clerk", "userTask_serve" + name, Map.of());
    }

    private void suspend(ReviewCase review, String ground) {
        begin(review, "suspension", suspension(ground));
        review.complete("unit-head", "userTask_reviewSuspension", APPROVE);
        review.complete("organ-head", "userTask_signSuspension", APPROVE);
        review.complete("intake-clerk", "userTask_issueSuspension", ReviewCase.issue());
    }

    private ReviewCase accepted() {
        return ReviewCase.registered(context).to(Step.ACCEPTED);
    }

    private void begin(ReviewCase review, String process, Map<String, ?> values) {
        procedures.start(review.id(), process, values, null, review.actor("review-officer"));
    }

    private List<String> offered(ReviewCase review) {
        return procedures.offered(review.file(), review.actor("review-officer")).stream()
                .map(Offer::processKey)
                .toList();
    }

    private CaseLimit limit(ReviewCase review) {
        return limits.of(review.id()).stream()
                .filter(limit ->
                        limit.rule().startsWith("AR-DECIDE") && limit.state().isOpen())
                .findFirst()
                .orElseThrow();
    }

    private void days(int days) {
        time.advanceTo(context.getBean(Clock.class).instant().plus(Duration.ofDays(days)));
    }

    private static Map<String, Object> suspension(String ground) {
        return Map.of("ground", ground, "facts", "申请人下落不明，无法通知其参加审理。", "evidence", "邮件退回凭证");
    }

    private static Map<String, Object> termination(String ground) {
        return Map.of("terminationGround", ground, "terminationReason", "申请人死亡，近亲属均表示不参加行政复议。", "evidence", "死亡证明、声明书");
    }

    private static Map<String, Object> withdrawal(boolean voluntary) {
        return Map.of(
                "requestedOn", "2026-03-05",
                "requestWay", "WRITTEN",
                "statedReason", "与被申请人达成和解。",
                "settled", "true",
                "voluntary", String.valueOf(voluntary),
                "voluntariness", "经电话核实，撤回系申请人真实意思。");
    }

    private static void refusedField(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }
}
