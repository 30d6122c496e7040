package io.mingjing.worklist.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Namesakes;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.worklist.BulkActs;
import io.mingjing.worklist.Parts;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskPanel;
import io.mingjing.worklist.Worklist;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Verbs from the list: further ones in the place of a row, several rows at once, and what is wanted of the reader. */
@Controller
@RequestMapping("/worklist")
class ListVerbsController {

    private static final Pattern VERSION = Pattern.compile("(.+):(\\d{1,9})");

    private final Worklist worklist;
    private final TaskPanel panel;
    private final Parts parts;
    private final BulkActs bulk;
    private final TaskTexts texts;
    private final RefusalTexts refusals;
    private final CurrentUser user;

    ListVerbsController(
            Worklist worklist,
            TaskPanel panel,
            Parts parts,
            BulkActs bulk,
            TaskTexts texts,
            RefusalTexts refusals,
            CurrentUser user) {
        this.worklist = worklist;
        this.panel = panel;
        this.parts = parts;
        this.bulk = bulk;
        this.texts = texts;
        this.refusals = refusals;
        this.user = user;
    }

    /**
     * A chosen task and what became of it.
     *
     * @param task null where it is out of sight
     * @param text why nothing was done; null where it was
     * @param chosen whether it is what the next act is about
     */
    record Row(
            @Nullable TaskItem task, String step, @Nullable String text, boolean chosen) {}

    @GetMapping("/{id}/verbs")
    String verbs(@PathVariable String id, @RequestParam(defaultValue = "mine") String list, Model model) {
        Actor actor = user.actor();
        TaskItem task = worklist.get(id, actor);
        model.addAttribute("task", task);
        model.addAttribute("verbs", panel.verbs(task, actor));
        model.addAttribute("listName", list);
        return "worklist/verbs :: row";
    }

    @GetMapping("/asked")
    String asked(Model model) {
        model.addAttribute("asked", parts.askedOf(user.actor()));
        return "worklist/verbs :: asked";
    }

    /** What is out of sight since the list was drawn is left out: the others are not lost with it. */
    @GetMapping("/bulk")
    String choose(
            @RequestParam(name = "task", required = false) @Nullable List<String> ids, Model model, Locale locale) {
        Actor actor = user.actor();
        List<TaskItem> tasks = worklist.seen(chosen(ids), actor);
        fill(tasks.stream().map(task -> row(task, null, true, locale)).toList(), model, actor);
        return "worklist/bulk";
    }

    /** What was refused and is still open stays chosen, with its reason; what was typed stays too. */
    @PostMapping("/bulk")
    String act(
            @RequestParam(name = "task", required = false) @Nullable List<String> ids,
            @RequestParam(name = "version", required = false) @Nullable List<String> versions,
            @RequestParam(defaultValue = "assign") String act,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        List<String> tasks = ids == null ? List.of() : ids;
        Map<String, Integer> shown = shown(versions);
        List<BulkActs.Result> results = act.equals("release")
                ? bulk.release(tasks, shown, note, actor)
                : bulk.assign(tasks, shown, assignee, note, actor);
        fill(results.stream().map(result -> row(result, locale)).toList(), model, actor);
        model.addAttribute("act", act);
        model.addAttribute("assignee", assignee);
        model.addAttribute("note", note);
        model.addAttribute("results", true);
        model.addAttribute(
                "done", (int) results.stream().filter(BulkActs.Result::done).count());
        return "true".equals(request.getHeader("HX-Request")) ? "worklist/bulk :: panel" : "worklist/bulk";
    }

    /** The rows, and to whom those that are chosen can be given. */
    private void fill(List<Row> rows, Model model, Actor actor) {
        Map<String, Person> people = new LinkedHashMap<>();
        Set<String> pools = new HashSet<>();
        for (Row row : rows) {
            TaskItem task = row.task();
            if (row.chosen() && task != null && task.open() && pools.add(task.poolKey())) {
                worklist.assignable(task.id(), actor).forEach(person -> people.putIfAbsent(person.id(), person));
            }
        }
        model.addAttribute("rows", rows);
        model.addAttribute("chosen", rows.stream().filter(Row::chosen).count());
        model.addAttribute("people", List.copyOf(people.values()));
        model.addAttribute("names", Namesakes.labels(people.values()));
    }

    private static List<String> chosen(@Nullable List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().distinct().limit(BulkActs.MOST).toList();
    }

    /** The versions that the page showed, each as {@code id:version}; whatever else stands there is as if it did not. */
    private static Map<String, Integer> shown(@Nullable List<String> versions) {
        Map<String, Integer> shown = new HashMap<>();
        for (String version : versions == null ? List.<String>of() : versions) {
            Matcher parts = VERSION.matcher(version);
            if (parts.matches()) {
                shown.put(parts.group(1), Integer.valueOf(parts.group(2)));
            }
        }
        return shown;
    }

    private Row row(BulkActs.Result result, Locale locale) {
        TaskItem task = result.task();
        Refusal refusal = result.refusal();
        return row(
                task,
                refusal == null ? null : refusals.of(refusal, locale),
                refusal != null && task != null && task.open(),
                locale);
    }

    private Row row(@Nullable TaskItem task, @Nullable String text, boolean chosen, Locale locale) {
        return new Row(task, task == null ? "" : texts.name(task, locale), text, chosen);
    }
}
