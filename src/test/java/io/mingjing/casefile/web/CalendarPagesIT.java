package io.mingjing.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.casefile.CaseWorld;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.testing.Calendar2026;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.Office;
import io.mingjing.testing.Statements;
import io.mingjing.testing.StoryDay;
import io.mingjing.time.Notices;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The calendar's pages and API: who may, what is refused and how, and what a page costs. */
@IntegrationTest
@Import(Statements.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarPagesIT {

    @Autowired
    WebApplicationContext context;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    MockMvc web;
    CaseWorld world;
    Office office;

    @BeforeAll
    void december(@Autowired Organs organs) {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        world = new CaseWorld(organs, people);
        office = Office.in(context);
        StoryDay.set(
                context,
                LocalDateTime.of(2026, 12, 15, 9, 0).atZone(Timekeeper.ZONE).toInstant());
    }

    @AfterEach
    void forgetTheNotice() {
        Calendar2026.restore(context);
    }

    private RequestPostProcessor as(Actor actor) {
        return user(people.get(actor.userId()).login());
    }

    private Map<String, Object> notice() {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("year", 2027);
        notice.put("noticeName", Notices.NAME_2027);
        notice.put("noticeNumber", Notices.NUMBER_2027);
        notice.put("noticeDate", "2026-11-02");
        notice.put("csv", Notices.SHEET_2027);
        return notice;
    }

    private String proposed() throws Exception {
        String answer = web.perform(post("/api/v1/calendar/changes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(notice()))
                        .with(as(world.admin)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("PROPOSED"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).get("id").asText();
    }

    /** Limits of a case that says it ends on New Year's Day, which no calendar does: all of them move. */
    private void limits(int number) {
        for (int i = 0; i < number; i++) {
            office.limit(office.caseOf(Area.REVIEW, office.district), "AR-DECIDE-ORD", LocalDate.of(2027, 1, 1));
        }
        jdbc.update("update casefile_limit set start_on = '2026-12-11' where due_on = '2027-01-01'");
    }

    @Test
    void whoSeesNoneOfTheCasesThatChangeIsToldSoAndNotThatNothingChanges() throws Exception {
        limits(1);
        String id = proposed();
        web.perform(get("/admin/calendar/changes/" + id).with(as(world.unitHead)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("都不属于您可以查看的案件")))
                .andExpect(content().string(not(containsString("没有期限因此变化"))));
    }

    @Test
    void theYearIsShownToThoseWhoDecideAndToNobodyElse() throws Exception {
        for (Actor actor : List.of(world.admin, world.unitHead, world.auditor)) {
            web.perform(get("/admin/calendar").param("year", "2026").with(as(actor)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("2026年共248个工作日")))
                    .andExpect(content().string(containsString("国办发明电〔2025〕7号")));
        }
        web.perform(get("/admin/calendar").param("year", "2029").with(as(world.admin)))
                .andExpect(content().string(containsString("按法定节日和周末预排")));
        web.perform(get("/admin/calendar").with(as(world.officer))).andExpect(status().isForbidden());
        web.perform(get("/admin/calendar/import").with(as(world.unitHead))).andExpect(status().isForbidden());
    }

    @Test
    void aSheetWithMistakesComesBackWithEachLineNamed() throws Exception {
        web.perform(multipart("/admin/calendar/import")
                        .param("year", "2027")
                        .param("noticeName", Notices.NAME_2027)
                        .param("noticeNumber", Notices.NUMBER_2027)
                        .param("noticeDate", "2026-11-02")
                        .param("sheet", "2027-02-30,放假,元旦\n2027-05-06,上班,劳动节")
                        .with(as(world.admin))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("第1行：日期“2027-02-30”无法识别")))
                .andExpect(content().string(containsString("第2行：2027-05-06不是星期六或者星期日")))
                .andExpect(content().string(containsString("2027-02-30,放假,元旦")));
    }

    @Test
    void anUnusualNoticeIsImportedOnlyOnceItHasBeenConfirmed() throws Exception {
        String unusual = Notices.SHEET_2027.replace("2027-10-09,上班,国庆节调休上班\n", "");
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "2027.csv",
                "text/csv",
                unusual.getBytes(Charset.forName("GB18030"))); // as a spreadsheet saves it
        for (boolean confirmed : new boolean[] {false, true}) {
            var request = multipart("/admin/calendar/import")
                    .file(file)
                    .param("year", "2027")
                    .param("noticeName", Notices.NAME_2027)
                    .param("noticeNumber", Notices.NUMBER_2027)
                    .param("noticeDate", "2026-11-02");
            if (confirmed) {
                request.param("confirmed", "true");
            }
            var answer = web.perform(request.with(as(world.admin)).with(csrf()));
            if (confirmed) {
                answer.andExpect(status().is3xxRedirection());
            } else {
                answer.andExpect(status().isUnprocessableEntity())
                        .andExpect(content().string(containsString("可能漏填了一行")))
                        .andExpect(content().string(containsString("name=\"confirmed\"")));
            }
        }
    }

    @Test
    void aNoticeFilledInByHandIsTheSameNotice() throws Exception {
        web.perform(multipart("/admin/calendar/import")
                        .param("year", "2027")
                        .param("noticeName", Notices.NAME_2027)
                        .param("noticeNumber", Notices.NUMBER_2027)
                        .param("noticeDate", "2026-11-02")
                        .param("holiday", "元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节", "")
                        .param(
                                "first",
                                "2027-01-01",
                                "2027-02-05",
                                "2027-04-03",
                                "2027-05-01",
                                "2027-06-09",
                                "2027-09-15",
                                "2027-10-01",
                                "")
                        .param("last", "2027-01-03", "2027-02-12", "2027-04-05", "2027-05-05", "", "", "2027-10-07", "")
                        .param(
                                "makeUps",
                                "",
                                "2027-01-31 2027-02-13",
                                "",
                                "2027-05-08",
                                "",
                                "",
                                "2027-09-26，2027-10-09",
                                "")
                        .with(as(world.admin))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(jdbc.queryForObject(
                        "select count(*) from time_calendar_day where calendar_year = 2027", Integer.class))
                .isEqualTo(33);
    }

    @Test
    void thePreviewIsPagedCountedAndExported() throws Exception {
        Actor head = office.person("周正", office.districtBureau, Role.UNIT_HEAD);
        limits(60);
        String id = proposed();

        web.perform(get("/admin/calendar/changes/" + id).with(as(head)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2027-02-13")))
                .andExpect(content().string(containsString("批准生效")))
                .andExpect(content().string(containsString("下一页")));
        web.perform(get("/admin/calendar/changes/" + id).with(as(world.admin)))
                .andExpect(content().string(not(containsString("批准生效"))));
        web.perform(get("/api/v1/calendar/changes/" + id + "/moves")
                        .param("kind", "LATER")
                        .param("limit", "20")
                        .with(as(head)))
                .andExpect(jsonPath("$.items", hasSize(20)))
                .andExpect(jsonPath("$.items[0].dueAfter").value("2027-02-13"))
                .andExpect(jsonPath("$.next").isNumber());
        String csv = web.perform(
                        get("/admin/calendar/changes/" + id + "/moves.csv").with(as(head)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().filter(line -> line.contains(",2027-02-13,"))).hasSizeGreaterThanOrEqualTo(60);
        assertThat(csv).startsWith("\uFEFF案号,").contains("推后", "确定");
    }

    @Test
    void aPageOfFiftyRowsCostsNoMoreThanAPageOfFive() throws Exception {
        Actor head = office.person("周正", office.districtBureau, Role.UNIT_HEAD);
        limits(5);
        String few = proposed();
        int costsFew = Statements.of(() -> page(few, head)).size();
        Calendar2026.restore(context);
        limits(55);
        String many = proposed();

        List<String> costsMany = Statements.of(() -> page(many, head));

        assertThat(costsMany).hasSizeLessThanOrEqualTo(costsFew);
    }

    private void page(String id, Actor head) throws Exception {
        web.perform(get("/admin/calendar/changes/" + id).with(as(head))).andExpect(status().isOk());
    }

    @Test
    void theApiKeepsFourEyesAndTellsWhatToDo() throws Exception {
        String id = proposed();
        String url = "/api/v1/calendar/changes/" + id;

        web.perform(post(url + "/approve").with(as(world.admin)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("UNIT_HEAD_ONLY"));
        web.perform(post("/api/v1/calendar/changes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(notice()))
                        .with(as(world.admin)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("REDATING_OPEN"));
        web.perform(post(url + "/reject")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(as(world.unitHead)))
                .andExpect(status().isUnprocessableEntity());
        web.perform(get(url).with(as(world.contact))).andExpect(status().isForbidden());
        web.perform(post(url + "/approve").with(as(world.unitHead)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("APPROVED"))
                .andExpect(jsonPath("$.calendarVersion").value("2027.5"));
        web.perform(post(url + "/apply").with(as(world.unitHead)))
                .andExpect(jsonPath("$.state").value("APPLIED"));
        web.perform(get("/api/v1/calendar/years/2027").with(as(world.officer)))
                .andExpect(jsonPath("$.status").value("PUBLISHED"))
                .andExpect(jsonPath("$.workingDays").value(248));
    }

    @Test
    void aCheckTellsFaultsAndWarningsWithoutKeepingAnything() throws Exception {
        Map<String, Object> notice = notice();
        notice.put("csv", "2027-01-01,放假,元旦");

        web.perform(post("/api/v1/calendar/checks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(notice))
                        .with(as(world.admin)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults[0].code").value("FESTIVAL_MISSING"))
                .andExpect(jsonPath("$.faults[0].text").value(containsString("请补上这一天的放假")));
        assertThat(jdbc.queryForObject("select count(*) from casefile_redating", Integer.class))
                .isZero();
    }
}
