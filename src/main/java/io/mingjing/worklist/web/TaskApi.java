package io.mingjing.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.Returned;
import io.mingjing.casefile.TaskForm;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Leave;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Area;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import io.mingjing.worklist.Completed;
import io.mingjing.worklist.PullNext;
import io.mingjing.worklist.Sending;
import io.mingjing.worklist.Suggestion;
import io.mingjing.worklist.Suggestions;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskPage;
import io.mingjing.worklist.Worklist;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open tasks for machines, under the same rules as the page. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks", description = "Open tasks: list, claim, release, assign, form, complete")
class TaskApi {

    private final Worklist worklist;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final People people;
    private final ObjectMapper json;
    private final PullNext pullNext;
    private final Suggestions suggestions;

    TaskApi(
            Worklist worklist,
            CaseTasks tasks,
            CurrentUser user,
            People people,
            ObjectMapper json,
            PullNext pullNext,
            Suggestions suggestions) {
        this.worklist = worklist;
        this.tasks = tasks;
        this.user = user;
        this.people = people;
        this.json = json;
        this.pullNext = pullNext;
        this.suggestions = suggestions;
    }

    /**
     * A task.
     *
     * @param assignee id of the person who has it
     * @param version changes with every change of the task
     * @param urged how often it was urged
     * @param owner whose task it is while it is lent to a colleague
     * @param daysLeft in {@code dayUnit}; 0 on the last day, negative once it has passed, frozen while paused
     */
    record TaskJson(
            String id,
            String caseId,
            String caseNumber,
            String title,
            Area area,
            String definitionKey,
            String name,
            @Nullable String assignee,
            @Nullable String assigneeName,
            Role pool,
            @Nullable LocalDate dueDate,
            @Nullable Integer daysLeft,
            @Nullable DayUnit dayUnit,
            Light light,
            boolean paused,
            boolean provisional,
            int version,
            int urged,
            @Nullable String owner,
            @Nullable String ownerName) {

        static TaskJson of(TaskItem task) {
            return new TaskJson(
                    task.id(),
                    task.caseId(),
                    task.caseNumber(),
                    task.title(),
                    task.area(),
                    task.definitionKey(),
                    task.name(),
                    task.assignee(),
                    task.assigneeName(),
                    task.pool(),
                    task.dueOn(),
                    task.daysLeft(),
                    task.dayUnit(),
                    task.light(),
                    task.paused(),
                    task.provisional(),
                    task.version(),
                    task.urged(),
                    task.owner(),
                    task.ownerName());
        }

        static List<TaskJson> of(List<TaskItem> tasks) {
            return tasks.stream().map(TaskJson::of).toList();
        }
    }

    /** A page; {@code total} is exact to 999, 1000 means more. */
    record PageJson(List<TaskJson> items, @Nullable String next, int total) {}

    /**
     * A form as Camunda Forms JSON, with the values it starts with.
     *
     * @param returned who sent the work back and why; null unless the step is done again for that reason
     */
    record FormJson(
            JsonNode form,
            Map<String, Object> values,
            @Nullable Returned returned) {}

    /**
     * Somebody of the task's pool.
     *
     * @param load open tasks weighted: overdue 5, up to three working days 3, up to ten 2, others 1, paused 0
     * @param awayFrom first day of a leave that runs or begins within ten days
     */
    record SuggestionJson(
            String personId,
            String name,
            boolean suggested,
            int load,
            int open,
            int overdue,
            int urgent,
            int near,
            boolean handles,
            boolean recused,
            @Nullable LocalDate awayFrom,
            @Nullable LocalDate awayTo) {

        static SuggestionJson of(Suggestion one) {
            Leave leave = one.leave();
            return new SuggestionJson(
                    one.person().id(),
                    one.person().name(),
                    one.first(),
                    one.load(),
                    one.open(),
                    one.overdue(),
                    one.urgent(),
                    one.near(),
                    one.handles(),
                    one.recused(),
                    leave == null ? null : leave.fromOn(),
                    leave == null ? null : leave.toOn());
        }
    }

    /** Id or sign-in name of the person who is to do it. */
    record AssignJson(
            @NotBlank String assignee,
            @Nullable String reason,
            @Nullable Integer version) {}

    /**
     * @param formKey any text that is sent again with the same form, so that it is done once
     * @param version of the task, to refuse an act on an older state
     * @param actedOn the day of a past act that is entered now
     */
    record CompleteJson(
            @NotNull Map<String, Object> values,
            @Nullable String formKey,
            @Nullable Integer version,
            @Nullable LocalDate actedOn) {

        Sending sending() {
            return new Sending(formKey, version, actedOn);
        }
    }

    /** The task that was completed and the open tasks of its case now. */
    record CompletedJson(TaskJson task, List<TaskJson> next) {}

    @GetMapping
    @Operation(summary = "Lists tasks: mine, available, unit or done, by due date")
    PageJson list(@ParameterObject TaskFilter filter) {
        TaskPage page = worklist.list(filter.query(), user.actor());
        return new PageJson(TaskJson.of(page.items()), page.next(), page.total());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task")
    TaskJson get(@PathVariable String id) {
        return TaskJson.of(worklist.get(id, user.actor()));
    }

    @PostMapping("/next")
    @Operation(summary = "Takes the most urgent available task; 404 NOTHING_AVAILABLE where none waits")
    TaskJson next() {
        return TaskJson.of(pullNext.next(user.actor()));
    }

    @GetMapping("/{id}/suggestions")
    @Operation(summary = "Who should have the task and why: load by working days left, recusals, leave; the best first")
    List<SuggestionJson> suggestions(@PathVariable String id) {
        return suggestions.of(id, user.actor()).stream().map(SuggestionJson::of).toList();
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Takes a task; 409 TASK_CLAIMED where somebody was first")
    TaskJson claim(@PathVariable String id) {
        return TaskJson.of(worklist.claim(id, user.actor()));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Gives a task back to its pool")
    TaskJson release(@PathVariable String id) {
        return TaskJson.of(worklist.release(id, user.actor()));
    }

    @PostMapping("/{id}/assign")
    @Operation(summary = "Gives a task to somebody of its pool (head of unit, supervisor)")
    TaskJson assign(@PathVariable String id, @Valid @RequestBody AssignJson body) {
        String userId = people.findByLogin(body.assignee()).map(Person::id).orElse(body.assignee());
        return TaskJson.of(worklist.assign(id, userId, body.reason(), body.version(), user.actor()));
    }

    @GetMapping("/{id}/form")
    @Operation(summary = "The form of a task and the values it starts with")
    FormJson form(@PathVariable String id) throws JsonProcessingException {
        worklist.get(id, user.actor());
        TaskForm form = tasks.form(id, user.actor());
        return new FormJson(json.readTree(form.form().json()), form.values(), form.returned());
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Completes a task; 422 with errors by field, 409 where the state forbids it")
    CompletedJson complete(@PathVariable String id, @Valid @RequestBody CompleteJson body) {
        Completed completed = worklist.complete(id, body.values(), body.sending(), user.actor());
        return new CompletedJson(TaskJson.of(completed.task()), TaskJson.of(completed.next()));
    }
}
