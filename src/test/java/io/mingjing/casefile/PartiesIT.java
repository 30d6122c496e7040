package io.mingjing.casefile;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Parties after registration: who may change them, what the log keeps, and the pages and the API for it. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartiesIT {

    private final Parties parties;
    private final Cases cases;
    private final CaseTitles titles;
    private final People people;
    private final JdbcTemplate jdbc;
    private final MockMvc web;
    private final CaseWorld world;
    private CaseFile file;
    private Party applicant;

    @Autowired
    @SuppressWarnings("NullAway.Init") // each test registers a case of its own
    PartiesIT(
            Parties parties,
            Cases cases,
            CaseTitles titles,
            People people,
            Organs organs,
            JdbcTemplate jdbc,
            WebApplicationContext context) {
        this.parties = parties;
        this.cases = cases;
        this.titles = titles;
        this.people = people;
        this.jdbc = jdbc;
        this.web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.world = new CaseWorld(organs, people);
    }

    @BeforeEach
    void registerACase() {
        file = cases.register(world.review("不服罚款决定"), world.clerk);
        applicant = parties.of(file.id(), PartyRole.APPLICANT).get(0);
    }

    @Test
    void partiesJoinAreCorrectedAndLeaveWithTheirAgents() {
        Party second = parties.add(file.id(), NewParty.person(PartyRole.APPLICANT, "李四"), world.clerk);
        Party agent = parties.add(file.id(), agentOf(second, "王律师"), world.unitHead);
        Party better = parties.correct(
                second.id(),
                new NewParty(
                        PartyRole.APPLICANT,
                        PartyKind.PERSON,
                        "李肆",
                        null,
                        null,
                        "210102198001011234",
                        null,
                        null,
                        null),
                second.version(),
                world.clerk);
        assertThat(better.name()).isEqualTo("李肆");

        parties.leave(second.id(), CaseWorld.MONDAY, "撤回申请", world.unitHead);

        assertThat(parties.of(file.id()))
                .filteredOn(party -> party.leftOn() != null)
                .extracting(Party::id, Party::leftReason)
                .containsExactly(tuple(second.id(), "撤回申请"), tuple(agent.id(), "撤回申请"));
        String entry = lastEntry("casefile.partyCorrected");
        assertThat(entry).contains("\"changed\":[\"name\",\"idNumber\"]").doesNotContain("李四", "210102198001011234");
        List<String> kept = jdbc.queryForList(
                "select p.content from audit_personal p join audit_entry e on e.seq = p.entry_seq where e.case_id = ?",
                String.class,
                file.id());
        assertThat(kept).contains("李四", "李肆", "210*************34").doesNotContain("210102198001011234");
        refused(
                "PARTY_LEFT",
                () -> parties.correct(second.id(), NewParty.person(PartyRole.APPLICANT, "李五"), 3, world.clerk));
    }

    @Test
    void nobodyButHandlersTheClerkAndTheHeadChangesParties() {
        NewParty third = NewParty.person(PartyRole.THIRD_PARTY, "赵六");
        for (Actor actor : List.of(world.secondOfficer, world.auditor, world.supervisor)) {
            assertThatThrownBy(() -> parties.add(file.id(), third, actor)).isInstanceOf(Refusal.class);
        }
        refused("CASE_NOT_FOUND", () -> parties.add(file.id(), third, world.strangerOfficer));
        refused("NOT_HANDLER", () -> parties.leave(applicant.id(), CaseWorld.MONDAY, "登记错误", world.secondOfficer));
        refused("NOT_HANDLER", () -> titles.correct(file.id(), "新名", null, file.version(), world.secondOfficer));
    }

    @Test
    void theLastApplicantAndTheRespondentStayAndAnAddressedOrganIsNotReplaced() {
        refused("LAST_APPLICANT", () -> parties.leave(applicant.id(), CaseWorld.MONDAY, "登记错误", world.clerk));
        Party respondent = parties.of(file.id(), PartyRole.RESPONDENT).get(0);
        refused("LAST_RESPONDENT", () -> parties.leave(respondent.id(), CaseWorld.MONDAY, "登记错误", world.clerk));
        NewParty other = NewParty.organ(PartyRole.RESPONDENT, world.otherDistrict.id(), world.otherDistrict.name());
        Party replaced = parties.correct(respondent.id(), other, respondent.version(), world.clerk);
        assertThat(parties.organs(file.id(), PartyRole.RESPONDENT)).containsExactly(world.otherDistrict.id());

        parties.address(file.id(), PartyRole.RESPONDENT);
        refused(
                "PARTY_ADDRESSED",
                () -> parties.correct(
                        respondent.id(),
                        NewParty.organ(PartyRole.RESPONDENT, world.police.id(), world.police.name()),
                        replaced.version(),
                        world.clerk));
    }

    @Test
    void anArchivedCaseIsClosedToEveryChange() {
        cases.close(file.id(), "UPHOLD", CaseWorld.MONDAY, Actor.SYSTEM);
        cases.archive(file.id(), CaseWorld.MONDAY, Actor.SYSTEM);

        refused("CASE_ARCHIVED", () -> parties.add(file.id(), NewParty.person(PartyRole.APPLICANT, "李四"), world.clerk));
        refused(
                "CASE_ARCHIVED",
                () -> parties.correct(
                        applicant.id(),
                        NewParty.person(PartyRole.APPLICANT, "张叁"),
                        applicant.version(),
                        world.unitHead));
        refused("CASE_ARCHIVED", () -> parties.leave(applicant.id(), CaseWorld.MONDAY, "登记错误", world.unitHead));
        refused(
                "CASE_ARCHIVED",
                () -> titles.correct(
                        file.id(), "新名", null, cases.require(file.id()).version(), world.unitHead));
        assertThat(parties.mayChange(file.id(), world.unitHead)).isFalse();
    }

    @Test
    void moreThanTenApplicantsElectTwoToFiveRepresentatives() {
        for (int i = 2; i <= 11; i++) {
            parties.add(file.id(), NewParty.person(PartyRole.APPLICANT, "业主" + i), world.clerk);
        }
        refused("REPRESENTATIVES_MISSING", () -> parties.requireRepresentatives(file.id()));
        List<Party> all = parties.of(file.id(), PartyRole.APPLICANT);
        for (int i = 0; i < 5; i++) {
            parties.represent(all.get(i).id(), true, all.get(i).version(), world.clerk);
        }
        parties.requireRepresentatives(file.id());
        refused(
                "REPRESENTATIVES_ENOUGH",
                () -> parties.represent(all.get(5).id(), true, all.get(5).version(), world.clerk));
        Party respondent = parties.of(file.id(), PartyRole.RESPONDENT).get(0);
        refused(
                "REPRESENTATIVE_ROLE",
                () -> parties.represent(respondent.id(), true, respondent.version(), world.clerk));
    }

    @Test
    void thePagesEnterCorrectAndEndParties() throws Exception {
        String url = "/cases/" + file.id();
        web.perform(get(url + "/parties/new").with(as(world.clerk)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("保存并再加一个")));
        web.perform(form(url + "/parties", world.clerk)
                        .param("role", "AGENT")
                        .param("kind", "PERSON")
                        .param("name", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("mj-field__error")));
        web.perform(form(url + "/parties", world.clerk)
                        .param("role", "THIRD_PARTY")
                        .param("kind", "PERSON")
                        .param("name", "赵六")
                        .param("again", "true"))
                .andExpect(redirectedUrl(url + "/parties/new?role=THIRD_PARTY"));
        Party third = parties.of(file.id(), PartyRole.THIRD_PARTY).get(0);
        web.perform(get(url + "/parties/" + third.id()).with(as(world.clerk)))
                .andExpect(content().string(containsString("赵六")))
                .andExpect(content().string(containsString("登记退出")));
        web.perform(form(url + "/parties/" + third.id() + "/departure", world.clerk)
                        .param("on", "2026-03-02")
                        .param("reason", "登记错误"))
                .andExpect(redirectedUrl(url + "/parties"));
        assertThat(parties.of(file.id(), PartyRole.THIRD_PARTY)).isEmpty();
        web.perform(form(url + "/title", world.unitHead)
                        .param("title", "张三不服和平公安分局罚款决定")
                        .param(
                                "version",
                                Integer.toString(cases.require(file.id()).version())))
                .andExpect(redirectedUrl(url));
        assertThat(cases.require(file.id()).title()).isEqualTo("张三不服和平公安分局罚款决定");
        web.perform(form(url + "/parties", world.secondOfficer)
                        .param("role", "APPLICANT")
                        .param("kind", "PERSON")
                        .param("name", "李四"))
                .andExpect(status().isForbidden());
    }

    @Test
    void machinesChangePartiesUnderTheSameRules() throws Exception {
        String url = "/api/v1/cases/" + file.id();
        web.perform(json(post(url + "/parties"), "{\"role\":\"APPLICANT\",\"kind\":\"PERSON\",\"name\":\"李四\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("李四"));
        web.perform(json(
                        put(url + "/parties/" + applicant.id()),
                        "{\"kind\":\"PERSON\",\"name\":\"张叁\",\"version\":" + applicant.version() + "}"))
                .andExpect(jsonPath("$.name").value("张叁"));
        web.perform(json(
                        post(url + "/parties/" + applicant.id() + "/departure"),
                        "{\"on\":\"2026-03-02\",\"reason\":\"登记错误\"}"))
                .andExpect(jsonPath("$.leftOn").value("2026-03-02"));
        web.perform(json(post(url + "/parties"), "{\"role\":\"RESPONDENT\",\"kind\":\"PERSON\",\"name\":\"某\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("role"));
        web.perform(json(put(url + "/title"), "{\"title\":\"新名\",\"version\":99}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CASE_CHANGED"));
    }

    private static NewParty agentOf(Party principal, String name) {
        return new NewParty(PartyRole.AGENT, PartyKind.PERSON, name, null, principal.id(), null, null, null, null);
    }

    private String lastEntry(String kind) {
        return String.valueOf(jdbc.queryForObject(
                "select payload from audit_entry where seq = (select max(seq) from audit_entry where case_id = ? and kind = ?)",
                String.class,
                file.id(),
                kind));
    }

    private MockHttpServletRequestBuilder form(String url, Actor actor) {
        return post(url).with(as(actor)).with(csrf());
    }

    private MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(world.clerk))
                .with(csrf());
    }

    private RequestPostProcessor as(Actor actor) {
        return user(people.get(actor.userId()).login());
    }
}
