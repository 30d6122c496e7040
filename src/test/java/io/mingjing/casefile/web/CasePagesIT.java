package io.mingjing.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.CaseWorld;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Notes;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.testing.IntegrationTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePagesIT {

    private final WebApplicationContext context;
    private final MockMvc web;
    private final ThymeleafViewResolver views;
    private final Cases cases;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final Handlers handlers;
    private final Parties parties;
    private final Notes notes;
    private final People people;
    private final List<CaseTab> tabs;
    private final CaseWorld world;
    private String caseId = "";
    private String limitId = "";

    @Autowired
    CasePagesIT(
            WebApplicationContext context,
            ThymeleafViewResolver views,
            Cases cases,
            CaseLimits limits,
            LimitActs acts,
            Handlers handlers,
            Parties parties,
            Notes notes,
            Organs organs,
            People people,
            List<CaseTab> tabs) {
        this.context = context;
        this.web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.views = views;
        this.cases = cases;
        this.limits = limits;
        this.acts = acts;
        this.handlers = handlers;
        this.parties = parties;
        this.notes = notes;
        this.people = people;
        this.tabs = tabs;
        this.world = new CaseWorld(organs, people);
    }

    @BeforeEach
    void registerACase() {
        NewParty applicant = new NewParty(
                PartyRole.APPLICANT,
                PartyKind.PERSON,
                "<b>张三</b>",
                null,
                null,
                "210102199001011234",
                "13800138000",
                null,
                "和平区中山路1号");
        CaseFile file = cases.register(world.review("不服罚款决定", applicant), world.clerk);
        caseId = file.id();
        cases.setKeyDate(caseId, "accepted", LocalDate.of(2026, 2, 2), world.officer);
        limitId = acts.start(caseId, "AR-DECIDE-ORD", "accepted", null, null, world.officer)
                .id();
        handlers.second(caseId, world.officer.userId(), world.unitHead);
        notes.add(caseId, "已电话联系", world.officer);
    }

    private RequestPostProcessor as(Actor actor) {
        return user(people.get(actor.userId()).login());
    }

    @Test
    void theSearchPageListsTheCasesInScopeWithTheirFilters() throws Exception {
        String page = web.perform(get("/cases")
                        .param("area", "REVIEW")
                        .param("from", "2026-03-01")
                        .with(as(world.officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("不服罚款决定", "&lt;b&gt;张三&lt;/b&gt;", "case-" + caseId, "至2026-04-03");
        assertThat(page).doesNotContain("210102199001011234");
        web.perform(get("/cases").param("q", "罚款").header("HX-Request", "true").with(as(world.strangerOfficer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(caseId))));
    }

    @Test
    void filtersThatCannotBeReadAreSaidAboveAnEmptyListWhoseFormKeepsWhatWasTyped() throws Exception {
        for (boolean htmx : List.of(false, true)) {
            var request = get("/cases?q=罚款&light=pink&from=99999-01-01")
                    .param("to", "+10000-01-01")
                    .with(as(world.officer));
            String page = web.perform(htmx ? request.header("HX-Request", "true") : request)
                    .andExpect(status().isUnprocessableEntity())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(page)
                    .contains("id=\"case-list\"", "“pink”无法识别", "“99999-01-01”无法识别", "“+10000-01-01”无法识别")
                    .doesNotContain("case-" + caseId);
            assertThat(page.contains("value=\"99999-01-01\" aria-invalid=\"true\""))
                    .isEqualTo(!htmx);
            assertThat(page.contains("name=\"q\" autocomplete=\"off\" value=\"罚款\""))
                    .isEqualTo(!htmx);
        }
        web.perform(get("/cases?q=罚款&after=nowhere").with(as(world.officer)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("翻页位置已失效")))
                .andExpect(content().string(containsString("href=\"/cases?q=")));
    }

    @Test
    void anExactNumberLeadsToItsCase() throws Exception {
        String number = cases.number(caseId, CaseWorld.MONDAY);

        web.perform(get("/cases").param("q", number).with(as(world.officer)))
                .andExpect(redirectedUrl("/cases/" + caseId));
    }

    @Test
    void everyTabRendersWithWhatTheReaderMayDo() throws Exception {
        for (Actor actor : List.of(world.unitHead, world.officer, world.auditor)) {
            Map<String, String> html = new HashMap<>();
            for (CaseTab tab : tabs) {
                if (tab.view().startsWith("casefile/")) {
                    html.put(tab.id(), render(tab, actor));
                }
            }
            assertThat(html).containsOnlyKeys("parties", "limits", "catalogue", "notes");
            assertThat(html.get("parties")).contains("210*************34").doesNotContain("210102199001011234");
            assertThat(html.get("limits")).contains("2026-04-03");
            assertThat(Objects.requireNonNull(html.get("limits")).contains("value=\"extend\""))
                    .isEqualTo(actor.equals(world.unitHead));
            assertThat(html.get("notes")).contains("已电话联系");
        }
    }

    private String render(CaseTab tab, Actor actor) throws Exception {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        CaseFile file = cases.get(caseId, actor);
        Map<String, Object> model = new HashMap<>(tab.model(file, actor));
        model.put("file", file);
        model.put("actor", actor);
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext());
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        View view = Objects.requireNonNull(views.resolveViewName(tab.view(), Locale.SIMPLIFIED_CHINESE));
        view.render(model, request, response);
        return response.getContentAsString();
    }

    @Test
    void theHeadSeesThePlanBeforeTheLimitIsExtended() throws Exception {
        String url = "/cases/" + caseId + "/limits/" + limitId;
        web.perform(post(url + "/what-if")
                        .param("act", "extend")
                        .param("days", "30")
                        .param("reason", "案情复杂")
                        .header("HX-Request", "true")
                        .with(as(world.unitHead))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2026-05-06")));
        assertThat(limit().extensionDays()).isZero();

        web.perform(post(url)
                        .param("act", "extend")
                        .param("days", "30")
                        .param("reason", "案情复杂")
                        .with(as(world.unitHead))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + caseId + "/limits"));
        assertThat(limit().extensionDays()).isEqualTo(30);

        web.perform(get(url + "/explanation").header("HX-Request", "true").with(as(world.officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("案情复杂")))
                .andExpect(content().string(containsString("经周正于2026年3月2日批准延长30日")));
        refusedInTheDialog(url, "extend", "1", "最多可以延长30日");
        refusedInTheDialog(url + "/what-if", "extend", "1", "最多可以延长30日");
        refusedInTheDialog(url + "/what-if", "pause", "", "须由行政复议机关负责人决定");
        refusedInTheDialog(url + "/what-if", "convert", "", "不按简易程序");
    }

    /** The sentence comes as a part of the dialog; the page behind stays. */
    private void refusedInTheDialog(String url, String act, String days, String sentence) throws Exception {
        web.perform(post(url)
                        .param("act", act)
                        .param("days", days)
                        .param("from", "2026-02-20")
                        .param("ground", "6")
                        .param("order", "沈和政复中〔2026〕3号")
                        .param("reason", "再延")
                        .header("HX-Request", "true")
                        .with(as(world.unitHead))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("role=\"alert\"")))
                .andExpect(content().string(containsString(sentence)));
    }

    @Test
    void aSuspensionWithoutGroundAndDocumentIsAskedForBoth() throws Exception {
        web.perform(post("/cases/" + caseId + "/limits/" + limitId + "/what-if")
                        .param("act", "pause")
                        .param("from", "2026-02-20")
                        .param("ground", "")
                        .param("order", "")
                        .header("HX-Request", "true")
                        .with(as(world.organHead))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请填写文书文号")));
        assertThat(limit().state()).isEqualTo(LimitState.RUNNING);
    }

    @Test
    void theApiSpeaksOfCasesAndTheirLimits() throws Exception {
        web.perform(get("/api/v1/cases").param("q", "罚款").with(as(world.officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].title").value("不服罚款决定"))
                .andExpect(jsonPath("$.items[0].dueDate").value("2026-04-03"))
                .andExpect(jsonPath("$.items[0].paused").value(false));
        web.perform(get("/api/v1/cases/" + caseId).with(as(world.officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.keyDates.accepted").value("2026-02-02"))
                .andExpect(jsonPath("$.parties[0].idNumberMasked").value("210*************34"));
        web.perform(get("/api/v1/cases/" + caseId + "/limits").with(as(world.officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].timeLimit").value("AR-DECIDE-ORD"))
                .andExpect(jsonPath("$[0].steps[0].date").value("2026-02-02"));
        web.perform(get("/api/v1/cases/" + caseId).with(as(world.strangerOfficer)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("CASE_NOT_FOUND"));
    }

    @Test
    void theApiPausesAndResumes() throws Exception {
        String url = "/api/v1/cases/" + caseId + "/limits/" + limitId;
        String pause = """
                {"from":"2026-02-09","ground":"1","order":"沈和政复中〔2026〕3号","days":10,"reason":"继承人未定"}""";
        web.perform(api(url + "/what-if", pause.replace("{", "{\"act\":\"pause\","), world.organHead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.effects[0].dueBefore").value("2026-04-03"))
                .andExpect(jsonPath("$.effects[0].dueAfter").value("2026-04-13"))
                .andExpect(jsonPath("$.effects[1].rule").value("AR-SUSP60"))
                .andExpect(jsonPath("$.effects[1].dueAfter").value("2026-04-10"))
                .andExpect(jsonPath("$.resumedOn").value("2026-02-19"));
        assertThat(limit().state()).isEqualTo(LimitState.RUNNING);
        web.perform(api(url + "/pause", pause, world.organHead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("PAUSED"))
                .andExpect(jsonPath("$.pauses[0].order").value("沈和政复中〔2026〕3号"))
                .andExpect(jsonPath("$.pauses[0].approver").value("孙立"))
                .andExpect(jsonPath("$.dueDate").isEmpty());
        web.perform(api(url + "/resume", "{}", world.organHead))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("on"));
        web.perform(api(url + "/resume", "{\"on\":\"2026-02-19\"}", world.organHead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueDate").value("2026-04-13"));
        web.perform(api(url + "/pause", pause, world.officer))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("ORGAN_HEAD_ONLY"));
        web.perform(get(url + "/versions").with(as(world.officer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(3))
                .andExpect(jsonPath("$[1].kind").value("PAUSED"))
                .andExpect(jsonPath("$[1].by").value("孙立"))
                .andExpect(jsonPath("$[1].effectiveOn").value("2026-02-09"));
        assertThat(limit().state()).isEqualTo(LimitState.RUNNING);
    }

    private RequestBuilder api(String url, String body, Actor actor) {
        return post(url)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(as(actor))
                .with(csrf());
    }

    @Test
    void whoRecusesThemselvesIsLedAwayFromTheCase() throws Exception {
        web.perform(post("/cases/" + caseId + "/recusals")
                        .param("userId", "")
                        .param("reason", "近亲属")
                        .with(as(world.officer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases"));
        web.perform(get("/api/v1/cases/" + caseId).with(as(world.officer))).andExpect(status().isNotFound());
    }

    @Test
    void aFullNumberIsShownToTheHandlerAndToNobodyElse() throws Exception {
        String partyId = parties.of(caseId, PartyRole.APPLICANT).get(0).id();
        web.perform(reveal(partyId, world.officer))
                .andExpect(status().isOk())
                .andExpect(content().string("13800138000"));
        web.perform(reveal(partyId, world.secondOfficer)).andExpect(status().isForbidden());
        web.perform(reveal(caseId, world.officer)).andExpect(status().isNotFound());
    }

    private RequestBuilder reveal(String partyId, Actor actor) {
        return post("/cases/" + caseId + "/parties/" + partyId + "/reveal")
                .param("field", "PHONE")
                .header("HX-Request", "true")
                .with(as(actor))
                .with(csrf());
    }

    private CaseLimit limit() {
        return limits.of(caseId).get(0);
    }
}
