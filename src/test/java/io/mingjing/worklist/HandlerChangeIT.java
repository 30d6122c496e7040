package io.mingjing.worklist;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.Declaration;
import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.Declarations;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.RecusalDuty;
import io.mingjing.identity.DemoPeople;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Declared relations stand before work is taken or given (公务员法 art. 76, 77), and a handler is changed with a reason. */
@IntegrationTest
class HandlerChangeIT {

    private static final String REVIEW = "userTask_reviewAcceptance";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Declarations declarations;

    @Autowired
    private HandlerChange change;

    @Autowired
    private Handlers handlers;

    @Autowired
    private Worklist worklist;

    @LocalServerPort
    private int port;

    private ReviewCase review;

    @BeforeEach
    void registered() {
        StoryDay.set(context, StoryDay.MORNING);
        review = ReviewCase.registered(context, Map.of("applicantName", "田小禾", "actName", "和税罚字〔2026〕55号行政处罚决定"));
    }

    @AfterEach
    void nothingDeclared() {
        for (String login : new String[] {"review-officer", "review-officer-2"}) {
            declarations.own(review.actor(login)).stream()
                    .filter(one -> one.endedAt() == null)
                    .forEach(one -> declarations.end(one.id(), review.actor(login)));
        }
    }

    @Test
    void whoDeclaredARelativeNeitherTakesNorGetsWorkOfTheCase() {
        declarations.declare(Relation.RELATIVE, "田小禾", "表妹", review.actor("review-officer"));
        String task = review.task(REVIEW).id();
        refused("MUST_WITHDRAW", () -> worklist.claim(task, review.actor("review-officer")));
        refused("MUST_WITHDRAW", () -> worklist.assign(task, DemoPeople.REVIEW_OFFICER, review.actor("unit-head")));
        refused(
                "MUST_WITHDRAW",
                () -> handlers.lead(review.id(), DemoPeople.REVIEW_OFFICER, review.actor("unit-head")));
        assertThatThrownBy(() -> declarations.requireFree(review.id(), DemoPeople.REVIEW_OFFICER))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.args()).contains("田小禾", 2));

        Declaration declared = declarations.own(review.actor("review-officer")).stream()
                .filter(one -> one.endedAt() == null)
                .findFirst()
                .orElseThrow();
        refused("DECLARATION_NOT_FOUND", () -> declarations.end(declared.id(), review.actor("unit-head")));
        declarations.end(declared.id(), review.actor("review-officer"));
        worklist.claim(task, review.actor("review-officer"));
        assertThat(handlers.lead(review.id()).orElseThrow().userId()).isEqualTo(DemoPeople.REVIEW_OFFICER);
    }

    @Test
    void whoHandledTheOriginalActMustWithdrawAndAnotherRelationLeavesTheChoice() {
        declarations.declare(Relation.HANDLED_ACT, "和税罚字〔2026〕55号", null, review.actor("review-officer"));
        declarations.declare(Relation.OTHER, "田小禾", "同学", review.actor("review-officer-2"));
        assertThat(declarations.duty(review.id(), DemoPeople.REVIEW_OFFICER)).hasValueSatisfying(duty -> {
            assertThat(duty.level()).isEqualTo(RecusalDuty.Level.MUST);
            assertThat(duty.article()).isEqualTo("GWY_76_3");
        });
        assertThat(declarations.duty(review.id(), DemoPeople.REVIEW_OFFICER_2))
                .hasValueSatisfying(duty -> assertThat(duty.level()).isEqualTo(RecusalDuty.Level.MAY));
        declarations.requireFree(review.id(), DemoPeople.REVIEW_OFFICER_2);
        assertThatThrownBy(() -> declarations.declare(Relation.HANDLED_ACT, "处罚", null, review.actor("review-officer")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo("ACT_TOO_SHORT"));
        refused(
                "DECLARE_STAFF_ONLY",
                () -> declarations.declare(Relation.OTHER, "田小禾", null, review.actor("organ-contact")));
    }

    @Test
    void theHeadChangesAHandlerWithAReasonAndTheTasksGoAlong() throws Exception {
        worklist.claim(review.task(REVIEW).id(), review.actor("review-officer"));
        refused("UNIT_HEAD_ONLY", () -> change(DemoPeople.REVIEW_OFFICER_2, "有事", "review-officer"));
        refused("HANDOVER_REASON", () -> change(DemoPeople.REVIEW_OFFICER_2, " ", "unit-head"));
        refused("HANDLER_SAME", () -> change(DemoPeople.REVIEW_OFFICER, "有事", "unit-head"));
        declarations.declare(Relation.INTEREST, "田小禾", null, review.actor("review-officer-2"));
        refused("MUST_WITHDRAW", () -> change(DemoPeople.REVIEW_OFFICER_2, "出差一个月", "unit-head"));
        assertThat(review.task(REVIEW).assignee()).isEqualTo(DemoPeople.REVIEW_OFFICER);
        nothingDeclared();

        assertThat(change.suggestions(review.id(), review.actor("unit-head")))
                .extracting(one -> one.person().id())
                .contains(DemoPeople.REVIEW_OFFICER_2);
        Visitor head = new Visitor(port);
        head.signIn("unit-head", DemoPeople.PASSWORD);
        String page = head.get("/cases/" + review.id() + "/handlers/change").body();
        assertThat(page).contains("更换承办人", "负荷");
        assertThat(head.post(
                                "/cases/" + review.id() + "/handlers/change",
                                Map.of(
                                        "fromUserId",
                                        DemoPeople.REVIEW_OFFICER,
                                        "toUserId",
                                        DemoPeople.REVIEW_OFFICER_2,
                                        "reason",
                                        "",
                                        "_csrf",
                                        Visitor.tokenOf(page)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(change(DemoPeople.REVIEW_OFFICER_2, "出差一个月", "unit-head")).isEqualTo(new HandlerChange.Moved(1, 0));
        assertThat(handlers.of(review.id()))
                .extracting(Handler::userId, Handler::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(DemoPeople.REVIEW_OFFICER_2, Handler.Kind.LEAD));
        assertThat(review.task(REVIEW).assignee()).isEqualTo(DemoPeople.REVIEW_OFFICER_2);
        refused("NOT_HANDLER_NOW", () -> change(DemoPeople.REVIEW_OFFICER_2, "再换", "unit-head"));
    }

    @Test
    void everybodyReadsAndEndsTheOwnDeclarationsOnThePage() throws Exception {
        Visitor officer = new Visitor(port);
        officer.signIn("review-officer", DemoPeople.PASSWORD);
        String page = officer.get("/declarations").body();
        assertThat(page).contains("利害关系申报", "公务员法第七十七条");
        Map<String, String> fields =
                Map.of("relation", "RELATIVE", "name", "", "note", "", "_csrf", Visitor.tokenOf(page));
        assertThat(officer.post("/declarations", fields).statusCode()).isEqualTo(422);
        Map<String, String> right =
                Map.of("relation", "RELATIVE", "name", "申小报", "note", "", "_csrf", Visitor.tokenOf(page));
        assertThat(officer.post("/declarations", right).statusCode()).isEqualTo(302);
        assertThat(officer.get("/declarations").body()).contains("申小报", "已不存在");
        assertThat(officer.basic("/api/v1/declarations", "review-officer", DemoPeople.PASSWORD, "zh-CN")
                        .body())
                .contains("申小报");
        assertThat(officer.basic("/api/v1/declarations", "unit-head", DemoPeople.PASSWORD, "zh-CN")
                        .body())
                .doesNotContain("申小报");
    }

    private HandlerChange.Moved change(String to, String reason, String by) {
        return change.change(review.id(), DemoPeople.REVIEW_OFFICER, to, reason, review.actor(by));
    }
}
