package io.mingjing.worklist.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.SavedView;
import io.mingjing.casefile.SavedViews;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Namesakes;
import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.WrongFilters;
import io.mingjing.worklist.DueFilter;
import io.mingjing.worklist.PullNext;
import io.mingjing.worklist.StandIns;
import io.mingjing.worklist.Suggestion;
import io.mingjing.worklist.Suggestions;
import io.mingjing.worklist.TaskCounts;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskList;
import io.mingjing.worklist.TaskQuery;
import io.mingjing.worklist.Urging;
import io.mingjing.worklist.Worklist;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the four lists. Every verb answers with the row, in its place. */
@Controller
@RequestMapping("/worklist")
class WorklistController {

    /** Refusals after which the row is shown as it is now. */
    private static final Set<String> MOVED_ON = Set.of("TASK_CHANGED", "TASK_DONE", "TASK_CANCELLED");

    private final Worklist worklist;
    private final CurrentUser user;
    private final People people;
    private final StandIns standIns;
    private final Suggestions suggestions;
    private final PullNext pullNext;
    private final Urging urging;
    private final TaskTexts texts;
    private final RefusalTexts refusals;
    private final FilterChoices choices;
    private final SavedViews views;
    private final Clock clock;

    WorklistController(
            Worklist worklist,
            CurrentUser user,
            People people,
            StandIns standIns,
            Suggestions suggestions,
            PullNext pullNext,
            Urging urging,
            TaskTexts texts,
            RefusalTexts refusals,
            FilterChoices choices,
            SavedViews views,
            Clock clock) {
        this.worklist = worklist;
        this.user = user;
        this.people = people;
        this.standIns = standIns;
        this.suggestions = suggestions;
        this.pullNext = pullNext;
        this.urging = urging;
        this.texts = texts;
        this.refusals = refusals;
        this.choices = choices;
        this.views = views;
        this.clock = clock;
    }

    /** A tab with its address under the filters of now. */
    record Tab(TaskList list, String address, int count, boolean active) {}

    @GetMapping
    String page(TaskFilter filter, BindingResult binding, Model model, HttpServletResponse response, Locale locale) {
        fill(filter, binding, model, response, locale);
        return "worklist/list";
    }

    @HxRequest(boosted = false)
    @GetMapping
    String panel(TaskFilter filter, BindingResult binding, Model model, HttpServletResponse response, Locale locale) {
        fill(filter, binding, model, response, locale);
        return "worklist/list :: panel";
    }

    /** Filters that cannot be read are said above the list, which stays empty; the form keeps what was typed. */
    private void fill(
            TaskFilter filter, BindingResult binding, Model model, HttpServletResponse response, Locale locale) {
        Actor actor = user.actor();
        WrongFilters wrong = new WrongFilters();
        binding.getFieldErrors().forEach(error -> wrong.add(error.getField(), error.getRejectedValue()));
        TaskQuery query = filter.query(wrong);
        Worklist.Overview overview;
        try {
            overview = worklist.overview(query, actor);
        } catch (Refusal badCursor) {
            wrong.add(badCursor);
            overview = worklist.overview(query.after(null), actor);
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("wrong", wrong.typed());
        model.addAttribute("faults", wrong.sentences(refusals, locale));
        Desk desk = new Desk(pools(actor), overview.holders(), overview.stoodInFor());
        response.setHeader("Vary", "HX-Request");
        model.addAttribute("query", query);
        model.addAttribute("page", overview.page());
        model.addAttribute(
                "rows",
                wrong.isEmpty()
                        ? overview.page().items().stream()
                                .map(task -> row(task, query.list(), actor, desk, locale))
                                .toList()
                        : List.of());
        model.addAttribute("tabs", tabs(query, overview.counts()));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("areas", Area.values());
        model.addAttribute("lights", Light.values());
        model.addAttribute("dues", DueFilter.values());
        String address = TaskFilter.address(query, query.list(), null);
        model.addAttribute("views", views.of(SavedView.Page.TASKS, actor));
        model.addAttribute("setsForUnit", views.setsForUnit(actor));
        model.addAttribute("filters", address.substring(address.indexOf('?') + 1));
        model.addAttribute("choices", choices.of(actor, query));
        model.addAttribute("first", query.after() == null ? null : TaskFilter.address(query, query.list(), null));
        String next = overview.page().next();
        model.addAttribute("next", next == null ? null : TaskFilter.address(query, query.list(), next));
        model.addAttribute("reset", "/worklist?list=" + query.list().name().toLowerCase(Locale.ROOT));
        model.addAttribute("ceiling", TaskCounts.CEILING);
    }

    private static List<Tab> tabs(TaskQuery query, TaskCounts counts) {
        return List.of(TaskList.MINE, TaskList.AVAILABLE, TaskList.UNIT, TaskList.DONE).stream()
                .map(list ->
                        new Tab(list, TaskFilter.address(query, list, null), counts.of(list), list == query.list()))
                .toList();
    }

    /** 取下一件: claims the most urgent task and opens it. */
    @PostMapping("/next")
    String next(RedirectAttributes flash, Locale locale) {
        try {
            return "redirect:/tasks/" + pullNext.next(user.actor()).id();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            flash.addFlashAttribute("notice", refusals.of(refusal, locale));
            return "redirect:/worklist?list=available";
        }
    }

    @HxRequest
    @PostMapping("/{id}/claim")
    String claimRow(
            @PathVariable String id,
            @RequestParam(defaultValue = "available") String list,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = user.actor();
        try {
            TaskItem task = worklist.claim(id, actor);
            Notices.say(response, texts.text("worklist.notice.claimed", locale, task.name(), task.caseNumber()));
            return answer(task, list, true, false, model, actor, locale);
        } catch (Refusal refusal) {
            return lost(id, list, refusal, model, response, actor, locale);
        }
    }

    @PostMapping("/{id}/claim")
    String claim(@PathVariable String id, @RequestParam(defaultValue = "available") String list) {
        worklist.claim(id, user.actor());
        return "redirect:/tasks/" + id;
    }

    @HxRequest
    @PostMapping("/{id}/release")
    String releaseRow(
            @PathVariable String id,
            @RequestParam(defaultValue = "mine") String list,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = user.actor();
        try {
            TaskItem task = worklist.release(id, actor);
            Notices.say(response, texts.text("worklist.notice.released", locale, task.name(), task.caseNumber()));
            return answer(task, list, false, false, model, actor, locale);
        } catch (Refusal refusal) {
            return lost(id, list, refusal, model, response, actor, locale);
        }
    }

    /** 催办 from the list. */
    @HxRequest
    @PostMapping("/{id}/urge")
    String urgeRow(
            @PathVariable String id,
            @RequestParam(defaultValue = "unit") String list,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = user.actor();
        TaskItem task = urging.urge(id, actor);
        Notices.say(response, texts.text("worklist.notice.URGE", locale, texts.name(task, locale), "", task.urged()));
        return answer(task, list, false, false, model, actor, locale);
    }

    @PostMapping("/{id}/release")
    String release(@PathVariable String id, RedirectAttributes flash, Locale locale) {
        TaskItem task = worklist.release(id, user.actor());
        flash.addFlashAttribute(
                "notice", texts.text("worklist.notice.released", locale, task.name(), task.caseNumber()));
        return "redirect:/worklist";
    }

    /** The row with the people to whom it can be given. */
    @GetMapping("/{id}/assign")
    String choose(
            @PathVariable String id, @RequestParam(defaultValue = "unit") String list, Model model, Locale locale) {
        Actor actor = user.actor();
        TaskItem task = worklist.get(id, actor);
        List<Suggestion> suggested = suggestions.of(id, actor);
        model.addAttribute("suggestions", suggested);
        model.addAttribute(
                "names",
                Namesakes.labels(suggested.stream().map(Suggestion::person).toList()));
        model.addAttribute("row", row(task, asked(list), actor, desk(task, actor), locale));
        model.addAttribute("listName", list);
        return "worklist/list :: choose";
    }

    /** The row as it is: what a cancelled choice goes back to. */
    @GetMapping("/{id}/row")
    String plainRow(
            @PathVariable String id, @RequestParam(defaultValue = "unit") String list, Model model, Locale locale) {
        Actor actor = user.actor();
        return answer(worklist.get(id, actor), list, false, false, model, actor, locale);
    }

    @HxRequest
    @PostMapping("/{id}/assign")
    String assignRow(
            @PathVariable String id,
            @RequestParam String assignee,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "unit") String list,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = user.actor();
        try {
            TaskItem task = worklist.assign(id, assignee, null, version, actor);
            String name = task.assigneeName();
            Notices.say(
                    response,
                    texts.text("worklist.notice.assigned", locale, task.name(), name == null ? assignee : name));
            return answer(task, list, false, false, model, actor, locale);
        } catch (Refusal refusal) {
            if (!MOVED_ON.contains(refusal.code())) {
                throw refusal; // about the person: the choice stays open
            }
            return lost(id, list, refusal, model, response, actor, locale);
        }
    }

    @PostMapping("/{id}/assign")
    String assign(@PathVariable String id, @RequestParam String assignee) {
        worklist.assign(id, assignee, user.actor());
        return "redirect:/worklist?list=unit";
    }

    private String answer(
            TaskItem task, String list, boolean fresh, boolean lost, Model model, Actor actor, Locale locale) {
        TaskList asked = asked(list);
        TaskRowView row = row(task, asked, actor, desk(task, actor), locale);
        model.addAttribute(
                "row",
                new TaskRowView(
                        row.task(),
                        row.due(),
                        row.dueOn(),
                        row.dueClass(),
                        row.action(),
                        fresh,
                        lost,
                        row.insteadOf(),
                        row.assignable()));
        TaskCounts counts = worklist.counts(actor);
        Map<TaskList, Integer> sizes = new LinkedHashMap<>();
        for (TaskList each : TaskList.values()) {
            sizes.put(each, counts.of(each));
        }
        model.addAttribute("sizes", sizes);
        model.addAttribute("listName", list);
        model.addAttribute("ceiling", TaskCounts.CEILING);
        return "worklist/list :: answer";
    }

    /** Somebody was first: the row as it is now, and who and when read aloud. What is out of sight is refused as a whole. */
    private String lost(
            String id,
            String list,
            Refusal refusal,
            Model model,
            HttpServletResponse response,
            Actor actor,
            Locale locale) {
        if (refusal.kind() != Refusal.Kind.CONFLICT) {
            throw refusal;
        }
        TaskItem task = worklist.get(id, actor);
        Notices.say(response, refusals.of(refusal, locale));
        response.setStatus(HttpStatus.CONFLICT.value());
        return answer(task, list, false, true, model, actor, locale);
    }

    /** What of the reader decides which verbs a row offers: pools to claim from, and whose tasks the reader does today. */
    private record Desk(List<String> pools, List<String> holders, Map<String, String> stoodInFor) {}

    private Desk desk(TaskItem task, Actor actor) {
        return new Desk(
                pools(actor),
                standIns.holders(actor.userId()),
                task.open() ? Map.of() : standIns.stoodInFor(List.of(task.id())));
    }

    private TaskRowView row(TaskItem task, TaskList list, Actor actor, Desk desk, Locale locale) {
        TaskRowView.Action action = action(task, desk);
        String insteadOf = desk.stoodInFor().get(task.id());
        if (action == TaskRowView.Action.HANDLE && !task.heldBy(actor.userId())) {
            insteadOf = task.assigneeName();
        }
        return new TaskRowView(
                task,
                texts.due(task, locale),
                texts.dueOn(task, locale),
                TaskTexts.dueClass(task),
                action,
                false,
                false,
                insteadOf,
                list == TaskList.UNIT && task.open() && worklist.directs(actor));
    }

    private static TaskRowView.Action action(TaskItem task, Desk desk) {
        if (!task.open()) {
            return TaskRowView.Action.CLOSED;
        }
        if (task.assignee() != null) {
            return desk.holders().contains(task.assignee()) ? TaskRowView.Action.HANDLE : TaskRowView.Action.HELD;
        }
        return desk.pools().contains(task.poolKey()) ? TaskRowView.Action.CLAIM : TaskRowView.Action.WAITS;
    }

    private List<String> pools(Actor actor) {
        if (actor.organId() == null) {
            return List.of();
        }
        Sight sight = people.sight(actor);
        return sight.poolKeys();
    }

    private static TaskList asked(@Nullable String list) {
        return TaskFilter.of(list).query().list();
    }
}
