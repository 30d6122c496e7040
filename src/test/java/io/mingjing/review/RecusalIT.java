package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.Declarations;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.Procedures;
import io.mingjing.casefile.Recusals;
import io.mingjing.document.Letters;
import io.mingjing.identity.DemoPeople;
import io.mingjing.review.RecusalRequest.Origin;
import io.mingjing.review.RecusalRequest.State;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 回避 of those who handle a review: asked, decided, answered; who is kept away loses sight (公务员法 art. 76, 77). */
@IntegrationTest
class RecusalIT {

    private static final String OFFICER = "review-officer";
    private static final String ACT = "和水罚字〔2026〕8号行政处罚决定";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RecusalRequests requests;

    @Autowired
    private Recusals recusals;

    @Autowired
    private Declarations declarations;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Handlers handlers;

    @Autowired
    private Cases cases;

    @Autowired
    private Letters letters;

    @LocalServerPort
    private int port;

    @BeforeEach
    void monday() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void aPartyAppliesTheHeadDecidesAndTheHandlerLosesSightWhileTheTasksWaitForSomebodyElse() throws Exception {
        ReviewCase review = accepted("卫一鸣");
        String officer = review.actor(OFFICER).name();
        refusedField("PERSON_UNKNOWN", () -> ask(review, "PARTY", "无此人", "RELATIVE", "卫一鸣"));
        refusedField("NOT_A_PARTY", () -> ask(review, "PARTY", officer, "RELATIVE", "路人甲"));
        refusedField("RECUSAL_NOT_SELF", () -> ask(review, "SELF", officer, "RELATIVE", "卫一鸣"));
        ask(review, "PARTY", officer, "RELATIVE", "卫一鸣");
        refused("PROCEDURE_NOT_OFFERED", () -> ask(review, "PARTY", officer, "RELATIVE", "卫一鸣"));
        RecusalRequest asked = requests.current(review.id()).orElseThrow();
        assertThat(asked.decider()).isEqualTo(Role.UNIT_HEAD);
        assertThat(asked.article()).isEqualTo("GWY_76_2");
        assertThat(asked.declared()).isFalse();
        refused("UNIT_HEAD_ONLY", () -> requests.decide(review.id(), true, "同意。", review.actor("intake-clerk")));

        decide(review, "unit-head", "userTask_decideRecusal", "GRANT");
        assertThat(recusals.recused(review.id(), DemoPeople.REVIEW_OFFICER)).isTrue();
        refused("CASE_NOT_FOUND", () -> cases.get(review.id(), review.actor(OFFICER)));
        assertThat(handlers.of(review.id())).isEmpty();
        Visitor out = new Visitor(port);
        assertThat(out.basic("/api/v1/cases/" + review.id() + "/recusals", OFFICER, DemoPeople.PASSWORD, "zh-CN")
                        .statusCode())
                .isEqualTo(404);

        review.complete("review-officer-2", "userTask_draftRecusalAnswer", answer(officer));
        review.complete("unit-head", "userTask_approveRecusalAnswer", Map.of("result", "APPROVE", "opinion", "同意。"));
        review.complete("intake-clerk", "userTask_issueRecusalAnswer", ReviewCase.issue());
        review.serve("recusal-answer").complete("intake-clerk", "userTask_serveRecusalAnswer", Map.of());
        assertThat(letters.current(review.id(), "recusal-answer").orElseThrow().number())
                .contains("避〔2026〕");
        Visitor head = new Visitor(port);
        head.signIn("unit-head", DemoPeople.PASSWORD);
        assertThat(head.get("/cases/" + review.id() + "/recusal").body()).contains(officer, "已回避", "公务员法第七十六条第（二）项");
    }

    @Test
    void aRejectedApplicationLeavesTheHandlerAndADeclaredRelationLeavesNoChoice() {
        ReviewCase review = accepted("卫二鸣");
        String officer = review.actor(OFFICER).name();
        ask(review, "UNIT", officer, "OTHER", "卫二鸣");
        decide(review, "unit-head", "userTask_decideRecusal", "REJECT");
        assertThat(requests.last(review.id()).orElseThrow().state()).isEqualTo(State.REJECTED);
        assertThat(handlers.lead(review.id()).orElseThrow().userId()).isEqualTo(DemoPeople.REVIEW_OFFICER);
        assertThat(review.open()).doesNotContain("userTask_draftRecusalAnswer");

        declarations.declare(Relation.RELATIVE, "卫二鸣", "内弟", review.actor(OFFICER));
        RecusalRequest found = requests.current(review.id()).orElseThrow();
        assertThat(found.origin()).isEqualTo(Origin.SYSTEM);
        assertThat(found.declared()).isTrue();
        refused("RECUSAL_COMPULSORY", () -> decide(review, "unit-head", "userTask_decideRecusal", "REJECT"));
        decide(review, "unit-head", "userTask_decideRecusal", "GRANT");
        assertThat(recusals.recused(review.id(), DemoPeople.REVIEW_OFFICER)).isTrue();
        declarations.own(review.actor(OFFICER)).forEach(one -> {
            if (one.endedAt() == null) {
                declarations.end(one.id(), review.actor(OFFICER));
            }
        });
    }

    @Test
    void theRecusalOfTheHeadOfTheUnitIsDecidedByTheHeadOfTheOrgan() {
        ReviewCase review = accepted("卫三鸣");
        String head = review.actor("unit-head").name();
        procedures.start(
                review.id(), "recusal", values("SELF", head, "HANDLED_ACT", ACT), null, review.actor("unit-head"));
        assertThat(requests.current(review.id()).orElseThrow().decider()).isEqualTo(Role.ORGAN_HEAD);
        refused("ORGAN_HEAD_ONLY_RECUSAL", () -> requests.decide(review.id(), true, "同意。", review.actor("unit-head")));
        decide(review, "organ-head", "userTask_decideHeadRecusal", "GRANT");
        refused("CASE_NOT_FOUND", () -> cases.get(review.id(), review.actor("unit-head")));
        assertThat(requests.of(review.id(), review.actor(OFFICER)))
                .extracting(RecusalRequest::state, RecusalRequest::article)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(State.GRANTED, "GWY_76_3"));
        refused("CASE_NOT_FOUND", () -> requests.of(review.id(), review.actor("organ-contact")));
    }

    private ReviewCase accepted(String applicant) {
        return ReviewCase.registered(context, Map.of("applicantName", applicant, "actName", ACT))
                .to(Step.ACCEPTED);
    }

    private void ask(ReviewCase review, String origin, String person, String relation, String tie) {
        procedures.start(
                review.id(), "recusal", values(origin, person, relation, tie), null, review.actor("intake-clerk"));
    }

    private static Map<String, Object> values(String origin, String person, String relation, String tie) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "recusalOrigin", origin,
                "recusalPerson", person,
                "recusalRelation", relation,
                "recusalTie", tie,
                "recusalFacts", "申请人称二人系亲属。"));
        if (origin.equals("PARTY")) {
            values.put("recusalApplicant", tie);
        }
        return values;
    }

    private static void decide(ReviewCase review, String login, String task, String decision) {
        review.complete(login, task, Map.of("recusalDecision", decision, "recusalOpinion", "经核实，按此办理。"));
    }

    private static Map<String, Object> answer(String person) {
        return Map.of(
                "recusalAskedBy",
                "卫一鸣",
                "recusalAsked",
                person,
                "recusalGrounds",
                "二人系亲属。",
                "recusalHolding",
                "经审查，决定" + person + "回避。");
    }

    private static void refusedField(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo(code));
    }
}
