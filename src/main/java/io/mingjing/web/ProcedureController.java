package io.mingjing.web;

import io.mingjing.casefile.Consequence;
import io.mingjing.casefile.Procedures;
import io.mingjing.casefile.Procedures.Beginning;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The page on which a further procedure of a case begins: the start form of its model, then its consequences, whose
 * confirmation begins it.
 */
@Controller
@RequestMapping("/cases/{id}/procedures/{processKey}")
class ProcedureController {

    private final Procedures procedures;
    private final OrganChoices organs;
    private final ClockViews clocks;
    private final MessageSource messages;
    private final RefusalTexts texts;
    private final CurrentUser user;

    ProcedureController(
            Procedures procedures,
            OrganChoices organs,
            ClockViews clocks,
            MessageSource messages,
            RefusalTexts texts,
            CurrentUser user) {
        this.procedures = procedures;
        this.organs = organs;
        this.clocks = clocks;
        this.messages = messages;
        this.texts = texts;
        this.user = user;
    }

    @GetMapping
    String page(@PathVariable String id, @PathVariable String processKey, Model model, Locale locale) {
        Beginning beginning = procedures.beginning(id, processKey, user.actor());
        open(beginning, processKey, beginning.values(), List.of(), Ids.next(), model, locale);
        around(beginning, model, locale);
        return "web/procedure";
    }

    /** The form again, as it looks with these values. */
    @PostMapping("/form")
    String form(
            @PathVariable String id,
            @PathVariable String processKey,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        Beginning beginning = procedures.beginning(id, processKey, user.actor());
        Map<String, Object> values = FormValues.read(beginning.form(), request);
        open(beginning, processKey, values, List.of(), request.getParameter("formKey"), model, locale);
        return view(beginning, "web/form :: form", request, model, locale);
    }

    @PostMapping("/plan")
    String plan(
            @PathVariable String id,
            @PathVariable String processKey,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        Beginning beginning = procedures.beginning(id, processKey, actor);
        Map<String, Object> values = FormValues.read(beginning.form(), request);
        try {
            List<Consequence> plan = procedures.plan(id, processKey, values, actor);
            model.addAttribute("form", beginning.form());
            model.addAttribute("values", values);
            model.addAttribute("action", address(beginning, processKey));
            model.addAttribute(
                    "consequences", plan.stream().map(one -> text(one, locale)).toList());
            model.addAttribute("submitLabel", messages.getMessage("web.procedure.confirm", null, locale));
            model.addAttribute("formKey", request.getParameter("formKey"));
            model.addAttribute("confirming", true);
            return view(beginning, "web/answers :: confirm", request, model, locale);
        } catch (Refusal refusal) {
            return refused(beginning, processKey, refusal, values, request, response, model, locale);
        }
    }

    @PostMapping("/complete")
    String start(
            @PathVariable String id,
            @PathVariable String processKey,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        Beginning beginning = procedures.beginning(id, processKey, actor);
        Map<String, Object> values = FormValues.read(beginning.form(), request);
        try {
            procedures.start(id, processKey, values, request.getParameter("formKey"), actor);
        } catch (Refusal refusal) {
            return refused(beginning, processKey, refusal, values, request, response, model, locale);
        }
        String target = "/cases/" + id;
        RequestContextUtils.getOutputFlashMap(request)
                .put(
                        "done",
                        messages.getMessage(
                                "web.procedure.begun", new Object[] {name(beginning, processKey, locale)}, locale));
        if (!Requests.isFragment(request)) {
            return "redirect:" + target;
        }
        RequestContextUtils.saveOutputFlashMap(target, request, response);
        response.setHeader("HX-Redirect", target);
        return "web/form :: nothing";
    }

    private String refused(
            Beginning beginning,
            String processKey,
            Refusal refusal,
            Map<String, Object> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        open(beginning, processKey, values, refusal.errors(), request.getParameter("formKey"), model, locale);
        model.addAttribute("refusal", texts.whole(refusal, locale));
        return view(beginning, "web/form :: form", request, model, locale);
    }

    private void open(
            Beginning beginning,
            String processKey,
            Map<String, Object> values,
            List<Refusal.FieldError> errors,
            @Nullable String formKey,
            Model model,
            Locale locale) {
        model.addAttribute("procedureName", name(beginning, processKey, locale));
        model.addAttribute("form", organs.offeredIn(beginning.form()));
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("action", address(beginning, processKey));
        model.addAttribute("submitTo", address(beginning, processKey) + "/plan");
        model.addAttribute("submitLabel", messages.getMessage("web.task.submit", null, locale));
        model.addAttribute("formKey", formKey);
    }

    /** The fragment for htmx, the whole page for a browser without scripts. */
    private String view(Beginning beginning, String fragment, HttpServletRequest request, Model model, Locale locale) {
        if (Requests.isFragment(request)) {
            return fragment;
        }
        around(beginning, model, locale);
        return "web/procedure";
    }

    private void around(Beginning beginning, Model model, Locale locale) {
        model.addAttribute("file", beginning.file());
        model.addAttribute("caseNo", beginning.file().number());
        model.addAttribute("clocks", clocks.running(beginning.file().id(), locale));
        if (!model.containsAttribute("procedureName")) {
            model.addAttribute("procedureName", beginning.name());
        }
    }

    private String name(Beginning beginning, String processKey, Locale locale) {
        String name = messages.getMessage(processKey, null, beginning.name(), locale);
        return name == null ? beginning.name() : name;
    }

    private static String address(Beginning beginning, String processKey) {
        return "/cases/" + beginning.file().id() + "/procedures/" + processKey;
    }

    private String text(Consequence consequence, Locale locale) {
        String key = "consequence." + consequence.code();
        String text = messages.getMessage(key, consequence.args().toArray(), key, locale);
        return text == null ? key : text;
    }
}
