package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.review.PartyView.Ground;
import io.mingjing.review.PartyView.Way;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Every applicant and third party is heard with a signed record, or could not be for a reason of its own (行政复议法 art. 49). */
@IntegrationTest
class PartyViewsIT {

    private static final String OFFICER = "review-officer";
    private static final List<String> TWO = List.of("周明远", "沈若溪");

    private final PartyViews views;
    private final ReviewStaff staff;
    private final People people;
    private final Parties parties;
    private final CaseTasks tasks;
    private final WebApplicationContext context;
    private final MockMvc web;

    @Autowired
    PartyViewsIT(
            PartyViews views,
            ReviewStaff staff,
            People people,
            Parties parties,
            CaseTasks tasks,
            WebApplicationContext context) {
        this.views = views;
        this.staff = staff;
        this.people = people;
        this.parties = parties;
        this.tasks = tasks;
        this.context = context;
        this.web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void firstMorning() {
        StoryDay.set(context, StoryDay.MORNING);
    }

    @Test
    void theStepWaitsForEveryApplicantAndThirdParty() {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        Actor officer = review.actor(OFFICER);
        parties.add(review.id(), NewParty.person(PartyRole.THIRD_PARTY, "刘东明"), officer);
        assertThatThrownBy(() -> step(review)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("VIEWS_MISSING");
            assertThat(refusal.args()).containsExactly("吴𠮷祥、刘东明");
        });
        views.record(review.id(), spoken(party(review, 0), Way.PHONE, TWO, false, "电话听取，已复述确认。"), officer);
        refused("VIEWS_MISSING", () -> step(review));
        views.record(review.id(), silent(party(review, 1), Way.NONE, Ground.TAKES_NO_PART), officer);

        assertThat(tasks.form(review.task("userTask_hearViews").id(), officer).values())
                .containsEntry("method", "PHONE")
                .containsEntry("heardOn", LocalDate.of(2026, 3, 2))
                .containsEntry("officers", "周明远、沈若溪");
        step(review);
        assertThat(review.open()).contains("userTask_draftDecision");
    }

    @Test
    void aNameThatIsGivenTwiceMeansTwoColleaguesWhoShareIt() {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        Person known = staff.of(review.id()).get(0);
        String name = "欧阳同";
        String first = colleague(name, known.organId());
        List<String> both = List.of(name, name);
        refusedField("STAFF_FEW", spoken(party(review, 0), Way.IN_PERSON, both, true, "已听取。"), review);
        String second = colleague(name, known.organId());

        PartyView view = views.record(
                review.id(), spoken(party(review, 0), Way.IN_PERSON, both, true, "已听取。"), review.actor(OFFICER));

        assertThat(Objects.requireNonNull(view.officerIds()).split(",")).containsExactlyInAnyOrder(first, second);
    }

    private String colleague(String name, String organId) {
        return people.create(
                        new People.NewPerson(Ids.next(), name, organId, Set.of(Role.REVIEW_OFFICER), "same@example.cn"),
                        Actor.SYSTEM)
                .person()
                .id();
    }

    @Test
    void recordsAreRefusedWhereTheLawIsNotKept() {
        ReviewCase review = ReviewCase.registered(context);
        Actor officer = review.actor(OFFICER);
        Actor clerk = review.actor("intake-clerk");
        refused(
                "NOT_ACCEPTED",
                () -> views.record(review.id(), spoken(party(review, 0), Way.IN_PERSON, TWO, true, null), clerk));
        review.to(Step.ACCEPTED);
        String applicant = party(review, 0);
        refusedField("STAFF_FEW", spoken(applicant, Way.IN_PERSON, List.of("周明远"), true, null), review);
        refusedField("STAFF_FEW", spoken(applicant, Way.IN_PERSON, List.of("周明远", "周明远"), true, null), review);
        refusedField("PERSON_UNKNOWN", spoken(applicant, Way.IN_PERSON, List.of("周明远", "无此人"), true, null), review);
        refusedField("REQUIRED", spoken(applicant, Way.ONLINE, TWO, false, null), review);
        refusedField("VIEWS_GROUND", silent(applicant, Way.WRITTEN, null), review);
        refusedField("VIEWS_THIRD_PARTY_ONLY", silent(applicant, Way.NONE, Ground.TAKES_NO_PART), review);
        refusedField("NOT_AN_OPTION", spoken(applicant, Way.HEARING, TWO, true, null), review);
        refusedField("NOT_AN_OPTION", spoken("0", Way.IN_PERSON, TWO, true, null), review);
        refused(
                "CASE_NOT_FOUND",
                () -> views.record(
                        review.id(), spoken(applicant, Way.PHONE, TWO, true, null), review.actor("organ-contact")));

        PartyView mistaken = views.record(review.id(), silent(applicant, Way.NONE, Ground.UNREACHABLE), officer);
        views.requireHeard(review.id());
        views.strike(review.id(), mistaken.id(), "登记错误", officer);
        refused("VIEWS_MISSING", () -> views.requireHeard(review.id()));
        refused("CASE_CHANGED", () -> views.strike(review.id(), mistaken.id(), "再次作废", officer));

        review.to(Step.DECIDED);
        refused(
                "VIEWS_TOO_LATE",
                () -> views.record(review.id(), spoken(applicant, Way.PHONE, TWO, true, null), officer));
    }

    @Test
    void aThirdPartyThatJoinsAfterTheStepIsHeardBeforeTheDraft() {
        ReviewCase review = ReviewCase.registered(context).to(Step.HEARD);
        Actor officer = review.actor(OFFICER);
        ThirdParties thirdParties = context.getBean(ThirdParties.class);
        thirdParties.propose(
                review.id(),
                new ThirdParty.Proposal(false, null, PartyKind.PERSON, "刘东明", null, null, "共有人", null),
                officer);
        thirdParties.join(review.id(), "同意。", review.actor("unit-head"));
        refused("VIEWS_MISSING", () -> review.to(Step.DRAFTED));
        review.hear();
        review.complete(OFFICER, "userTask_draftDecision", ReviewCase.revocation());
        assertThat(review.open()).contains("userTask_unitHeadReview");
    }

    @Test
    void pageAndApiEnterShowAndPrintRecords() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.REPLIED);
        String page = "/cases/" + review.id() + "/trial";
        web.perform(get(page + "/views/new").with(user(OFFICER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("第四十九条")));
        web.perform(post(page + "/views")
                        .param("partyId", party(review, 0))
                        .param("way", "IN_PERSON")
                        .param("heardOn", "2026-03-02")
                        .param("officers", "周明远")
                        .param("speaker", "吴𠮷祥")
                        .param("body", "没有告知。")
                        .param("signed", "true")
                        .with(user(OFFICER))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不得少于 2 人")))
                .andExpect(content().string(containsString("没有告知。")));
        web.perform(post(page + "/views")
                        .param("partyId", party(review, 0))
                        .param("way", "IN_PERSON")
                        .param("heardOn", "2026-03-02")
                        .param("officers", "周明远", "沈若溪")
                        .param("speaker", "吴𠮷祥")
                        .param("body", "没有告知。")
                        .param("signed", "true")
                        .with(user(OFFICER))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        String id = views.of(review.id(), review.actor(OFFICER))
                .get(0)
                .records()
                .get(0)
                .id();
        web.perform(get(page).with(user(OFFICER)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有告知。")))
                .andExpect(content().string(containsString("周明远、沈若溪")));
        web.perform(get(page + "/views/" + id + "/record").with(user(OFFICER)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .contentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        web.perform(get("/tasks/" + review.task("userTask_hearViews").id()).with(user(OFFICER)))
                .andExpect(content().string(containsString("没有告知。")));
        String api = "/api/v1/cases/" + review.id();
        web.perform(post(api + "/views/" + id + "/strike")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"重复登记\"}")
                        .with(user(OFFICER))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        web.perform(post(api + "/views")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"partyId\":\"" + party(review, 0)
                                + "\",\"way\":\"NONE\",\"ground\":\"UNREACHABLE\",\"body\":\"三次致电无人接听。\"}")
                        .with(user(OFFICER))
                        .with(csrf()))
                .andExpect(status().isCreated());
        web.perform(get(api + "/views").with(user(OFFICER)))
                .andExpect(jsonPath("$[0].settled").value(true))
                .andExpect(jsonPath("$[0].records[0].struckReason").value("重复登记"))
                .andExpect(jsonPath("$[0].records[1].ground").value("UNREACHABLE"));
        web.perform(get(api + "/hearings").with(user(OFFICER))).andExpect(status().isOk());
        web.perform(get(api + "/third-parties").with(user("organ-contact"))).andExpect(status().isForbidden());
    }

    private static void step(ReviewCase review) {
        review.complete(OFFICER, "userTask_hearViews", ReviewCase.views(LocalDate.of(2026, 3, 2)));
    }

    private String party(ReviewCase review, int position) {
        return views.of(review.id(), Actor.SYSTEM).get(position).party().id();
    }

    private static NewPartyView spoken(
            String party, Way way, List<String> officers, boolean signed, @Nullable String unsigned) {
        return new NewPartyView(party, way, null, null, null, "吴𠮷祥", officers, "没有告知。", signed, unsigned);
    }

    private static NewPartyView silent(String party, Way way, @Nullable Ground ground) {
        return new NewPartyView(party, way, ground, null, null, null, List.of(), "三次致电无人接听。", false, null);
    }

    private void refusedField(String code, NewPartyView given, ReviewCase review) {
        assertThatThrownBy(() -> views.record(review.id(), given, review.actor(OFFICER)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(
                                        error -> Objects.requireNonNull(error).code())
                                .containsExactly(code));
    }
}
