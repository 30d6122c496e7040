package io.mingjing.worklist.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Namesakes;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import io.mingjing.worklist.HandOver;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 工作移交: choose who leaves, see what is open, hand it over row by row. */
@Controller
@RequestMapping("/handover")
class HandOverController {

    private static final String KEEP = "-";
    private static final int MOST = 200;

    private final HandOver handOver;
    private final People people;
    private final Organs organs;
    private final CurrentUser user;
    private final TaskTexts texts;
    private final RefusalTexts refusals;

    HandOverController(
            HandOver handOver, People people, Organs organs, CurrentUser user, TaskTexts texts, RefusalTexts refusals) {
        this.handOver = handOver;
        this.people = people;
        this.organs = organs;
        this.user = user;
        this.texts = texts;
        this.refusals = refusals;
    }

    /** A row of the result in the reader's language. */
    record Line(String label, String to, boolean done, String text) {}

    @GetMapping
    String choose(@RequestParam(required = false) @Nullable String person, Model model) {
        if (person != null && !person.isBlank()) {
            return "redirect:/handover/" + people.get(person).id();
        }
        Actor actor = user.actor();
        if (!actor.hasAny(Role.UNIT_HEAD, Role.ADMIN)) {
            throw Refusal.forbidden("HANDOVER_NOT_ALLOWED");
        }
        String organId = actor.organId();
        List<Person> all = actor.has(Role.ADMIN) || organId == null
                ? people.search("", MOST)
                : people.officersOf(organs.get(organId).governmentId());
        model.addAttribute("everybody", all);
        model.addAttribute("names", Namesakes.labels(all));
        return "worklist/handover";
    }

    @GetMapping("/{id}")
    String desk(@PathVariable String id, Model model) {
        return fill(id, null, List.of(), model);
    }

    /** Each row carries {@code task.ID} or {@code case.ID} with who gets it; empty means who gets all, “-” nobody. */
    @PostMapping("/{id}")
    String hand(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
        Actor actor = user.actor();
        String all = request.getParameter("all");
        List<HandOver.Choice> choices = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            boolean task = name.startsWith("task.");
            String to = values[0].isBlank() ? all : values[0];
            if ((task || name.startsWith("case.")) && to != null && !to.isBlank() && !to.equals(KEEP)) {
                choices.add(new HandOver.Choice(
                        task ? HandOver.What.TASK : HandOver.What.CASE, name.substring("task.".length()), to));
            }
        });
        String reason = request.getParameter("reason");
        List<Line> lines = handOver.hand(id, choices, reason == null ? "" : reason, actor).stream()
                .map(result -> line(result, locale))
                .toList();
        return fill(id, reason, lines, model);
    }

    private Line line(HandOver.Result result, Locale locale) {
        Refusal refusal = result.refusal();
        return new Line(
                result.label(),
                result.toName(),
                refusal == null,
                refusal == null ? texts.text("worklist.handover.done", locale) : refusals.of(refusal, locale));
    }

    private String fill(String id, @Nullable String reason, List<Line> results, Model model) {
        Actor actor = user.actor();
        model.addAttribute("desk", handOver.desk(id, actor));
        List<Person> successors = handOver.successors(id, actor);
        model.addAttribute("people", successors);
        model.addAttribute("names", Namesakes.labels(successors));
        model.addAttribute("results", results);
        model.addAttribute("reason", reason);
        return "worklist/handover-desk";
    }
}
