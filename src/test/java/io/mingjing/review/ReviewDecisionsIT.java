package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.LetterFiles;
import io.mingjing.document.Letters;
import io.mingjing.engine.Decisions;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every outcome of 行政复议法 art. 63–72 with the grounds that bear it, what it says, and what its service sets running. */
@IntegrationTest
class ReviewDecisionsIT {

    private static final String DRAFT = "userTask_draftDecision";

    /** Every row of the table, by hand: outcome, article, grounds. */
    private static final String TABLE = """
            UPHOLD L68 ALL_LAWFUL
            UPHOLD L70 THIRD_PARTY_PROVED
            UPHOLD L72.1 COMPENSATION_REFUSE
            CHANGE L63.1(1) IMPROPER_CONTENT
            CHANGE L63.1(2) BASIS_MISAPPLIED
            CHANGE L63.1(3) FACTS_CLEARED_UP
            CHANGE L72.1 COMPENSATION_GRANT COMPENSATION_REFUSE
            CHANGE L72.2 COMPENSATION_RETURN
            REVOKE,REVOKE_REDO,REVOKE_PART,REVOKE_PART_REDO L64.1(1) FACTS_UNCLEAR
            REVOKE,REVOKE_REDO,REVOKE_PART,REVOKE_PART_REDO L64.1(2) PROCEDURE
            REVOKE,REVOKE_REDO,REVOKE_PART,REVOKE_PART_REDO L64.1(3) WRONG_BASIS
            REVOKE,REVOKE_REDO,REVOKE_PART,REVOKE_PART_REDO L64.1(4) EXCESS_OF_POWER ABUSE_OF_POWER
            REVOKE,REVOKE_REDO,REVOKE_PART,REVOKE_PART_REDO L70 NO_REPLY
            REVOKE_REDO,REVOKE_PART_REDO REG58.3 SAME_ACT_AGAIN
            REVOKE,REVOKE_REDO,REVOKE_PART,REVOKE_PART_REDO L72.1 COMPENSATION_GRANT COMPENSATION_REFUSE
            REVOKE,REVOKE_REDO,REVOKE_PART,REVOKE_PART_REDO L72.2 COMPENSATION_RETURN
            CONFIRM_ILLEGAL L65.1(1) PUBLIC_INTEREST
            CONFIRM_ILLEGAL L65.1(2) MINOR_PROCEDURE
            CONFIRM_ILLEGAL L65.2(1) NOTHING_TO_REVOKE
            CONFIRM_ILLEGAL L65.2(2) ACT_CHANGED
            CONFIRM_ILLEGAL L65.2(3) POINTLESS
            CONFIRM_ILLEGAL L70 NO_REPLY
            ORDER_PERFORMANCE L66 NOT_PERFORMED
            ORDER_PERFORMANCE L70 NO_REPLY
            CONFIRM_VOID L70 NO_REPLY
            CONFIRM_VOID L67 NO_AUTHORITY NO_BASIS OTHER_GRAVE
            CONFIRM_ILLEGAL,CONFIRM_VOID,ORDER_PERFORMANCE L72.1 COMPENSATION_GRANT COMPENSATION_REFUSE
            DISMISS_CLAIM L69 NO_DUTY ALREADY_PERFORMED
            DISMISS_CLAIM REG61 NOT_VOID CANNOT_PERFORM WORSE_IF_CHANGED
            DISMISS_CLAIM L72.1 COMPENSATION_REFUSE
            AGREEMENT_CONCLUDE L71.1 NOT_CONCLUDED
            AGREEMENT_PERFORM L71.1 NOT_PERFORMED_AGREED UNLAWFUL_CHANGE
            AGREEMENT_REMEDY,AGREEMENT_DAMAGES L71.1 NOT_CONCLUDED NOT_PERFORMED_AGREED UNLAWFUL_CHANGE
            AGREEMENT_COMPENSATE L71.2 UNDERCOMPENSATED
            AGREEMENT_REVOKE_AGREEMENT REG62 DEFECTIVE
            AGREEMENT_DISSOLVE REG62 FRUSTRATED
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ReviewDecisions decisions;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Decisions tables;

    @Autowired
    private Letters letters;

    @Autowired
    private LetterFiles files;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Parties parties;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void eachGroundBearsTheOutcomesOfItsArticleAndNoOther() {
        Map<String, String> expected = new LinkedHashMap<>();
        Set<String> outcomes = new HashSet<>();
        Set<String> grounds = new HashSet<>();
        TABLE.lines().forEach(line -> {
            String[] cells = line.split(" ");
            for (String outcome : cells[0].split(",")) {
                for (int i = 2; i < cells.length; i++) {
                    expected.put(outcome + " " + cells[i], cells[1]);
                    outcomes.add(outcome);
                    grounds.add(cells[i]);
                }
            }
        });
        Map<String, String> found = new HashMap<>();
        for (String outcome : outcomes) {
            for (String ground : grounds) {
                tables.evaluate("decisionGrounds", Map.of("outcome", outcome, "ground", ground))
                        .forEach(row -> found.put(outcome + " " + ground, String.valueOf(row.get("article"))));
            }
        }
        assertThat(expected).hasSize(83);
        assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void everyOutcomeHasItsOwnWordsAndNobodyApprovesTheirOwnDraftOfIt() throws IOException {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        Actor both = withRole(review.actor("review-officer"), Role.UNIT_HEAD);
        Map<String, List<String>> words = words();
        for (Map.Entry<String, Map<String, Object>> outcome : outcomes().entrySet()) {
            review.complete("review-officer", DRAFT, values(outcome.getValue()));
            Letter letter = letters.current(review.id(), "decision").orElseThrow();
            String text = text(letter, review, outcome.getKey());
            assertThat(text)
                    .as(outcome.getKey())
                    .contains(words.getOrDefault(outcome.getKey(), List.of()))
                    .contains("十五日内", "一经送达，即发生法律效力");
            assertThat(text.contains("补救措施"))
                    .as("words of the outcome before " + outcome.getKey())
                    .isEqualTo(outcome.getKey().equals("CONFIRM_ILLEGAL"));
            assertRefused("OWN_DRAFT", () -> letters.approve(letter.id(), Role.UNIT_HEAD, "同意", both));
            review.complete("unit-head", "userTask_unitHeadReview", Map.of("result", "RETURN", "opinion", "请再改。"));
        }
        assertThat(reviews.get(review.id()).outcome()).isEqualTo("AGREEMENT");
        assertThat(decisions.find(review.id()).orElseThrow().articleList()).containsExactly("L71.1");
    }

    @Test
    void aDraftThatTheLawDoesNotBearIsRefusedUnderTheFieldThatAsked() {
        ReviewCase review = ReviewCase.registered(context, Map.of("compensationClaimed", true))
                .to(Step.HEARD);
        assertThat(faults(review, Map.of("outcome", "CONFIRM_VOID", "voidGrounds", List.of("NO_BASIS"))))
                .contains(entry("compensation", "COMPENSATION_UNDECIDED"));
        assertThat(faults(
                        review, Map.of("outcome", "ORDER_PERFORMANCE", "performanceGrounds", List.of("NOT_PERFORMED"))))
                .contains(entry("orderedDays", "PERIOD_MISSING"));
        assertThat(faults(review, change("YES"))).contains(entry("worse", "WORSE_FOR_APPLICANT"));
        assertThat(faults(review, change("THIRD_PARTY"))).contains(entry("worse", "NO_THIRD_PARTY"));
        assertThat(faults(
                        review,
                        Map.of("outcome", "DISMISS_CLAIM", "dismissGrounds", List.of("NO_DUTY"), "holding", "撤销。")))
                .contains(entry("holding", "HOLDING_OUTCOME"));
        assertThat(faults(review, Map.of("outcome", "REVOKE_PART", "grounds", List.of("PROCEDURE"))))
                .contains(entry("holding", "HOLDING_MISSING"));
        assertThat(faults(review, Map.of("outcome", "REVOKE", "grounds", List.of("NO_REPLY"))))
                .contains(entry("outcome", "REPLY_IS_THERE"));
        assertThat(faults(review, Map.of("outcome", "REVOKE", "grounds", List.of("SAME_ACT_AGAIN"))))
                .contains(entry("grounds", "GROUND_NOT_ALLOWED"));
        assertThat(faults(review, Map.of("outcome", "REVOKE_REDO", "grounds", List.of("SAME_ACT_AGAIN"))))
                .contains(entry("orderedDays", "PERIOD_MISSING_AGAIN"));
        assertThat(faults(review, Map.of("outcome", "UPHOLD", "compensation", "GRANT", "compensationText", "赔偿二千元。")))
                .contains(entry("compensation", "COMPENSATION_NOT_HERE"));
        assertThat(faults(
                        review,
                        Map.of(
                                "outcome",
                                "AGREEMENT",
                                "agreementGrounds",
                                List.of("DEFECTIVE"),
                                "agreementMeasures",
                                List.of("PERFORM"),
                                "holding",
                                "继续履行。")))
                .contains(entry("agreementMeasures", "MEASURE_NOT_ALLOWED"));
    }

    @Test
    void aThirdPartyMayAskForTheWorseAndMayProveWhatTheRespondentDidNotDefend() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        parties.add(review.id(), NewParty.person(PartyRole.THIRD_PARTY, "李春梅"), review.actor("review-officer"));
        reviews.recordNoReply(review.id(), LocalDate.of(2026, 3, 2));
        assertThat(faults(review, Map.of("outcome", "UPHOLD"))).contains(entry("outcome", "UPHOLD_WITHOUT_REPLY"));
        assertThat(faults(review, change("NO"))).contains(entry("outcome", "OUTCOME_WITHOUT_REPLY"));
        assertThat(faults(review, Map.of("outcome", "DISMISS_CLAIM", "dismissGrounds", List.of("NOT_VOID"))))
                .contains(entry("outcome", "OUTCOME_WITHOUT_REPLY"));

        review.complete("review-officer", DRAFT, values(Map.of("outcome", "UPHOLD", "thirdPartyProof", true)));
        assertThat(decisions.find(review.id()).orElseThrow().articleList()).containsExactly("L70");
        review.complete("unit-head", "userTask_unitHeadReview", Map.of("result", "RETURN", "opinion", "请再改。"));
        Map<String, Object> proven = new HashMap<>(change("THIRD_PARTY"));
        proven.put("thirdPartyProof", true);
        review.complete("review-officer", DRAFT, values(proven));
        assertThat(decisions.find(review.id()).orElseThrow())
                .satisfies(decision -> assertThat(decision.worse()).isEqualTo("THIRD_PARTY"));
    }

    @Test
    void aNewActIsDueSixtyDaysAfterTheDecisionReachedTheRespondent() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        review.complete(
                "review-officer", DRAFT, values(Map.of("outcome", "REVOKE_REDO", "grounds", List.of("FACTS_UNCLEAR"))));
        decide(review, Map.of("result", "APPROVE", "opinion", "同意。", "approvalForm", "ORGAN_HEAD"));
        assertThat(limits.of(review.id())).noneMatch(limit -> limit.rule().equals("AR-REDO"));

        review.serve("decision");

        CaseLimit redo = limits.open(review.id(), "AR-REDO").orElseThrow();
        assertThat(redo.startOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(redo.dueOn()).isEqualTo(LocalDate.of(2026, 5, 6)); // 1 May to 5 May are holidays
        assertThat(decisions.find(review.id()).orElseThrow().respondentServedOn())
                .isEqualTo(LocalDate.of(2026, 3, 2));
        review.complete("intake-clerk", "userTask_serveDecision", Map.of())
                .complete(
                        "review-officer",
                        "userTask_followPerformance",
                        Map.of("performed", "YES", "performedOn", "2026-03-02", "note", "已重新作出。"));
        assertThat(limits.of(review.id()))
                .filteredOn(limit -> limit.rule().equals("AR-REDO"))
                .extracting(CaseLimit::state)
                .containsExactly(LimitState.MET);
    }

    @Test
    void aPeriodOfTheDecisionTakesThePlaceOfTheSixtyDaysAndADiscussionIsKeptInTheSecondaryPart() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        review.complete(
                "review-officer",
                DRAFT,
                values(Map.of(
                        "outcome",
                        "ORDER_PERFORMANCE",
                        "performanceGrounds",
                        List.of("NOT_PERFORMED"),
                        "orderedDays",
                        "15")));
        Map<String, Object> collective = new HashMap<>(Map.of(
                "result",
                "APPROVE",
                "opinion",
                "集体讨论通过。",
                "approvalForm",
                "COLLECTIVE",
                "discussedOn",
                "2026-03-02",
                "discussionHost",
                "高远",
                "discussionMembers",
                "高远、林芳、郑毅",
                "discussionRecorder",
                "林芳"));
        collective.put("discussionOpinions", "一致认为应当责令履行。");
        collective.put("discussionConclusion", "责令十五日内履行。");
        decide(review, collective);
        review.serve("decision");

        assertThat(limits.open(review.id(), "AR-PERFORM").orElseThrow()).satisfies(limit -> {
            assertThat(limit.dueOn()).isEqualTo(LocalDate.of(2026, 3, 17));
            assertThat(limit.state()).isEqualTo(LimitState.RUNNING);
        });
        assertThat(limits.open(review.id(), "AR-REDO")).isEmpty();
        assertThat(decisions.find(review.id()).orElseThrow().approvalForm()).isEqualTo("COLLECTIVE");
        assertThat(decisions.discussions(review.id(), review.actor("review-officer")))
                .singleElement()
                .satisfies(record -> assertThat(record.members()).isEqualTo("高远、林芳、郑毅"));
        assertThat(decisions.discussions(review.id(), review.actor("organ-contact")))
                .isEmpty();
    }

    private static void decide(ReviewCase review, Map<String, Object> approval) {
        review.complete("unit-head", "userTask_unitHeadReview", Map.of("result", "APPROVE", "opinion", "同意。"))
                .complete("organ-head", "userTask_organHeadApproval", approval)
                .complete("gov-office", "userTask_issueDecision", ReviewCase.issue());
    }

    private Map<String, String> faults(ReviewCase review, Map<String, Object> changes) {
        Map<String, String> faults = new HashMap<>();
        assertThatThrownBy(() -> review.complete("review-officer", DRAFT, values(changes)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    for (FieldError error : refusal.errors()) {
                        faults.put(error.field(), error.code());
                    }
                });
        return faults;
    }

    private static Map<String, Object> change(String worse) {
        return Map.of(
                "outcome",
                "CHANGE",
                "changeGrounds",
                List.of("IMPROPER_CONTENT"),
                "worse",
                worse,
                "holding",
                "将罚款五千元变更为罚款二千元。");
    }

    private static Map<String, Object> values(Map<String, Object> changes) {
        Map<String, Object> values = ReviewCase.revocation();
        values.remove("grounds");
        values.remove("holding");
        values.remove("legalBasis");
        values.putAll(changes);
        return values;
    }

    private static Map<String, Map<String, Object>> outcomes() {
        Map<String, Map<String, Object>> outcomes = new LinkedHashMap<>();
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of("outcome", "UPHOLD"));
        all.add(change("NO"));
        all.add(Map.of("outcome", "REVOKE", "grounds", List.of("FACTS_UNCLEAR", "PROCEDURE")));
        all.add(Map.of("outcome", "REVOKE_REDO", "grounds", List.of("FACTS_UNCLEAR")));
        all.add(Map.of("outcome", "REVOKE_PART", "grounds", List.of("WRONG_BASIS"), "holding", "撤销第二项。"));
        all.add(Map.of(
                "outcome",
                "REVOKE_PART_REDO",
                "grounds",
                List.of("PROCEDURE"),
                "orderedDays",
                "30",
                "holding",
                "撤销第二项。"));
        all.add(Map.of(
                "outcome",
                "CONFIRM_ILLEGAL",
                "illegalGrounds",
                List.of("MINOR_PROCEDURE"),
                "remedialMeasures",
                "补充告知申请人有关权利。"));
        all.add(Map.of(
                "outcome", "ORDER_PERFORMANCE", "performanceGrounds", List.of("NOT_PERFORMED"), "orderedDays", "15"));
        all.add(Map.of("outcome", "CONFIRM_VOID", "voidGrounds", List.of("NO_AUTHORITY")));
        all.add(Map.of(
                "outcome", "DISMISS_CLAIM", "dismissGrounds", List.of("ALREADY_PERFORMED"), "finalDecision", false));
        all.add(Map.of(
                "outcome",
                "AGREEMENT",
                "agreementGrounds",
                List.of("NOT_PERFORMED_AGREED"),
                "agreementMeasures",
                List.of("PERFORM", "DAMAGES"),
                "orderedDays",
                "20",
                "holding",
                "责令被申请人继续履行协议，并赔偿损失。"));
        all.forEach(values -> outcomes.put(String.valueOf(values.get("outcome")), values));
        return outcomes;
    }

    private static Map<String, List<String>> words() {
        return Map.ofEntries(
                Map.entry("UPHOLD", List.of("维持", "第六十八条", "和盛阳市", "由作出行政行为的行政机关依法强制执行")),
                Map.entry("CHANGE", List.of("变更为罚款二千元", "第六十三条第一款第（一）项", "由本机关依法强制执行")),
                Map.entry("REVOKE", List.of("撤销", "第六十四条第一款第（一）项、第六十四条第一款第（二）项")),
                Map.entry("REVOKE_REDO", List.of("60日内重新作出行政行为，不得以同一事实和理由")),
                Map.entry("REVOKE_PART", List.of("撤销第二项", "第六十四条第一款第（三）项")),
                Map.entry("REVOKE_PART_REDO", List.of("30日内重新作出行政行为。")),
                Map.entry("CONFIRM_ILLEGAL", List.of("违法。", "责令采取补救措施：补充告知", "第六十五条第一款第（二）项")),
                Map.entry("ORDER_PERFORMANCE", List.of("依法履行法定职责", "15日内履行", "第六十六条")),
                Map.entry("CONFIRM_VOID", List.of("无效。", "第六十七条")),
                Map.entry("DISMISS_CLAIM", List.of("驳回申请人的行政复议请求", "第六十九条", "和盛阳市")),
                Map.entry("AGREEMENT", List.of("继续履行协议", "第七十一条第一款", "20日内履行")));
    }

    /** What would be printed now; the pages are kept under target/ to be looked at. */
    private String text(Letter letter, ReviewCase review, String outcome) throws IOException {
        byte[] docx = files.preview(letter.id(), review.actor("review-officer"));
        Path folder = Files.createDirectories(Path.of("target", "decisions"));
        Files.write(folder.resolve(outcome.toLowerCase(Locale.ROOT) + ".docx"), docx);
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText();
        }
    }

    private static Actor withRole(Actor actor, Role more) {
        Set<Role> roles = EnumSet.copyOf(actor.roles());
        roles.add(more);
        return new Actor(actor.userId(), actor.name(), actor.organId(), actor.organPath(), roles);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
