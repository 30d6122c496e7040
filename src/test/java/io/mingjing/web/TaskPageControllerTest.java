package io.mingjing.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.TaskAside;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskForm;
import io.mingjing.document.DocumentPanels;
import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.TimeLimits;
import io.mingjing.worklist.Completed;
import io.mingjing.worklist.Sending;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskPanel;
import io.mingjing.worklist.TaskState;
import io.mingjing.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.springframework.web.servlet.view.InternalResourceViewResolver;

class TaskPageControllerTest {

    private static final Actor WANG = new Actor("u1", "王芳", "o1", "/sy/hp/sfj/", Set.of(Role.REVIEW_OFFICER));
    private static final Instant NOW = Instant.parse("2026-03-02T01:12:00Z");

    private final Worklist worklist = mock(Worklist.class);
    private final CaseTasks tasks = mock(CaseTasks.class);
    private final Cases cases = mock(Cases.class);
    private final CurrentUser user = mock(CurrentUser.class);
    private final CaseFile file = file();
    private MockMvc mvc;

    @BeforeEach
    void page() {
        when(user.actor()).thenReturn(WANG);
        when(cases.get("c1", WANG)).thenReturn(file);
        when(worklist.get("t1", WANG)).thenReturn(task(TaskState.OPEN));
        when(worklist.mayHandle(any(), eq(WANG)))
                .thenAnswer(call -> call.getArgument(0, TaskItem.class).open());
        when(tasks.form("t1", WANG))
                .thenReturn(new TaskForm(
                        new TaskContext("t1", file, "userTask_hearViews", Map.of()),
                        form(),
                        Map.of("opinion", "草稿"),
                        NOW,
                        null));
        MessageBundles bundles = new MessageBundles();
        MessageSource messages =
                bundles.messageSource(new StaticListableBeanFactory().getBeanProvider(TimeLimits.class));
        TaskPageController controller = new TaskPageController(
                worklist,
                tasks,
                cases,
                mock(Parties.class),
                mock(ClockViews.class),
                mock(TaskPanel.class),
                mock(DocumentPanels.class),
                new StaticListableBeanFactory().getBeanProvider(TaskAside.class),
                messages,
                bundles.refusalTexts(messages),
                user,
                Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
        InternalResourceViewResolver views = new InternalResourceViewResolver("/templates/", ".html");
        mvc = MockMvcBuilders.standaloneSetup(controller)
                .setLocaleResolver(new FixedLocaleResolver(Locale.SIMPLIFIED_CHINESE))
                .setViewResolvers(views)
                .build();
    }

    @Test
    void thePageShowsTheDraftAndWhenItWasSaved() throws Exception {
        mvc.perform(get("/tasks/t1"))
                .andExpect(status().isOk())
                .andExpect(view().name("web/task"))
                .andExpect(model().attribute("values", Map.of("opinion", "草稿")))
                .andExpect(model().attribute("savedAt", "09:12"));
    }

    @Test
    void somebodyElsesTaskShowsNoForm() throws Exception {
        when(user.actor()).thenReturn(new Actor("u2", "李军", "o1", "/sy/hp/sfj/", Set.of(Role.REVIEW_OFFICER)));
        when(worklist.get(eq("t1"), any())).thenReturn(task(TaskState.OPEN));
        when(cases.get(eq("c1"), any())).thenReturn(file);

        mvc.perform(get("/tasks/t1")).andExpect(model().attributeDoesNotExist("form"));
    }

    @Test
    void aSubmitShowsWhatFollowsAndTouchesNothing() throws Exception {
        when(tasks.plan(eq("t1"), anyMap(), any(), eq(WANG)))
                .thenReturn(List.of(Consequence.of("keyDateSet", "受理", "2026-03-02")));

        mvc.perform(post("/tasks/t1/plan").header("HX-Request", "true").param("opinion", "同意"))
                .andExpect(status().isOk())
                .andExpect(view().name("web/answers :: confirm"))
                .andExpect(model().attribute("values", Map.of("opinion", "同意", "done", "false")))
                .andExpect(model().attribute("consequences", List.of("登记受理：2026-03-02")));
        verify(worklist, never()).complete(any(), anyMap(), any(Sending.class), any());
    }

    @Test
    void complaintsComeBackInTheFormWithEverythingThatWasTyped() throws Exception {
        when(tasks.plan(eq("t1"), anyMap(), any(), eq(WANG)))
                .thenThrow(Refusal.fields(List.of(FieldError.of("opinion", "TOO_LONG", 10))));

        mvc.perform(post("/tasks/t1/plan").header("HX-Request", "true").param("opinion", "很长的意见"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(view().name("web/form :: form"))
                .andExpect(model().attribute("values", Map.of("opinion", "很长的意见", "done", "false")))
                .andExpect(model().attribute("errors", List.of(FieldError.of("opinion", "TOO_LONG", 10))));
    }

    @Test
    void aConflictIsSaidInTheFormToo() throws Exception {
        when(worklist.complete(eq("t1"), anyMap(), any(Sending.class), eq(WANG)))
                .thenThrow(Refusal.conflict("TASK_CHANGED"));

        mvc.perform(post("/tasks/t1/complete").header("HX-Request", "true").param("opinion", "同意"))
                .andExpect(status().isConflict())
                .andExpect(view().name("web/form :: form"))
                .andExpect(model().attributeExists("refusal"))
                .andExpect(model().attribute("values", Map.of("opinion", "同意", "done", "false")));
    }

    @Test
    void theConfirmationCompletesTheTaskAndLeadsToTheCase() throws Exception {
        when(worklist.complete("t1", Map.of("opinion", "同意", "done", "false"), new Sending("key-1", 3, null), WANG))
                .thenReturn(new Completed(task(TaskState.DONE), List.of()));

        mvc.perform(post("/tasks/t1/complete")
                        .header("HX-Request", "true")
                        .param("opinion", "同意")
                        .param("formKey", "key-1")
                        .param("version", "3"))
                .andExpect(header().string("HX-Redirect", "/cases/c1"))
                .andExpect(flash().attribute("done", "“听取意见”已办结。"));
        mvc.perform(post("/tasks/t1/complete")
                        .param("opinion", "同意")
                        .param("formKey", "key-1")
                        .param("version", "3"))
                .andExpect(redirectedUrl("/cases/c1"));
    }

    @Test
    void theSameFormSentTwiceIsAnsweredLikeTheFirstTime() throws Exception {
        when(worklist.get("t1", WANG)).thenReturn(task(TaskState.DONE));
        when(worklist.complete("t1", Map.of(), new Sending("key-1", null, null), WANG))
                .thenReturn(new Completed(task(TaskState.DONE), List.of()));

        mvc.perform(post("/tasks/t1/complete")
                        .header("HX-Request", "true")
                        .param("opinion", "同意")
                        .param("formKey", "key-1"))
                .andExpect(header().string("HX-Redirect", "/cases/c1"));
    }

    @Test
    void aPastActAsksForItsDayAndKeepsItOnTheWay() throws Exception {
        mvc.perform(get("/tasks/t1").param("backfill", ""))
                .andExpect(model().attribute("backfill", true))
                .andExpect(model().attribute("actedOnMax", LocalDate.of(2026, 3, 2)));
        mvc.perform(post("/tasks/t1/plan").header("HX-Request", "true").param("actedOn", "2026-02-30"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attribute("actedOn", "2026-02-30"))
                .andExpect(model().attributeExists("actedOnError"));
        mvc.perform(post("/tasks/t1/plan").header("HX-Request", "true").param("actedOn", "2026-02-27"))
                .andExpect(view().name("web/answers :: confirm"))
                .andExpect(model().attribute("actedOn", "2026-02-27"));
        verify(tasks).plan(eq("t1"), anyMap(), eq(LocalDate.of(2026, 2, 27)), eq(WANG));
    }

    @Test
    void aDraftIsKeptWithEveryFieldOfTheForm() throws Exception {
        mvc.perform(post("/tasks/t1/draft").param("opinion", "半途").param("_csrf", "x"))
                .andExpect(view().name("web/form :: saved"))
                .andExpect(model().attribute("savedAt", "09:12"));
        verify(tasks).saveDraft("t1", Map.of("opinion", "半途", "done", "false"), WANG);
    }

    private static Form form() {
        return new Form(
                "hear-views",
                1,
                "{}",
                List.of(field("opinion", Field.Type.TEXTAREA), field("done", Field.Type.CHECKBOX)));
    }

    private static Field field(String key, Field.Type type) {
        return new Field(
                key, type, key, null, false, null, null, null, null, null, List.of(), null, null, Map.of(), false,
                null);
    }

    private static TaskItem task(TaskState state) {
        return new TaskItem(
                "t1",
                "c1",
                "沈和政复〔2026〕12号",
                "不服罚款决定",
                Area.REVIEW,
                "administrativeReview",
                "userTask_hearViews",
                "听取意见",
                Role.REVIEW_OFFICER,
                "REVIEW_OFFICER@g1",
                "u1",
                "王芳",
                NOW,
                null,
                null,
                null,
                Light.NONE,
                null,
                false,
                false,
                null,
                state,
                NOW,
                null,
                null,
                0,
                0,
                null,
                null);
    }

    private static CaseFile file() {
        return new CaseFile(
                "c1",
                Area.REVIEW,
                "administrativeReview",
                "收〔2026〕31号",
                null,
                "q",
                "不服罚款决定",
                CaseState.OPEN,
                "g1",
                "/sy/hp/",
                "o1",
                null,
                LocalDate.of(2026, 2, 24),
                null,
                null,
                null,
                "hearing",
                1,
                NOW);
    }
}
