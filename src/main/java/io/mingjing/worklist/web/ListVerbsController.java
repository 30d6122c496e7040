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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
     * @param text why nothing was done; null where it was
     */
    record Row(
            String id,
            String number,
            String step,
            String holder,
            int version,
            @Nullable String text) {}

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

    @GetMapping("/bulk")
    String choose(
            @RequestParam(name = "task", required = false) @Nullable List<String> ids, Model model, Locale locale) {
        Actor actor = user.actor();
        List<Row> rows = new ArrayList<>();
        Map<String, Person> people = new LinkedHashMap<>();
        Map<String, Boolean> pools = new LinkedHashMap<>();
        for (String id : chosen(ids)) {
            TaskItem task;
            try {
                task = worklist.get(id, actor);
            } catch (Refusal gone) {
                continue; // out of sight since the list was drawn: the others are not lost with it
            }
            rows.add(row(id, task, null, locale));
            if (pools.putIfAbsent(task.poolKey(), true) == null) {
                worklist.assignable(id, actor).forEach(person -> people.putIfAbsent(person.id(), person));
            }
        }
        model.addAttribute("rows", rows);
        model.addAttribute("people", List.copyOf(people.values()));
        model.addAttribute("names", Namesakes.labels(people.values()));
        return "worklist/bulk";
    }

    @PostMapping("/bulk")
    String act(
            @RequestParam(name = "task", required = false) @Nullable List<String> ids,
            @RequestParam(name = "version", required = false) @Nullable List<Integer> versions,
            @RequestParam(defaultValue = "assign") String act,
            @RequestParam(defaultValue = "") String assignee,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        List<String> tasks = ids == null ? List.of() : ids;
        Map<String, Integer> shown = new LinkedHashMap<>();
        for (int i = 0; versions != null && i < Math.min(tasks.size(), versions.size()); i++) {
            shown.put(tasks.get(i), versions.get(i));
        }
        List<BulkActs.Result> results = act.equals("release")
                ? bulk.release(tasks, shown, note, actor)
                : bulk.assign(tasks, shown, assignee, note, actor);
        model.addAttribute(
                "rows",
                results.stream()
                        .map(result -> row(result.taskId(), result.task(), result.refusal(), locale))
                        .toList());
        model.addAttribute("people", List.of());
        model.addAttribute("results", true);
        model.addAttribute(
                "done", (int) results.stream().filter(BulkActs.Result::done).count());
        return "true".equals(request.getHeader("HX-Request")) ? "worklist/bulk :: panel" : "worklist/bulk";
    }

    private static List<String> chosen(@Nullable List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().distinct().limit(BulkActs.MOST).toList();
    }

    private Row row(String id, @Nullable TaskItem task, @Nullable Refusal refusal, Locale locale) {
        String text = refusal == null ? null : refusals.of(refusal, locale);
        if (task == null) {
            return new Row(id, "", "", "", 0, text);
        }
        String holder = task.assigneeName();
        return new Row(
                id,
                task.caseNumber(),
                texts.name(task, locale),
                holder == null ? texts.text("worklist.bulk.nobody", locale) : holder,
                task.version(),
                text);
    }
}
