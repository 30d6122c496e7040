package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.casefile.Recusals;
import io.mingjing.document.Letters;
import io.mingjing.identity.DemoPeople;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The hearing of a review from proposal to record, with the days and refusals of 行政复议法 art. 50 and 51. */
@IntegrationTest
class HearingIT {

    private static final String OFFICER = "review-officer";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Hearings hearings;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Letters letters;

    @Autowired
    private Recusals recusals;

    @Autowired
    private Parties parties;

    @Autowired
    private PartyViews views;

    private MockMvc web;

    @BeforeEach
    void monday() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        day(2);
    }

    @Test
    void aHearingWhoseNoticeIsServedLateMovesAndTheHeldOneFillsTheViewsHeard() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        propose(review, "DOUBTFUL_EVIDENCE");
        refused("HEARING_COMPULSORY", () -> approve(review, "REFUSE"));
        approve(review, "HOLD");
        notice(review, "2026-03-16");

        // 16 March less five clear working days: 6 March was the last day
        day(9);
        review.serve("hearing-notice").complete("intake-clerk", "userTask_serveHearingNotice", Map.of());
        assertThat(review.open()).contains("userTask_arrangeHearing").doesNotContain("userTask_holdHearing");

        notice(review, "2026-03-17");
        assertThat(letters.current(review.id(), "hearing-notice").orElseThrow().number())
                .contains("复听〔2026〕");
        review.serve("hearing-notice").complete("intake-clerk", "userTask_serveHearingNotice", Map.of());
        review.attach(OFFICER, "userTask_holdHearing", "听证笔录");
        refused("HEARING_NOT_YET", () -> review.complete(OFFICER, "userTask_holdHearing", record("ATTENDED")));
        day(17);
        refused("HEAD_NOT_EXPLAINED", () -> review.complete(OFFICER, "userTask_holdHearing", record("DELEGATED")));
        refused("HEARING_UNDER_WAY_DRAFT", () -> hearings.requireHeard(review.id()));
        review.complete(OFFICER, "userTask_holdHearing", record("ATTENDED"));

        assertThat(reviews.get(review.id()).viewsOn()).isEqualTo(LocalDate.of(2026, 3, 17));
        assertThat(hearings.of(review.id(), review.actor(OFFICER)))
                .singleElement()
                .satisfies(hearing -> {
                    assertThat(hearing.state()).isEqualTo(Hearing.State.HELD);
                    assertThat(hearing.compulsory()).isTrue();
                    assertThat(hearing.signedBy()).isEqualTo("APPLICANT,RESPONDENT");
                });
        hearings.requireHeard(review.id());
        assertThat(views.of(review.id(), review.actor(OFFICER))).singleElement().satisfies(heard -> {
            assertThat(heard.settled()).isTrue();
            assertThat(heard.records()).singleElement().satisfies(view -> {
                assertThat(view.way()).isEqualTo(PartyView.Way.HEARING);
                assertThat(view.signed()).isTrue();
                assertThat(view.officerNames()).isEqualTo("顾建平、周明远、沈若溪");
            });
        });
    }

    @Test
    void aHearingUnderWayStopsWhenTheHandlingEnds() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        propose(review, "USEFUL");
        approve(review, "HOLD");
        procedures.start(
                review.id(),
                "termination",
                Map.of(
                        "terminationGround", "NO_HEIR",
                        "terminationReason", "申请人死亡，近亲属均表示不参加行政复议。",
                        "evidence", "死亡证明、声明书"),
                null,
                review.actor(OFFICER));
        Map<String, Object> agreed = Map.of("result", "APPROVE", "opinion", "同意终止。");
        review.complete("unit-head", "userTask_reviewTermination", agreed);
        review.complete("organ-head", "userTask_signTermination", agreed);
        assertThat(procedures.running(review.id(), "hearing")).isFalse();
        assertThat(hearings.of(review.id(), review.actor(OFFICER)))
                .extracting(Hearing::state)
                .containsExactly(Hearing.State.STOPPED);
    }

    @Test
    void thePanelIsChosenAmongColleaguesAndShownWithTheRecord() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        propose(review, "DOUBTFUL_EVIDENCE");
        approve(review, "HOLD");
        web.perform(get("/tasks/" + review.task("userTask_arrangeHearing").id()).with(user(OFFICER)))
                .andExpect(content().string(containsString("<option value=\"顾建平\"")))
                .andExpect(content().string(not(containsString("<option value=\"孙立\""))));
        notice(review, "2026-03-10");
        review.serve("hearing-notice").complete("intake-clerk", "userTask_serveHearingNotice", Map.of());
        day(10);
        review.attach(OFFICER, "userTask_holdHearing", "听证笔录");
        refusedField("REQUIRED", () -> {
            Map<String, Object> unsigned = new HashMap<>(record("ATTENDED"));
            unsigned.put("recordSigned", List.of("APPLICANT", "THIRD_PARTY"));
            review.complete(OFFICER, "userTask_holdHearing", unsigned);
        });
        review.complete(OFFICER, "userTask_holdHearing", record("ATTENDED"));
        web.perform(get("/cases/" + review.id() + "/trial").with(user(OFFICER)))
                .andExpect(content().string(containsString("主要证据存疑")))
                .andExpect(content().string(containsString("周明远、沈若溪")))
                .andExpect(content().string(containsString("双方陈述、质证、辩论。")));
        web.perform(get("/api/v1/cases/" + review.id() + "/hearings").with(user(OFFICER)))
                .andExpect(jsonPath("$[0].state").value("HELD"))
                .andExpect(jsonPath("$[0].respondentHead").value("ATTENDED"));
        for (String tab : List.of("", "/limits")) {
            web.perform(get("/cases/" + review.id() + tab).with(user(OFFICER)))
                    .andExpect(content().string(containsString("<dt>听证</dt>")));
        }
        String id = hearings.of(review.id(), review.actor(OFFICER)).get(0).id();
        web.perform(get("/cases/" + review.id() + "/trial/hearings/" + id + "/record")
                        .with(user(OFFICER)))
                .andExpect(status().isOk());
    }

    @Test
    void aHearingTooNearIsRefusedWithTheNearestLawfulDayAndThePanelMustBeWhole() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        propose(review, "USEFUL");
        approve(review, "HOLD");
        assertThat(hearings.lastNotice(LocalDate.of(2026, 3, 16))).isEqualTo(LocalDate.of(2026, 3, 6));
        assertThatThrownBy(() -> arrange(review, plan("2026-03-09"))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("HEARING_TOO_NEAR");
            assertThat(refusal.args()).containsExactly(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 10));
        });
        web.perform(post("/api/v1/tasks/"
                                + review.task("userTask_arrangeHearing").id() + "/complete")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(new ObjectMapper().writeValueAsString(Map.of("values", plan("2026-03-09"))))
                        .with(user(OFFICER))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("不足五个完整的工作日（行政复议法第五十一条）。最早可以定在 2026-03-10")));
        refusedField("NOT_A_WORKING_DAY", () -> arrange(review, plan("2026-03-14")));
        refusedField("HEARING_OFFICERS_FEW", () -> arrange(review, with(plan("2026-03-16"), "hearingOfficers", "周明远")));
        refusedField("PERSON_TWICE", () -> arrange(review, with(plan("2026-03-16"), "recorderName", "周明远")));
        refusedField("PERSON_UNKNOWN", () -> arrange(review, with(plan("2026-03-16"), "recorderName", "无此人")));
        recusals.recuse(review.id(), DemoPeople.REVIEW_OFFICER_2, "当事人近亲属", review.actor("unit-head"));
        refusedField("PERSON_RECUSED", () -> arrange(review, plan("2026-03-16")));
    }

    @Test
    void theHeadDeclinesAnOptionalHearingAndAnAbsentApplicantWaivesIt() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        propose(review, "PARTY_REQUEST");
        refused(
                "HEARING_UNDER_WAY",
                () -> hearings.propose(review.id(), List.of("USEFUL"), "再次提出", review.actor(OFFICER)));
        approve(review, "REFUSE");
        assertThat(review.open()).doesNotContain("userTask_arrangeHearing");
        propose(review, "USEFUL");
        approve(review, "HOLD");
        notice(review, "2026-03-10");
        review.serve("hearing-notice").complete("intake-clerk", "userTask_serveHearingNotice", Map.of());
        day(10);
        review.attach(OFFICER, "userTask_holdHearing", "听证笔录");
        review.complete(
                OFFICER, "userTask_holdHearing", Map.of("hearingAnswer", "WAIVED", "hearingRemark", "申请人无正当理由未到场。"));
        assertThat(hearings.of(review.id(), review.actor(OFFICER)))
                .extracting(Hearing::state)
                .containsExactly(Hearing.State.REFUSED, Hearing.State.WAIVED);
        assertThat(reviews.get(review.id()).viewsOn()).isNull();
    }

    @Test
    void aCaseOfMoreThanTenApplicantsIsNotDraftedBeforeItsHearing() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        for (int i = 0; i < 10; i++) {
            parties.add(review.id(), NewParty.person(PartyRole.APPLICANT, "业主" + i), review.actor("intake-clerk"));
        }
        refused("HEARING_MISSING", () -> review.to(Step.DRAFTED));
        assertThat(review.open()).contains("userTask_draftDecision");
    }

    private void propose(ReviewCase review, String ground) {
        procedures.start(
                review.id(),
                "hearing",
                Map.of("hearingGrounds", List.of(ground), "hearingReason", "双方对检查经过各执一词。"),
                null,
                review.actor(OFFICER));
    }

    private static void approve(ReviewCase review, String answer) {
        review.complete(
                "unit-head", "userTask_approveHearing", Map.of("holdingAnswer", answer, "holdingOpinion", "按此办理。"));
    }

    private static void arrange(ReviewCase review, Map<String, Object> plan) {
        review.complete(OFFICER, "userTask_arrangeHearing", plan);
    }

    private static void notice(ReviewCase review, String on) {
        arrange(review, plan(on));
        review.complete("unit-head", "userTask_approveHearingNotice", Map.of("result", "APPROVE", "opinion", "同意。"));
        review.complete("intake-clerk", "userTask_issueHearingNotice", ReviewCase.issue());
    }

    private static Map<String, Object> plan(String on) {
        return new HashMap<>(Map.of(
                "hearingOn", on,
                "hearingTime", "09:30",
                "hearingPlace", "市司法局听证室",
                "chairName", "顾建平",
                "hearingOfficers", "周明远、沈若溪",
                "recorderName", "林晓雯"));
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        values.put(key, value);
        return values;
    }

    private static Map<String, Object> record(String head) {
        return Map.of(
                "hearingAnswer", "HELD",
                "applicantPersons", "吴𠮷祥",
                "respondentHead", head,
                "hearingCourse", "双方陈述、质证、辩论。",
                "recordSigned", List.of("APPLICANT", "RESPONDENT"));
    }

    private void day(int ofMarch) {
        StoryDay.set(context, StoryDay.MORNING.plus(Duration.ofDays(ofMarch - 2L)));
    }

    private static void refusedField(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(
                                        error -> Objects.requireNonNull(error).code())
                                .containsExactly(code));
    }
}
