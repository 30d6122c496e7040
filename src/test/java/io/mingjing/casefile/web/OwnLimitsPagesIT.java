package io.mingjing.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseWorld;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Orders, local limits, lights and drafts over HTTP, as pages and as API. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnLimitsPagesIT {

    private final WebApplicationContext context;
    private final ThymeleafViewResolver views;
    private final LimitsTab tab;
    private final MockMvc web;
    private final ObjectMapper json;
    private final Cases cases;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final People people;
    private final TimeLimits time;
    private final JdbcTemplate jdbc;
    private final CaseWorld world;
    private final Actor otherHead;
    private String caseId = "";
    private String limitId = "";

    @Autowired
    OwnLimitsPagesIT(
            WebApplicationContext context,
            ThymeleafViewResolver views,
            LimitsTab tab,
            ObjectMapper json,
            Cases cases,
            CaseLimits limits,
            LimitActs acts,
            Organs organs,
            People people,
            TimeLimits time,
            JdbcTemplate jdbc) {
        this.context = context;
        this.views = views;
        this.tab = tab;
        this.web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        this.json = json;
        this.cases = cases;
        this.limits = limits;
        this.acts = acts;
        this.people = people;
        this.time = time;
        this.jdbc = jdbc;
        this.world = new CaseWorld(organs, people);
        this.otherHead = people.actor(people.create(
                        new People.NewPerson(
                                people.get(world.unitHead.userId()).login() + "-2",
                                "何平",
                                organs.bureauOf(world.district.id()).id(),
                                Set.of(Role.UNIT_HEAD),
                                null),
                        Actor.SYSTEM)
                .person()
                .id());
    }

    @BeforeEach
    void aRunningLimit() {
        caseId = cases.register(world.review("另定期限"), world.clerk).id();
        cases.setKeyDate(caseId, "accepted", CaseWorld.MONDAY, world.officer);
        limitId = acts.start(caseId, "AR-DECIDE-ORD", "accepted", null, null, world.officer)
                .id();
    }

    @AfterAll
    void theCatalogueAsItWas() {
        jdbc.update("delete from time_limit_rule where organ_id is not null");
        time.reload();
    }

    private RequestPostProcessor as(Actor actor) {
        return user(people.get(actor.userId()).login());
    }

    private RequestBuilder send(MockHttpServletRequestBuilder request, String body, Actor actor) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(actor))
                .with(csrf());
    }

    /** The tab alone: these cases have no process, which the rest of the page needs. */
    private String tab(Actor actor) throws Exception {
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

    private CaseLimit limit() {
        return limits.of(caseId).get(0);
    }

    @Test
    void aMachineOrdersAndLiftsAndIsToldWhatIsMissing() throws Exception {
        String url = "/api/v1/cases/" + caseId + "/limits/" + limitId + "/orders";
        String basis = "\"documentName\":\"集中办理决定\",\"documentNumber\":\"1号\",\"documentDate\":\"2026-02-27\"";
        web.perform(send(post(url), "{\"length\":45}", world.unitHead))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("documentName"));
        web.perform(send(post(url), "{\"length\":45," + basis + "}", world.officer))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("UNIT_HEAD_ONLY"));
        web.perform(send(post(url), "{\"endDate\":\"2026-03-01\"," + basis + "}", world.unitHead))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("END_BEFORE_START"))
                .andExpect(jsonPath("$.detail", containsString("应当晚于起算日")));
        web.perform(send(post(url), "{\"length\":45," + basis + "}", world.unitHead))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.dueDate").value("2026-04-16"));
        web.perform(get("/api/v1/cases/" + caseId + "/limits")
                        .locale(Locale.SIMPLIFIED_CHINESE)
                        .with(as(world.officer)))
                .andExpect(jsonPath("$[0].explanation", containsString("依集中办理决定（1号，2026-02-27），本案该期限另定为45日。")));
        web.perform(get(url).with(as(world.officer)))
                .andExpect(jsonPath("$[0].documentNo").value("1号"));
        web.perform(send(post(url + "/lift"), "{" + basis + "}", world.unitHead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueDate").value("2026-05-06"));
    }

    @Test
    void theHeadTriesAnOrderOutInTheTabBeforeItIsDone() throws Exception {
        assertThat(tab(world.unitHead)).contains("id=\"own-order\"");
        assertThat(tab(world.officer)).doesNotContain("id=\"own-order\"");
        web.perform(order("/plan").param("documentName", "").header("HX-Request", "true"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("依据文书或者特别法条款：请填写此项。")));
        web.perform(order("/plan").param("documentName", "集中办理决定").header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("新届满日 2026-03-31")));
        assertThat(limit().endOn()).isNull();

        web.perform(order("").param("documentName", "集中办理决定").header("HX-Request", "true"))
                .andExpect(header().string("HX-Redirect", "/cases/" + caseId + "/limits"));

        assertThat(limit().dueOn()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(tab(world.officer)).contains("集中办理决定（1号，2026-02-27）");
    }

    private MockHttpServletRequestBuilder order(String path) {
        return post("/cases/" + caseId + "/own-limits/orders" + path)
                .param("limitId", limitId)
                .param("kind", "END_DATE")
                .param("length", "")
                .param("endOn", "2026-03-31")
                .param("documentNo", "1号")
                .param("documentDate", "2026-02-27")
                .locale(Locale.SIMPLIFIED_CHINESE)
                .with(as(world.unitHead))
                .with(csrf());
    }

    @Test
    void lightsAreSetAndClearedByMachines() throws Exception {
        String url = "/api/v1/time-limits/AR-DECIDE-ORD/lights";
        web.perform(get(url).with(as(world.officer)))
                .andExpect(jsonPath("$.own").value(false))
                .andExpect(jsonPath("$.yellow").value(10));
        web.perform(send(put(url), "{\"yellow\":20,\"red\":5}", world.supervisor))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.own").value(true));
        assertThat(limit().yellowOn()).isEqualTo(LocalDate.of(2026, 4, 16));
        web.perform(send(put(url), "{\"yellow\":20}", world.supervisor))
                .andExpect(jsonPath("$.errors[0].field").value("red"));
        web.perform(send(put(url), "{\"yellow\":20,\"red\":5}", world.officer))
                .andExpect(jsonPath("$.code").value("LIGHTS_SETTERS"));
        web.perform(delete(url).with(as(world.unitHead)).with(csrf()))
                .andExpect(jsonPath("$.yellow").value(10));
        assertThat(limit().yellowOn()).isEqualTo(LocalDate.of(2026, 4, 26));
    }

    @Test
    void aLocalLimitIsDraftedPublishedStartedAndEndedByMachinesAndShownInTheTab() throws Exception {
        String draft = """
                {"timeLimit":"LOCAL-HTTP","organ":"%s","validFrom":"2026-03-01","method":"WORKING_DAYS","length":3,\
                "onLapse":"ALARM","yellow":1,"red":0,"article":"local","legalBasis":"本区规定","meaning":"结案回访",\
                "startEvent":"结案之日","remark":"本区规定","examples":[{"startDate":"2026-03-02","expected":"%s"}]}""".formatted(world.district.id(), "2026-03-06");
        JsonNode created = json.readTree(web.perform(send(post("/api/v1/limit-drafts"), draft, world.unitHead))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.examples[0].found").value("2026-03-05"))
                .andExpect(jsonPath("$.publishable").value(false))
                .andReturn()
                .getResponse()
                .getContentAsString());
        String url = "/api/v1/limit-drafts/" + created.at("/draft/id").asText();
        web.perform(send(post(url + "/publish"), "{\"version\":1}", otherHead))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("EXAMPLES_FAIL"));
        web.perform(send(
                        put(url),
                        "{\"version\":1,\"examples\":[{\"startDate\":\"2026-03-02\",\"expected\":\"2026-03-05\"}]}",
                        world.unitHead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.publishable").value(true));
        web.perform(send(post(url + "/publish"), "{\"version\":2}", otherHead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.timeLimit").value("LOCAL-HTTP"));
        web.perform(get("/api/v1/time-limits/LOCAL-HTTP/versions").with(as(world.officer)))
                .andExpect(jsonPath("$[0].local").value(true))
                .andExpect(jsonPath("$[0].direction").value("FORWARD"))
                .andExpect(jsonPath("$[0].onLapse").value("ALARM"));

        assertThat(tab(world.unitHead)).contains("LOCAL-HTTP");
        web.perform(post("/cases/" + caseId + "/own-limits/start")
                        .param("rule", "LOCAL-HTTP")
                        .param("startOn", "2026-03-02")
                        .with(as(world.unitHead))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + caseId + "/limits"));
        String local = limits.of(caseId).get(1).id();
        web.perform(post("/cases/" + caseId + "/own-limits/" + local + "/cancel")
                        .param("reason", "登记有误")
                        .with(as(world.unitHead))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + caseId + "/limits"));
        JsonNode started = json.readTree(web.perform(send(
                        post("/api/v1/cases/" + caseId + "/limits"),
                        "{\"timeLimit\":\"LOCAL-HTTP\",\"startDate\":\"2026-03-02\"}",
                        world.unitHead))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.dueDate").value("2026-03-05"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        web.perform(send(
                        post("/api/v1/cases/" + caseId + "/limits/"
                                + started.get("id").asText() + "/meet"),
                        "{\"on\":\"2026-03-02\"}",
                        world.unitHead))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value(LimitState.MET.name()));
    }
}
