package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.review.ThirdParty.State;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Third parties of a review: joined on application or by notice, or refused with the reason (行政复议法 art. 16). */
@IntegrationTest
class ThirdPartyIT {

    private static final String OFFICER = "review-officer";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ThirdParties thirdParties;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Parties parties;

    @Autowired
    private Letters letters;

    @Autowired
    private CaseLetters caseLetters;

    @BeforeEach
    void firstMorning() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void whoAsksAndHasAnInterestJoinsIsServedAndGetsLaterLetters() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        start(review, asking("刘东明"));
        Letter draft = letters.current(review.id(), ThirdParties.NOTICE).orElseThrow();
        assertThat(letters.recipients(draft.id())).extracting(Recipient::name).containsExactly("刘东明");
        assertThat(parties.of(review.id(), PartyRole.THIRD_PARTY)).isEmpty();

        answer(review, "JOIN");
        Party joined = parties.of(review.id(), PartyRole.THIRD_PARTY).get(0);
        assertThat(joined.name()).isEqualTo("刘东明");
        assertThat(joined.address()).isEqualTo("盛阳市和安区槐荫路20号");
        assertThat(letters.recipients(draft.id()))
                .extracting(Recipient::partyId)
                .containsExactly(joined.id());
        review.complete("intake-clerk", "userTask_issueThirdPartyNotice", ReviewCase.issue());
        assertThat(letters.current(review.id(), ThirdParties.NOTICE)
                        .orElseThrow()
                        .number())
                .contains("复参〔2026〕");
        review.serve(ThirdParties.NOTICE).complete("intake-clerk", "userTask_serveThirdPartyNotice", Map.of());
        assertThat(procedures.running(review.id(), "thirdParty")).isFalse();
        assertThat(caseLetters.recipients(review.id(), "decision"))
                .extracting(Recipient::role)
                .contains("THIRD_PARTY");
        assertThat(thirdParties.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(State.JOINED);
                    assertThat(one.partyId()).isEqualTo(joined.id());
                    assertThat(one.decidedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
                });

        refused("THIRD_PARTY_ALREADY", () -> start(review, asking("刘东明")));
    }

    @Test
    void whoHasNoInterestIsRefusedWithTheReasonAndTold() {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        start(review, asking("路过群众"));
        review.complete(
                "unit-head", "userTask_approveThirdParty", Map.of("joining", "REFUSE", "opinion", "同该处罚决定没有利害关系。"));
        assertThat(letters.inHand(review.id(), List.of(ThirdParties.NOTICE))).isEmpty();
        assertThat(parties.of(review.id(), PartyRole.THIRD_PARTY)).isEmpty();
        review.complete(OFFICER, "userTask_tellThirdParty", Map.of("toldOn", "2026-03-02", "toldWay", "PHONE"));
        assertThat(thirdParties.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(State.REFUSED);
                    assertThat(one.opinion()).contains("没有利害关系");
                    assertThat(one.toldOn()).isEqualTo(LocalDate.of(2026, 3, 2));
                });
    }

    @Test
    void aNoticeWithoutApplicationCannotBeRefusedButReturnedAndDropped() {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        Map<String, Object> proposal = asking("周边商户");
        proposal.put("joinWay", "EX_OFFICIO");
        start(review, proposal);
        refused("THIRD_PARTY_EX_OFFICIO", () -> answer(review, "REFUSE"));
        answer(review, "RETURN");
        review.complete(OFFICER, "userTask_reviseThirdParty", Map.of("proposal", "DROP"));
        assertThat(thirdParties.of(review.id(), review.actor(OFFICER)))
                .extracting(ThirdParty::state)
                .containsExactly(State.DROPPED);
        assertThat(procedures.running(review.id(), "thirdParty")).isFalse();
    }

    @Test
    void nobodyJoinsBeforeAcceptanceOrAfterTheDecisionAndWhoAsksSaysWhen() {
        ReviewCase review = ReviewCase.registered(context);
        refused("PROCEDURE_NOT_OFFERED", () -> start(review, asking("刘东明")));
        review.to(Step.ACCEPTED);
        Map<String, Object> undated = asking("刘东明");
        undated.remove("appliedOn");
        refusedField("appliedOn", "REQUIRED", () -> start(review, undated));
        start(review, asking("刘东明"));
        review.to(Step.DECIDED);
        assertThat(thirdParties.proposed(review.id())).isEmpty();
        assertThat(procedures.running(review.id(), "thirdParty")).isFalse();
        refused(
                "THIRD_PARTY_TOO_LATE",
                () -> thirdParties.propose(
                        review.id(),
                        new ThirdParty.Proposal(false, null, PartyKind.PERSON, "刘东明", null, null, "共有人", null),
                        review.actor(OFFICER)));
    }

    private void start(ReviewCase review, Map<String, Object> values) {
        procedures.start(review.id(), "thirdParty", values, null, review.actor(OFFICER));
    }

    private static void answer(ReviewCase review, String answer) {
        review.complete("unit-head", "userTask_approveThirdParty", Map.of("joining", answer, "opinion", "按此办理。"));
    }

    private static Map<String, Object> asking(String name) {
        return new HashMap<>(Map.of(
                "joinWay", "APPLICATION",
                "appliedOn", "2026-03-02",
                "thirdKind", "PERSON",
                "thirdName", name,
                "thirdAddress", "盛阳市和安区槐荫路20号",
                "interest", "系该处罚所涉房屋的共有人。"));
    }

    private static void refusedField(String field, String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors()).anySatisfy(error -> {
                            assertThat(Objects.requireNonNull(error).field()).isEqualTo(field);
                            assertThat(error.code()).isEqualTo(code);
                        }));
    }
}
