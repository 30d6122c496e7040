package io.mingjing.web;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Returned;
import io.mingjing.casefile.TaskAside;
import io.mingjing.casefile.TaskContext;
import io.mingjing.casefile.TaskForm;
import io.mingjing.document.DocumentPanels;
import io.mingjing.document.LetterView;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import io.mingjing.worklist.Completed;
import io.mingjing.worklist.Sending;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskPanel;
import io.mingjing.worklist.Worklist;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The page on which a task is handled. A submit is validated and answered with its consequences; only the confirmation of
 * these completes the task. Whatever is refused, nothing typed is lost.
 */
@Controller
@RequestMapping("/tasks/{id}")
class TaskPageController {

    /** Field of the day on which a past act was done. */
    private static final String BACKFILL = ActDay.FIELD;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private static final DateTimeFormatter DATE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Worklist worklist;
    private final CaseTasks tasks;
    private final Cases cases;
    private final Parties parties;
    private final ClockViews clocks;
    private final TaskPanel cooperation;
    private final DocumentPanels documents;
    private final ObjectProvider<TaskAside> asides;
    private final MessageSource messages;
    private final RefusalTexts texts;
    private final CurrentUser user;
    private final Clock clock;

    TaskPageController(
            Worklist worklist,
            CaseTasks tasks,
            Cases cases,
            Parties parties,
            ClockViews clocks,
            TaskPanel cooperation,
            DocumentPanels documents,
            ObjectProvider<TaskAside> asides,
            MessageSource messages,
            RefusalTexts texts,
            CurrentUser user,
            Clock clock) {
        this.worklist = worklist;
        this.tasks = tasks;
        this.cases = cases;
        this.parties = parties;
        this.clocks = clocks;
        this.cooperation = cooperation;
        this.documents = documents;
        this.asides = asides;
        this.messages = messages;
        this.texts = texts;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
        Actor actor = user.actor();
        TaskItem item = worklist.get(id, actor);
        cooperation.look(item, actor);
        around(item, model, locale, actor);
        if (worklist.mayHandle(item, actor)) {
            TaskForm form = tasks.form(id, actor);
            open(form, form.values(), List.of(), item.version(), request, model, locale);
            savedAt(form, model);
            returned(form, model, locale);
        }
        return "web/task";
    }

    /** Draws the form again after a change that shows or hides fields, or on the way back from the consequences. */
    @PostMapping("/form")
    String form(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
        Actor actor = user.actor();
        TaskForm form = tasks.form(id, actor);
        open(form, FormValues.read(form.form(), request), List.of(), version(request), request, model, locale);
        return view(id, "web/form :: form", request, model, locale, actor);
    }

    @PostMapping("/draft")
    String draft(@PathVariable String id, HttpServletRequest request, Model model) {
        Actor actor = user.actor();
        TaskForm form = tasks.form(id, actor);
        tasks.saveDraft(id, FormValues.read(form.form(), request), actor);
        model.addAttribute("savedAt", MINUTE.format(LocalTime.now(clock)));
        return "web/form :: saved";
    }

    @PostMapping("/plan")
    String plan(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        TaskForm form = tasks.form(id, actor);
        Map<String, Object> values = FormValues.read(form.form(), request);
        try {
            List<Consequence> plan = tasks.plan(id, values, actedOn(request), actor);
            confirm(form, values, plan, request, model, locale);
            return view(id, "web/answers :: confirm", request, model, locale, actor);
        } catch (Refusal refusal) {
            return refused(id, refusal, form, values, request, response, model, locale, actor);
        }
    }

    @PostMapping("/complete")
    String complete(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        TaskItem item = worklist.get(id, actor);
        if (!item.open()) {
            // The same form that comes twice is answered like the first time; another one comes too late.
            return done(item, worklist.complete(id, Map.of(), sending(request), actor), request, response, locale);
        }
        worklist.requireHeld(id, actor);
        TaskForm form = tasks.form(id, actor);
        Map<String, Object> values = FormValues.read(form.form(), request);
        try {
            return done(item, worklist.complete(id, values, sending(request), actor), request, response, locale);
        } catch (Refusal refusal) {
            return refused(id, refusal, form, values, request, response, model, locale, actor);
        }
    }

    private static Sending sending(HttpServletRequest request) {
        String key = request.getParameter("formKey");
        return new Sending(key == null || key.isBlank() ? null : key, version(request), actedOn(request));
    }

    private static @Nullable Integer version(HttpServletRequest request) {
        String version = request.getParameter("version");
        return version == null || !version.matches("\\d{1,9}") ? null : Integer.valueOf(version);
    }

    /** The day of a past act; what is no date is refused as a field. */
    private static @Nullable LocalDate actedOn(HttpServletRequest request) {
        String day = request.getParameter(BACKFILL);
        if (day == null) {
            return null;
        }
        try {
            return LocalDate.parse(day.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.fields(List.of(Refusal.FieldError.of(BACKFILL, day.isBlank() ? "REQUIRED" : "NOT_A_DATE")));
        }
    }

    private String done(
            TaskItem item,
            Completed completed,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        String name = name(item, locale);
        List<String> next =
                completed.next().stream().map(task -> name(task, locale)).toList();
        String text = next.isEmpty()
                ? messages.getMessage("web.task.done", new Object[] {name}, locale)
                : messages.getMessage("web.task.doneNext", new Object[] {name, String.join("、", next)}, locale);
        String target = "/cases/" + item.caseId();
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        flash.put("done", text);
        if (!Requests.isFragment(request)) {
            return "redirect:" + target;
        }
        RequestContextUtils.saveOutputFlashMap(target, request, response);
        response.setHeader("HX-Redirect", target);
        return "web/form :: nothing";
    }

    /** Complaints about fields, and about the whole, stand in the form with everything that was typed. */
    private String refused(
            String id,
            Refusal refusal,
            TaskForm form,
            Map<String, Object> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale,
            Actor actor) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        // What stands here now is what the next try is about.
        open(form, values, refusal.errors(), worklist.get(id, actor).version(), request, model, locale);
        model.addAttribute("refusal", texts.whole(refusal, locale));
        return view(id, "web/form :: form", request, model, locale, actor);
    }

    private void open(
            TaskForm form,
            Map<String, Object> values,
            List<Refusal.FieldError> errors,
            @Nullable Integer version,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        model.addAttribute("version", version);
        backfill(form, errors, request, model, locale);
        model.addAttribute("form", form.form());
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("action", "/tasks/" + form.task().taskId());
        model.addAttribute("submitTo", "/tasks/" + form.task().taskId() + "/plan");
        model.addAttribute("submitLabel", messages.getMessage("web.task.submit", null, locale));
        model.addAttribute("drafts", true);
        model.addAttribute("formKey", Ids.next());
    }

    /** The form asks for the day of the act where a past one is to be entered. */
    private void backfill(
            TaskForm form, List<Refusal.FieldError> errors, HttpServletRequest request, Model model, Locale locale) {
        String day = request.getParameter(BACKFILL);
        if (day == null && request.getParameter("backfill") == null) {
            return;
        }
        model.addAttribute("backfill", true);
        model.addAttribute("actedOn", day == null ? "" : day);
        model.addAttribute("actedOnMin", form.task().file().receivedOn());
        model.addAttribute("actedOnMax", LocalDate.now(clock));
        errors.stream()
                .filter(error -> error.field().equals(BACKFILL))
                .findFirst()
                .ifPresent(error -> model.addAttribute("actedOnError", texts.of(error, locale)));
    }

    private void confirm(
            TaskForm form,
            Map<String, Object> values,
            List<Consequence> plan,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        model.addAttribute("form", form.form());
        model.addAttribute("values", values);
        model.addAttribute("action", "/tasks/" + form.task().taskId());
        model.addAttribute(
                "consequences", plan.stream().map(one -> text(one, locale)).toList());
        model.addAttribute("submitLabel", messages.getMessage("web.task.confirm", null, locale));
        model.addAttribute("formKey", request.getParameter("formKey"));
        model.addAttribute("version", version(request));
        model.addAttribute("actedOn", request.getParameter(BACKFILL));
        model.addAttribute("confirming", true);
    }

    private String text(Consequence consequence, Locale locale) {
        String key = "consequence." + consequence.code();
        String text = messages.getMessage(key, consequence.args().toArray(), key, locale);
        return text == null ? key : text;
    }

    /** The fragment for htmx, the whole page for a browser without scripts. */
    private String view(
            String id, String fragment, HttpServletRequest request, Model model, Locale locale, Actor actor) {
        if (Requests.isFragment(request)) {
            return fragment;
        }
        around(worklist.get(id, actor), model, locale, actor);
        return "web/task";
    }

    private void around(TaskItem item, Model model, Locale locale, Actor actor) {
        CaseFile file = cases.get(item.caseId(), actor);
        model.addAttribute("task", item);
        model.addAttribute("taskName", name(item, locale));
        boolean mine = worklist.mayHandle(item, actor);
        model.addAttribute("mine", mine);
        model.addAttribute("insteadOf", mine && !item.heldBy(actor.userId()) ? item.assigneeName() : null);
        model.addAttribute("file", file);
        model.addAttribute("caseNo", file.number());
        model.addAttribute("parties", parties.of(file.id()));
        model.addAttribute("clocks", clocks.running(file.id(), locale));
        model.addAllAttributes(cooperation.of(item, actor));
        model.addAttribute(
                "backfilledOn",
                item.open() ? null : tasks.backfilledOn(item.id()).orElse(null));
        boolean officer = item.pool() != Role.ORGAN_CONTACT;
        model.addAttribute("mayBackfill", officer && mine && item.owner() == null);
        panels(item, model, actor);
    }

    /** Files and letters belong to the task where its definition says so. */
    private void panels(TaskItem item, Model model, Actor actor) {
        List<String> shown = new ArrayList<>();
        if (worklist.mayHandle(item, actor)) {
            TaskContext context = tasks.form(item.id(), actor).task();
            Map<String, String> properties = context.properties();
            asides.orderedStream().filter(aside -> aside.shown(context)).forEach(aside -> {
                shown.add(aside.view());
                model.addAllAttributes(aside.model(context, actor));
            });
            if (properties.containsKey("letters") || properties.containsKey("letterAct")) {
                shown.add("document/letters :: panel");
                Map<String, Object> panel = documents.letters(item.caseId(), actor);
                model.addAllAttributes(panel);
                model.addAttribute("letters", ownFirst(panel.get("letters"), properties.get("letters")));
            }
            if (!properties.getOrDefault("attachments", "none").equals("none")) {
                shown.add("document/attachments :: panel");
                model.addAllAttributes(documents.attachments(item.caseId(), item.id(), actor));
                model.addAttribute("attachmentsRequired", "required".equals(properties.get("attachments")));
            }
        }
        model.addAttribute("panels", shown);
    }

    /** The letters that the task is about stand first. */
    private static List<LetterView> ownFirst(@Nullable Object letters, @Nullable String types) {
        if (!(letters instanceof List<?> all)) {
            return List.of();
        }
        List<String> own = types == null ? List.of() : List.of(types.split("\\s*,\\s*"));
        return all.stream()
                .map(LetterView.class::cast)
                .sorted(Comparator.comparing(view -> !own.contains(view.letter().type())))
                .toList();
    }

    /** Why the step is done again stands above its form. */
    private void returned(TaskForm form, Model model, Locale locale) {
        Returned returned = form.returned();
        if (returned != null) {
            Object[] args = {
                returned.byName(), DATE_MINUTE.format(returned.at().atZone(clock.getZone())), returned.reason()
            };
            model.addAttribute("returned", messages.getMessage("web.task.returned", args, locale));
        }
    }

    private void savedAt(TaskForm form, Model model) {
        Instant saved = form.draftSavedAt();
        if (saved != null) {
            model.addAttribute("savedAt", MINUTE.format(saved.atZone(clock.getZone())));
        }
    }

    private String name(TaskItem item, Locale locale) {
        String key = item.processKey() + "." + item.definitionKey();
        String name = messages.getMessage(key, null, item.name(), locale);
        return name == null ? item.name() : name;
    }
}
