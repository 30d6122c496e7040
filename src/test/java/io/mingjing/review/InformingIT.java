package io.mingjing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Letters;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.worklist.Worklist;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Applicants are told of a wrong respondent and of a repetition before anything is accepted. */
@IntegrationTest
class InformingIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Parties parties;

    @Autowired
    private Letters letters;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private Reviews reviews;

    @Test
    void whoChangesTheRespondentIsAccepted() {
        ReviewCase review = told("WRONG_RESPONDENT", Map.of("properRespondent", "和安区人民政府"));
        String government = review.file().governmentId();
        String same = parties.of(review.id(), PartyRole.RESPONDENT).get(0).organId();
        assertThatThrownBy(() -> answer(review, "CHANGED", Map.of("newRespondent", String.valueOf(same))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors().get(0).code()).isEqualTo("RESPONDENT_SAME"));

        answer(review, "CHANGED", Map.of("newRespondent", government));

        assertThat(parties.of(review.id(), PartyRole.RESPONDENT))
                .singleElement()
                .satisfies(party -> assertThat(party.organId()).isEqualTo(government));
        review.to(Step.ACCEPTED);
    }

    @Test
    void whoKeepsToTheWrongRespondentIsRefused() {
        ReviewCase review = told("WRONG_RESPONDENT", Map.of("properRespondent", "和安区人民政府"));
        answer(review, "KEPT", Map.of());
        Map<String, Object> refusal = new HashMap<>(ReviewCase.refusal());
        refusal.putAll(Map.of(
                "conditionParties", "NO",
                "conditionPartiesReason", "申请人不同意变更被申请人。",
                "refusalGround", "RESPONDENT_KEPT"));
        review.complete("review-officer", "userTask_reviewAcceptance", refusal);
        assertThat(reviews.get(review.id()).refusalGround()).isEqualTo("RESPONDENT_KEPT");
    }

    @Test
    void aRepetitionIsToldNotedAndClosedOnTheDayOfTheLetter() {
        ReviewCase review = told("REPEAT", Map.of("earlierMatter", "盛政复〔2026〕3号案件"));
        assertThat(review.file().state()).isEqualTo(CaseState.CLOSED);
        assertThat(review.file().outcome()).isEqualTo("REPEAT_TOLD");
        assertThat(review.file().closedOn()).isEqualTo(TODAY);
        assertThat(review.open()).containsExactly("userTask_fileCase");
        assertThat(limits.of(review.id())).noneMatch(limit -> limit.state().isOpen());
        assertThat(reviews.get(review.id()).acceptance()).isEqualTo("INFORMED");
    }

    @Test
    void anAcceptedCaseIsNotOfferedTheProcedure() {
        ReviewCase review = ReviewCase.registered(context);
        assertThat(offered(review)).isTrue();
        review.to(Step.ACCEPTED);
        assertThat(offered(review)).isFalse();
    }

    private boolean offered(ReviewCase review) {
        return procedures.offered(review.file(), review.actor("review-officer")).stream()
                .anyMatch(offer -> offer.processKey().equals("informApplicant"));
    }

    private ReviewCase told(String what, Map<String, ?> more) {
        ReviewCase review = ReviewCase.registered(context);
        Map<String, Object> values = new HashMap<>(more);
        values.put("informing", what);
        values.put("informText", "处罚决定由区政府作出。");
        worklist.claim(review.task("userTask_reviewAcceptance").id(), review.actor("review-officer"));
        procedures.start(review.id(), "informApplicant", values, null, review.actor("review-officer"));
        review.complete("unit-head", "userTask_approveInforming", Map.of("result", "RETURN", "opinion", "请写明理由。"));
        review.complete("review-officer", "userTask_reviseInforming", revised(more));
        review.complete("unit-head", "userTask_approveInforming", Map.of("result", "APPROVE", "opinion", "同意。"));
        review.complete("intake-clerk", "userTask_issueInforming", ReviewCase.issue());
        review.serve("informing-letter");
        review.complete("intake-clerk", "userTask_serveInforming", Map.of());
        assertThat(letters.current(review.id(), "informing-letter")
                        .orElseThrow()
                        .issued())
                .isTrue();
        return review;
    }

    private static Map<String, Object> revised(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("informText", "该处罚决定由区政府作出，理由如下。");
        return values;
    }

    private static void answer(ReviewCase review, String answer, Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("respondentAnswer", answer);
        values.put("answeredOn", TODAY.toString());
        review.complete("intake-clerk", "userTask_recordRespondentAnswer", values);
    }
}
