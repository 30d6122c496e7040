package io.mingjing.worklist.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Namesakes;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.worklist.Circulation;
import io.mingjing.worklist.Consultations;
import io.mingjing.worklist.Countersigning;
import io.mingjing.worklist.Delegations;
import io.mingjing.worklist.Part;
import io.mingjing.worklist.Parts;
import io.mingjing.worklist.SendingBack;
import io.mingjing.worklist.Stand;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskPanel;
import io.mingjing.worklist.TaskPanel.Verb;
import io.mingjing.worklist.Urging;
import io.mingjing.worklist.Withdrawals;
import io.mingjing.worklist.Worklist;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The forms of the verbs, under the menu of the task page or on a page of their own. A verb that leaves the task with the
 * reader redraws what stands beside the form, so that nothing typed there is lost; the others lead away.
 */
@Controller
class TaskActsController {

    private static final Set<Verb> NOTE_OPTIONAL = EnumSet.of(Verb.CIRCULATE, Verb.TAKE_BACK, Verb.WITHDRAW);
    private static final String ON_TASK = "task";

    private final Worklist worklist;
    private final Delegations delegations;
    private final Consultations consultations;
    private final Countersigning countersigning;
    private final Circulation circulation;
    private final Urging urging;
    private final SendingBack sendingBack;
    private final Withdrawals withdrawals;
    private final Parts parts;
    private final TaskPanel panel;
    private final TaskTexts texts;
    private final CurrentUser user;

    TaskActsController(
            Worklist worklist,
            Delegations delegations,
            Consultations consultations,
            Countersigning countersigning,
            Circulation circulation,
            Urging urging,
            SendingBack sendingBack,
            Withdrawals withdrawals,
            Parts parts,
            TaskPanel panel,
            TaskTexts texts,
            CurrentUser user) {
        this.worklist = worklist;
        this.delegations = delegations;
        this.consultations = consultations;
        this.countersigning = countersigning;
        this.circulation = circulation;
        this.urging = urging;
        this.sendingBack = sendingBack;
        this.withdrawals = withdrawals;
        this.parts = parts;
        this.panel = panel;
        this.texts = texts;
        this.user = user;
    }

    /** Somebody to choose, with what they are. */
    record Choice(String id, String name, String role) {}

    /** What came of a verb: what to say, and where to go; null stays. */
    private record Outcome(String notice, @Nullable String target) {}

    @GetMapping("/tasks/{id}/acts/{verb}")
    String page(@PathVariable String id, @PathVariable String verb, Model model, Locale locale) {
        fill(id, verb(verb), "page", model, locale);
        return "worklist/act";
    }

    @HxRequest
    @GetMapping("/tasks/{id}/acts/{verb}")
    String form(@PathVariable String id, @PathVariable String verb, Model model, Locale locale) {
        if (verb.equals("none")) {
            return "web/form :: nothing";
        }
        fill(id, verb(verb), ON_TASK, model, locale);
        return "worklist/act :: act";
    }

    @PostMapping("/tasks/{id}/acts/{verb}")
    String act(
            @PathVariable String id,
            @PathVariable String verb,
            @RequestParam(required = false) @Nullable List<String> people,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "page") String on,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        List<String> chosen = people == null
                ? List.of()
                : people.stream().filter(one -> !one.isBlank()).toList();
        Outcome outcome = act(verb(verb), id, chosen, note, step, version, actor, locale);
        if (outcome.target() == null && on.equals(ON_TASK)) {
            TaskItem task = worklist.get(id, actor);
            Notices.say(response, outcome.notice());
            model.addAttribute("task", task);
            model.addAllAttributes(panel.of(task, actor));
            model.addAttribute("oob", true);
            return "worklist/act :: done";
        }
        return leave(outcome.target() == null ? "/worklist" : outcome.target(), outcome.notice(), request, response);
    }

    private Outcome act(
            Verb verb,
            String id,
            List<String> people,
            String note,
            String step,
            @Nullable Integer version,
            Actor actor,
            Locale locale) {
        return switch (verb) {
            case DELEGATE -> {
                if (people.isEmpty()) {
                    throw Refusal.fields(List.of(Refusal.FieldError.of("people", "PEOPLE_REQUIRED")));
                }
                TaskItem task = delegations.delegate(id, people.get(0), note, version, actor);
                yield outcome(verb, task, String.valueOf(task.assigneeName()), "/worklist", locale);
            }
            case GIVE_BACK -> outcome(verb, delegations.giveBack(id, note, actor), "", "/worklist", locale);
            case TAKE_BACK -> outcome(verb, delegations.takeBack(id, note, actor), "", "/tasks/" + id, locale);
            case CONSULT -> {
                consultations.ask(id, people, note, actor);
                yield outcome(verb, worklist.get(id, actor), "", null, locale);
            }
            case COUNTERSIGN -> {
                countersigning.ask(id, people, note, actor);
                yield outcome(verb, worklist.get(id, actor), "", null, locale);
            }
            case CIRCULATE -> {
                circulation.circulate(id, people, note, actor);
                yield outcome(verb, worklist.get(id, actor), "", null, locale);
            }
            case URGE -> outcome(verb, urging.urge(id, actor), "", null, locale);
            case SEND_BACK -> {
                TaskItem from = worklist.get(id, actor);
                TaskItem to = sendingBack.sendBack(id, step, note, version, actor);
                yield outcome(verb, from, texts.name(to, locale), "/worklist", locale);
            }
            case WITHDRAW -> {
                TaskItem again = withdrawals.withdraw(id, note, actor);
                yield outcome(verb, again, "", "/tasks/" + again.id(), locale);
            }
        };
    }

    private Outcome outcome(Verb verb, TaskItem task, String more, @Nullable String target, Locale locale) {
        String text = texts.text("worklist.notice." + verb, locale, texts.name(task, locale), more, task.urged());
        return new Outcome(text, target);
    }

    /** What was asked of the reader is given; the page may then no longer be for them. */
    @PostMapping("/parts/{id}")
    String give(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Stand stand,
            @RequestParam(defaultValue = "") String opinion,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = user.actor();
        Part part = parts.find(id, actor);
        switch (part.kind()) {
            case CONSULT -> consultations.answer(id, opinion, actor);
            case SIGN -> countersigning.sign(id, stand, opinion, actor);
            case READ -> circulation.read(id, actor);
        }
        return leave("/worklist", texts.text("worklist.notice.given." + part.kind(), locale), request, response);
    }

    @PostMapping("/parts/{id}/withdraw")
    String withdraw(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        Part part = parts.withdraw(id, actor);
        String notice = texts.text("worklist.notice.partWithdrawn", locale);
        if (!fragment) {
            return leave("/tasks/" + part.taskId(), notice, request, response);
        }
        TaskItem task = worklist.get(part.taskId(), actor);
        Notices.say(response, notice);
        model.addAttribute("task", task);
        model.addAllAttributes(panel.of(task, actor));
        model.addAttribute("oob", true);
        return "worklist/act :: done";
    }

    private static String leave(
            String target, String notice, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put("done", notice);
        if (!"true".equals(request.getHeader("HX-Request"))) {
            return "redirect:" + target;
        }
        RequestContextUtils.saveOutputFlashMap(target, request, response);
        response.setHeader("HX-Redirect", target);
        return "web/form :: nothing";
    }

    private void fill(String id, Verb verb, String on, Model model, Locale locale) {
        Actor actor = user.actor();
        TaskItem task = worklist.get(id, actor);
        model.addAttribute("task", task);
        model.addAttribute("taskName", texts.name(task, locale));
        model.addAttribute("verb", verb);
        model.addAttribute("on", on);
        model.addAttribute("action", "/tasks/" + id + "/acts/" + verb.name().toLowerCase(Locale.ROOT));
        model.addAttribute("noteRequired", !NOTE_OPTIONAL.contains(verb));
        boolean asks =
                verb == Verb.DELEGATE || verb == Verb.CONSULT || verb == Verb.COUNTERSIGN || verb == Verb.CIRCULATE;
        List<Person> colleagues = asks ? parts.colleagues(id, actor) : List.of();
        Map<String, String> names = Namesakes.labels(colleagues);
        model.addAttribute(
                "people",
                colleagues.stream()
                        .map(person ->
                                new Choice(person.id(), names.getOrDefault(person.id(), ""), role(person, locale)))
                        .toList());
        model.addAttribute("targets", verb == Verb.SEND_BACK ? sendingBack.targets(id, actor) : List.of());
    }

    private String role(Person person, Locale locale) {
        return person.roles().stream()
                .min(Role::compareTo)
                .map(role -> texts.text("role." + role, locale))
                .orElse("");
    }

    private static Verb verb(String path) {
        try {
            return Verb.valueOf(path.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("TASK_NOT_FOUND");
        }
    }
}
