package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.casefile.CaseTasks;
import io.mingjing.document.Letters;
import io.mingjing.identity.DemoPeople;
import io.mingjing.identity.Organs;
import io.mingjing.review.SimilarCases.Similar;
import io.mingjing.review.SimilarCases.Verdict;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Repetitions are found, cases are joined and separated, the competent organ is proposed. */
@IntegrationTest
class SimilarCasesIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private SimilarCases similar;

    @Autowired
    private Joinders joinders;

    @Autowired
    private Jurisdiction jurisdiction;

    @Autowired
    private Organs organs;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @Test
    void anotherApplicationOfTheSameApplicantIsFoundByNameAndByNumber() {
        ReviewCase first = applied("华重复", "210102198001011234", "和重罚字〔2026〕1号行政处罚决定", null);
        ReviewCase byName = applied("华重复", null, "和重罚字〔2026〕1号行政处罚决定", null);
        ReviewCase byNumber = applied("华 重复", "210102198001011234", "和重罚字〔2026〕1号行政处罚决定", null);
        ReviewCase other = applied("别人", null, "和重罚字〔2026〕1号行政处罚决定", null);

        assertThat(similar.of(byName.id()))
                .filteredOn(one -> one.caseId().equals(first.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.sameApplicant()).isTrue());
        assertThat(similar.of(byNumber.id()))
                .extracting(Similar::caseId, Similar::sameApplicant)
                .contains(tuple(first.id(), true), tuple(other.id(), false));
    }

    @Test
    void theSameNumberOfTheSameRespondentIsTheSameAct() {
        ReviewCase first = applied("段文号", null, "处罚决定", "和文罚字〔2026〕2号");
        ReviewCase again = applied("段文号", null, "罚款五千元的决定", "和文罚字〔2026〕2号");
        assertThat(similar.of(again.id())).extracting(Similar::caseId).containsExactly(first.id());
    }

    @Test
    void aLaterCaseAboutADecidedActBeginsWithThatDecision() {
        StoryDay.set(context, StoryDay.MORNING);
        ReviewCase first =
                applied("先决定", null, "和先罚字〔2026〕9号行政处罚决定", "和先罚字〔2026〕9号").to(Step.DECIDED);
        ReviewCase later =
                applied("后申请", null, "和先罚字〔2026〕9号行政处罚决定", "和先罚字〔2026〕9号").to(Step.HEARD);
        Actor officer = later.actor("review-officer");
        String task = later.task("userTask_draftDecision").id();
        CaseTasks tasks = context.getBean(CaseTasks.class);
        assertThat(tasks.form(task, officer).values()).doesNotContainKey("outcome");

        first.serve("decision");

        String number = context.getBean(Letters.class)
                .current(first.id(), "decision")
                .orElseThrow()
                .number();
        assertThat(tasks.form(task, officer).values()).containsEntry("outcome", "REVOKE");
        assertThat(String.valueOf(tasks.form(task, officer).values().get("reasons")))
                .contains(String.valueOf(number), "实施条例》第六十五条第一款");
    }

    @Test
    void aMatterAcceptedBeforeIsNotAcceptedAgain() {
        ReviewCase first = applied("葛两次", null, "和次罚字〔2026〕3号行政处罚决定", null);
        first.to(Step.ACCEPTED);
        ReviewCase again = applied("葛两次", null, "和次罚字〔2026〕3号行政处罚决定", null);
        Actor officer = again.actor("review-officer");
        similar.judge(again.id(), first.id(), Verdict.DUPLICATE, "同一处罚决定。", officer);

        assertThatThrownBy(() -> again.to(Step.ACCEPTED))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(error -> error.field(), error -> error.code())
                                .containsExactly(tuple("conditionNotAccepted", "ACCEPTED_BEFORE")));

        similar.judge(again.id(), first.id(), Verdict.DISTINCT, "前案是另一处房屋。", officer);
        again.complete("review-officer", "userTask_reviewAcceptance", ReviewCase.acceptance());
        assertThat(logged(again.id(), "review.similarJudged")).isEqualTo(2);
    }

    @Test
    void twoCasesAreJoinedAndSeparatedAndBothSayWhy() throws Exception {
        ReviewCase lead = applied("合一", null, "和并征字〔2026〕4号征收决定", null).to(Step.ACCEPTED);
        ReviewCase member = applied("合二", null, "和并征字〔2026〕4号征收决定", null);
        Actor officer = lead.actor("review-officer");
        refused("NOT_ACCEPTED", () -> joinders.join(lead.id(), member.id(), "同一征收决定。", officer));
        member.to(Step.ACCEPTED);
        Joinder joinder = joinders.join(lead.id(), member.id(), "同一征收决定。", officer);
        refused("JOINED_ALREADY", () -> joinders.join(lead.id(), member.id(), "再次。", officer));
        refused("JOINED_ALREADY", () -> joinders.join(member.id(), lead.id(), "反过来。", officer));

        Visitor visitor = new Visitor(port);
        visitor.signIn("review-officer", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/" + lead.id()).body()).contains("并入本案审理");
        assertThat(visitor.get("/cases/" + member.id() + "/intake").body())
                .contains("并入 " + lead.file().number() + " 审理")
                .contains("同一征收决定。");

        joinders.separate(joinder.id(), "第三人不同意。", officer);
        refused("JOINDER_UNDONE", () -> joinders.separate(joinder.id(), "再次。", officer));
        for (String id : new String[] {lead.id(), member.id()}) {
            assertThat(logged(id, "review.casesJoined")).isEqualTo(1);
            assertThat(logged(id, "review.casesSeparated")).isEqualTo(1);
        }
        assertThat(visitor.get("/cases/" + member.id()).body())
                .doesNotContain("并入 " + lead.file().number());
        assertThat(api("/api/v1/cases/" + member.id() + "/joinders")).contains("第三人不同意。");
    }

    @Test
    void theCompetentOrganIsProposedFromTheRespondent() throws Exception {
        ReviewCase review = ReviewCase.registered(context);
        String respondent = String.valueOf(ReviewCase.application(context).get("respondentOrgan"));
        Jurisdiction.Proposal proposal = jurisdiction.of(null, respondent);
        assertThat(proposal.makerKind()).isEqualTo("OWN_DEPARTMENT");
        assertThat(proposal.organs())
                .singleElement()
                .satisfies(one -> assertThat(one.organId())
                        .isEqualTo(organs.get(respondent).governmentId()));
        assertThat(proposal.allows(review.file().governmentId())).isTrue();
        assertThat(jurisdiction.of("JUSTICE_BUREAU", review.file().unitId()).choice())
                .isTrue();

        assertThat(api("/api/v1/review/jurisdiction?makerKind=VERTICAL"))
                .contains("HIGHER_DEPARTMENT")
                .contains("L27");
    }

    private String api(String path) throws Exception {
        return new Visitor(port)
                .basic(path, "review-officer", DemoPeople.PASSWORD, "zh")
                .body();
    }

    private ReviewCase applied(String name, @Nullable String idNumber, String act, @Nullable String number) {
        HashMap<String, Object> changes = new HashMap<>(Map.of("applicantName", name, "actName", act));
        if (idNumber != null) {
            changes.put("applicantIdNumber", idNumber);
        }
        if (number != null) {
            changes.put("actNumber", number);
        }
        return ReviewCase.registered(context, changes);
    }

    private int logged(String caseId, String kind) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where case_id = ? and kind = ?", Integer.class, caseId, kind);
        return count == null ? 0 : count;
    }
}
