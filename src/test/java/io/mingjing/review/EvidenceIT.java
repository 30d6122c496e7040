package io.mingjing.review;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.casefile.PartyRole;
import io.mingjing.shared.Actor;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.ReviewCase.Step;
import io.mingjing.testing.StoryDay;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Evidence of the parties: who enters it, what is late, and who decides on late evidence. */
@IntegrationTest
class EvidenceIT {

    private final Evidence evidence;
    private final WebApplicationContext context;
    private final MockMvc web;

    @Autowired
    EvidenceIT(Evidence evidence, WebApplicationContext context) {
        this.evidence = evidence;
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
    void evidenceIsListedInOrderAndEachContactSeesItsOwnSideOnly() {
        ReviewCase review = ReviewCase.registered(context).to(Step.COPIED);
        Actor clerk = review.actor("intake-clerk");
        Actor contact = review.actor("organ-contact");
        evidence.add(review.id(), given(PartyRole.APPLICANT, "物业合同", false), clerk);
        evidence.add(review.id(), given(PartyRole.RESPONDENT, "现场检查笔录", false), contact);

        assertThat(evidence.of(review.id(), clerk))
                .extracting(Exhibit::position, Exhibit::partyRole, Exhibit::title, Exhibit::late)
                .containsExactly(
                        tuple(1, PartyRole.APPLICANT, "物业合同", false), tuple(2, PartyRole.RESPONDENT, "现场检查笔录", false));
        assertThat(evidence.of(review.id(), contact)).extracting(Exhibit::title).containsExactly("现场检查笔录");
        refused("NOT_ALLOWED", () -> evidence.add(review.id(), given(PartyRole.APPLICANT, "他人证据", false), contact));
        refused(
                "NOT_ALLOWED",
                () -> evidence.add(review.id(), given(PartyRole.APPLICANT, "审计补充", false), review.actor("auditor")));
        refused(
                "FIELDS",
                () -> evidence.add(review.id(), new NewExhibit(PartyRole.AGENT, "", "", 0, null, false, null), clerk));
    }

    @Test
    void whatTheRespondentHandsInAfterItsTimeIsLateAndMustBeDecidedOn() {
        ReviewCase review = ReviewCase.registered(context).to(Step.COPIED);
        Actor officer = review.actor("review-officer");
        Actor contact = review.actor("organ-contact");
        // the copy was served on 2 March: ten working days end on 16 March (行政复议法 art. 48)
        StoryDay.set(context, StoryDay.MORNING.plus(Duration.ofDays(14)));
        assertThat(evidence.add(review.id(), given(PartyRole.RESPONDENT, "按期证据", false), contact)
                        .late())
                .isFalse();
        StoryDay.set(context, StoryDay.MORNING.plus(Duration.ofDays(15)));
        Exhibit late = evidence.add(review.id(), given(PartyRole.RESPONDENT, "逾期证据", false), contact);
        assertThat(late.late()).isTrue();
        assertThat(late.receivedOn()).isEqualTo(LocalDate.of(2026, 3, 17));

        refused("EVIDENCE_UNDECIDED", () -> evidence.requireDecided(review.id()));
        refused("NOT_ALLOWED", () -> evidence.admit(review.id(), late.id(), true, "请求采纳", contact));
        refused("FIELDS", () -> evidence.admit(review.id(), late.id(), true, " ", officer));
        evidence.admit(review.id(), late.id(), false, "无正当理由逾期。", officer);
        evidence.requireDecided(review.id());
        assertThat(evidence.of(review.id(), officer).get(1).admitted()).isFalse();
    }

    @Test
    void evidenceThatAnApplicantWithheldBeforeIsMarked() {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        Actor officer = review.actor("review-officer");
        Exhibit withheld = evidence.add(review.id(), given(PartyRole.APPLICANT, "迟来的收据", true), officer);
        Exhibit other = evidence.add(review.id(), given(PartyRole.APPLICANT, "申请书附件", false), officer);
        assertThat(withheld.undecided()).isTrue();
        refused("EVIDENCE_IN_TIME", () -> evidence.admit(review.id(), other.id(), true, "采纳", officer));
        refused("EVIDENCE_NOT_FOUND", () -> evidence.admit(review.id(), "0", true, "采纳", officer));
    }

    @Test
    void pageAndApiShowAndTakeEvidence() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.ACCEPTED);
        String page = "/cases/" + review.id() + "/evidence";
        var scan = new MockMultipartFile("file", "合同.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes());
        web.perform(multipart(page)
                        .file(scan)
                        .param("partyRole", "APPLICANT")
                        .param("title", "物业服务合同")
                        .param("proves", "服务关系")
                        .param("pages", "3")
                        .param("receivedOn", "2026-03-02")
                        .param("withheld", "true")
                        .with(user("intake-clerk"))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        web.perform(get(page).with(user("intake-clerk")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("物业服务合同")));
        String id =
                evidence.of(review.id(), review.actor("intake-clerk")).get(0).id();
        web.perform(post(page + "/" + id + "/admission")
                        .param("admitted", "true")
                        .param("reason", "与案件基本事实有关。")
                        .with(user("unit-head"))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        String api = "/api/v1/cases/" + review.id() + "/evidence";
        web.perform(post(api)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"partyRole\":\"RESPONDENT\",\"title\":\"询问笔录\",\"proves\":\"违法事实\",\"pages\":4}")
                        .with(user("review-officer"))
                        .with(csrf()))
                .andExpect(status().isCreated());
        web.perform(put(api + "/" + id + "/admission")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"x\"}")
                        .with(user("review-officer"))
                        .with(csrf()))
                .andExpect(status().is4xxClientError());
        web.perform(get(api).with(user("review-officer")))
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[0].admitted").value(true))
                .andExpect(jsonPath("$[1].pages").value(4));
    }

    @Test
    void theConsequenceOfASilentRespondentStandsOnTheTab() throws Exception {
        ReviewCase review = ReviewCase.registered(context).to(Step.COPIED);
        String page = "/cases/" + review.id() + "/evidence";
        web.perform(get(page).with(user("review-officer")))
                .andExpect(content().string(not(containsString("视为行政行为没有证据、依据"))));
        // the copy came on Monday 2 March: ten working days end on 16 March
        context.getBean(Reviews.class).recordNoReply(review.id(), LocalDate.of(2026, 3, 16));
        web.perform(get(page).with(user("review-officer")))
                .andExpect(content().string(containsString("视为行政行为没有证据、依据")))
                .andExpect(content().string(containsString("行政复议法第七十条")));
    }

    private static NewExhibit given(PartyRole role, String title, boolean withheld) {
        return new NewExhibit(role, title, "证明案件事实", 2, null, withheld, null);
    }
}
