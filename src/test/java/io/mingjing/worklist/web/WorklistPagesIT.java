package io.mingjing.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.worklist.Worklist;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class WorklistPagesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    WebApplicationContext context;

    @Autowired
    Worklist worklist;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    MockMvc web;
    Office office;
    Actor filer;
    Actor colleague;
    Actor head;

    @BeforeEach
    void anOfficeOfItsOwn() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        office = Office.in(context);
        filer = office.person("孙丽", office.districtBureau, Role.FILING_OFFICER);
        colleague = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        head = office.person("赵强", office.districtBureau, Role.UNIT_HEAD);
    }

    @Test
    void thePageShowsTheTaskItsLightAndTheDaysLeftInTheLimitsOwnUnit() throws Exception {
        open(TODAY.plusDays(3));

        web.perform(get("/worklist?list=available").with(as(filer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html")))
                .andExpect(content().string(containsString("明珠物业公司不服行政处罚决定案")))
                .andExpect(content().string(containsString("剩 3 个工作日 （至 2026-03-05）")))
                .andExpect(content().string(containsString(">正常<")))
                .andExpect(content().string(containsString("data-key=\"c\"")));
    }

    @Test
    void theSameAddressAnswersHtmxWithThePanelAlone() throws Exception {
        open(TODAY.minusDays(4));

        web.perform(get("/worklist?list=available").header("HX-Request", "true").with(as(filer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Vary", containsString("HX-Request")))
                .andExpect(content().string(containsString("id=\"worklist\"")))
                .andExpect(content().string(containsString("<b>超期 3 个工作日</b>")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void aPageInEnglishSpeaksEnglish() throws Exception {
        open(TODAY.plusDays(3));

        web.perform(get("/worklist?list=available")
                        .cookie(new Cookie("mj-language", "en"))
                        .with(as(filer)))
                .andExpect(content().string(containsString("3 working days left (until 2026-03-05)\"")));
    }

    @Test
    void aFinishedTaskStaysFinishedWhileFurtherActsAreOffered() throws Exception {
        String task = open(TODAY.plusDays(3));
        worklist.claim(task, filer);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(
                        new TaskClosed(task, worklist.get(task, filer).caseId(), true)));

        web.perform(get("/worklist/{id}/verbs?list=done", task)
                        .header("HX-Request", "true")
                        .with(as(filer)))
                .andExpect(content().string(containsString(">已办<")))
                .andExpect(content().string(not(containsString(">正常<"))));
        web.perform(get("/worklist?list=done").with(as(filer)))
                .andExpect(content().string(containsString("data-label=\"办结时间\"")));
    }

    @Test
    void aTaskOfSomebodyOnLeaveSaysForWhomInALineOfItsOwn() throws Exception {
        worklist.claim(open(TODAY.plusDays(3)), filer);
        people.delegate(filer.userId(), colleague.userId(), TODAY, TODAY, filer);

        web.perform(get("/worklist").with(as(colleague)))
                .andExpect(content().string(containsString("代 孙丽")))
                .andExpect(content().string(containsString("class=\"is-wrap\"")));
    }

    @Test
    void anEmptyListSaysWhatToDo() throws Exception {
        web.perform(get("/worklist").with(as(filer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("mj-notice--done"))))
                .andExpect(content().string(containsString("没有待办任务。可以到“可领取”中领取。")));
        web.perform(get("/worklist?q=xyz").with(as(filer)))
                .andExpect(content().string(containsString("没有符合条件的任务。请放宽条件，或者重置。")));
    }

    @Test
    void aFilterThatDoesNotExistIsSaidAboveAnEmptyListWhoseFormKeepsWhatWasTyped() throws Exception {
        String task = open(TODAY.plusDays(3));
        String wrong = "/worklist?list=available&light=pink&from=99999-01-01&q=明珠&limit=viele";
        for (boolean htmx : List.of(false, true)) {
            var request = get(wrong).with(as(filer));
            web.perform(htmx ? request.header("HX-Request", "true") : request)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(htmx ? not(containsString("<html")) : containsString("<html")))
                    .andExpect(content().string(containsString("id=\"worklist\"")))
                    .andExpect(content().string(containsString("筛选条件“pink”无法识别")))
                    .andExpect(content().string(containsString("筛选条件“99999-01-01”无法识别")))
                    .andExpect(content().string(containsString("筛选条件“viele”无法识别")))
                    .andExpect(content().string(containsString("value=\"99999-01-01\" aria-invalid=\"true\"")))
                    .andExpect(content().string(containsString("value=\"明珠\"")))
                    .andExpect(content().string(not(containsString(task))));
        }
        web.perform(get("/worklist?list=available&q=明珠").with(as(filer)))
                .andExpect(content().string(containsString(task)))
                .andExpect(content().string(not(containsString("aria-invalid"))));
        web.perform(get("/api/v1/tasks?light=pink").with(as(filer)))
                .andExpect(jsonPath("$.code").value("BAD_FILTER"));
    }

    @Test
    void claimKeepsTheRowInItsPlaceAndOffersToUndo() throws Exception {
        String task = open(TODAY.plusDays(3));

        String answer = web.perform(post("/worklist/{id}/claim", task)
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(filer)))
                .andExpect(status().isOk())
                .andExpect(header().string("HX-Trigger", containsString("\\u")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer)
                .contains("id=\"task-" + task + "\"", "is-mine", "已领取", "撤销", "data-key=\"u\"")
                .contains("id=\"n-MINE\"", "hx-swap-oob=\"true\"")
                .doesNotContain("<html");
        web.perform(post("/worklist/{id}/release", task)
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(filer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-key=\"c\"")));
        assertThat(worklist.get(task, head).assignee()).isNull();
    }

    @Test
    void aLostRaceShowsTheRowAsItIsNowAndSaysWhoWon() throws Exception {
        String task = open(TODAY.plusDays(3));
        worklist.claim(task, colleague);

        web.perform(post("/worklist/{id}/claim", task)
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(filer)))
                .andExpect(status().isConflict())
                .andExpect(header().exists("HX-Trigger"))
                .andExpect(content().string(containsString("冯远 已领取")))
                .andExpect(content().string(containsString("is-gone")));
    }

    @Test
    void withoutScriptsClaimLeadsToTheTask() throws Exception {
        String task = open(TODAY.plusDays(3));

        web.perform(post("/worklist/{id}/claim", task).with(csrf()).with(as(filer)))
                .andExpect(redirectedUrl("/tasks/" + task));
    }

    @Test
    void whoSharesANameIsToldApartWhereverSomebodyIsChosen() throws Exception {
        Actor namesake = office.person("冯远", office.districtBureau, Role.FILING_OFFICER);
        People people = context.getBean(People.class);
        String first = "冯远 " + people.get(colleague.userId()).login();
        String second = "冯远 " + people.get(namesake.userId()).login();
        String task = open(TODAY.plusDays(3));
        worklist.claim(task, filer);

        for (String address : List.of(
                "/worklist/" + task + "/assign",
                "/worklist?list=unit",
                "/worklist/bulk?task=" + task,
                "/cases",
                "/handover",
                "/handover/" + filer.userId())) {
            web.perform(get(address).with(as(head)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(first)))
                    .andExpect(content().string(containsString(second)));
        }
        web.perform(get("/tasks/{id}/acts/delegate", task).with(as(filer)))
                .andExpect(content().string(containsString(first + "（备案审查员）")));
    }

    @Test
    void theHeadChoosesAmongThePeopleOfThePoolAndAssigns() throws Exception {
        String task = open(TODAY.plusDays(3));

        web.perform(get("/worklist/{id}/assign", task).with(as(head)))
                .andExpect(content().string(containsString("孙丽")))
                .andExpect(content().string(containsString("冯远")))
                .andExpect(content().string(not(containsString("<html"))));
        web.perform(post("/worklist/{id}/assign", task)
                        .param("assignee", colleague.userId())
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(head)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("冯远 已领取")));
        web.perform(post("/worklist/{id}/assign", task)
                        .param("assignee", filer.userId())
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(filer)))
                .andExpect(status().isForbidden());
    }

    @Test
    void onAPageThatIsOutOfDateNobodyIsGivenATaskThatHasGoneElsewhere() throws Exception {
        String task = open(TODAY.plusDays(3));
        int shown = worklist.get(task, head).version();
        worklist.assign(task, colleague.userId(), head);

        web.perform(post("/worklist/{id}/assign", task)
                        .param("assignee", filer.userId())
                        .param("version", String.valueOf(shown))
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(head)))
                .andExpect(status().isConflict())
                .andExpect(header().exists("HX-Trigger"))
                .andExpect(content().string(containsString("冯远 已领取")));

        assertThat(worklist.get(task, head).assignee()).isEqualTo(colleague.userId());
    }

    @Test
    void ofSeveralTasksThoseThatChangedSinceTheyWereShownStayAndOneOutOfSightHindersNone() throws Exception {
        String changed = open(TODAY.plusDays(3));
        String still = open(TODAY.plusDays(4));
        web.perform(get("/worklist/bulk").param("task", "none", changed, still).with(as(head)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"" + still + "\"")));
        int first = worklist.get(changed, head).version();
        int second = worklist.get(still, head).version();
        worklist.assign(changed, colleague.userId(), head);

        web.perform(post("/worklist/bulk")
                        .param("task", changed, still)
                        .param("version", changed + ":" + first, still + ":" + second)
                        .param("act", "assign")
                        .param("assignee", filer.userId())
                        .param("note", "分案")
                        .with(csrf())
                        .with(as(head)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("共 2 项，已办 1 项")))
                .andExpect(content().string(containsString("刚刚有变动")))
                .andExpect(content().string(containsString("未办的 1 项仍选中")))
                .andExpect(content().string(containsString("checked=\"checked\" value=\"" + changed + "\"")))
                .andExpect(content().string(containsString("value=\"" + changed + ":" + (first + 1) + "\"")))
                .andExpect(content().string(not(containsString("value=\"" + still))))
                .andExpect(content().string(containsString(">分案</textarea>")))
                .andExpect(content().string(containsString("value=\"" + filer.userId() + "\" selected=\"selected\"")));

        assertThat(worklist.get(changed, head).assignee()).isEqualTo(colleague.userId());
        assertThat(worklist.get(still, head).assignee()).isEqualTo(filer.userId());
    }

    @Test
    void aDayThatNoDatabaseKnowsIsSaidOnTheListWhetherItIsAFilterOrACursor() throws Exception {
        for (String address : List.of(
                "/worklist?from=%2B999999999-01-01",
                "/worklist?after=ZCs5OTk5OTk5OTktMDEtMDF8YWJj", "/cases?to=%2B999999999-01-01")) {
            web.perform(get(URI.create(address)).with(as(head)))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("mj-faults")))
                    .andExpect(content().string(containsString("<form class=\"mj-filter\"")));
        }
    }

    @Test
    void theApiListsClaimsReleasesAndAssignsUnderTheSameRules() throws Exception {
        String task = open(TODAY.plusDays(3));
        String stranger = login(office.person("周杰", office.cityBureau, Role.FILING_OFFICER));

        String list = web.perform(get("/api/v1/tasks?list=available&limit=5").with(as(filer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.next").isEmpty())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Map<String, Object> item = JsonPath.read(list, "$.items[0]");
        assertThat(item)
                .containsEntry("id", task)
                .containsEntry("area", "FILING")
                .containsEntry("definitionKey", "userTask_checkForm")
                .containsEntry("pool", "FILING_OFFICER")
                .containsEntry("assignee", null)
                .containsEntry("dueDate", "2026-03-05")
                .containsEntry("daysLeft", 3)
                .containsEntry("dayUnit", "WORKING_DAY")
                .containsEntry("light", "GREEN")
                .containsEntry("paused", false)
                .containsEntry("provisional", false)
                .containsKeys("caseId", "caseNumber", "name");
        web.perform(post("/api/v1/tasks/{id}/claim", task).with(as(filer)).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.assignee").value(filer.userId()));
        web.perform(post("/api/v1/tasks/{id}/claim", task).with(as(colleague)).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("TASK_CLAIMED"))
                .andExpect(jsonPath("$.detail").value(containsString("孙丽")));
        web.perform(post("/api/v1/tasks/{id}/release", task).with(as(filer)).with(csrf()))
                .andExpect(jsonPath("$.assignee").isEmpty());
        web.perform(post("/api/v1/tasks/{id}/assign", task)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"assignee\":\"" + login(colleague) + "\"}")
                        .with(as(head))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.assigneeName").value("冯远"));
        web.perform(get("/api/v1/tasks/{id}", task).with(user(stranger)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("TASK_NOT_FOUND"));
    }

    @Test
    void nobodyIsAnsweredWithoutSigningIn() throws Exception {
        web.perform(get("/api/v1/tasks")).andExpect(status().isUnauthorized());
        web.perform(get("/api/v1/tasks").with(httpBasic("nobody", "wrong"))).andExpect(status().isUnauthorized());
    }

    @Test
    void onlyAdministratorsCompareTheWorklistWithTheEngine() throws Exception {
        Actor admin = office.person("管理员", office.districtBureau, Role.ADMIN);

        web.perform(get("/api/v1/operations/worklist").with(as(admin)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stale").isArray());
        web.perform(get("/api/v1/operations/worklist").with(as(head)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("ADMIN_ONLY"));
    }

    private String open(LocalDate due) {
        String file = office.caseOf(Area.FILING, office.district);
        office.limit(file, "ND-SUPP", due);
        String task = UUID.randomUUID().toString();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new TaskOpened(
                        task,
                        file,
                        "recordReview",
                        "userTask_checkForm",
                        "形式审查",
                        "FILING_OFFICER",
                        null,
                        List.of("ND-SUPP"),
                        Map.of())));
        return task;
    }

    private RequestPostProcessor as(Actor person) {
        return user(login(person));
    }

    private String login(Actor person) {
        return people.get(person.userId()).login();
    }
}
