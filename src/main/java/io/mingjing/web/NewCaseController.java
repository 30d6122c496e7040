package io.mingjing.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseIntake;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Intakes;
import io.mingjing.engine.Form;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The page on which a new case is entered: the start form of its model. */
@Controller
@RequestMapping("/cases/new/{processKey}")
class NewCaseController {

    private final Intakes intakes;
    private final CaseTasks tasks;
    private final OrganChoices organs;
    private final CurrentUser user;

    NewCaseController(Intakes intakes, CaseTasks tasks, OrganChoices organs, CurrentUser user) {
        this.intakes = intakes;
        this.tasks = tasks;
        this.organs = organs;
        this.user = user;
    }

    @GetMapping
    String page(@PathVariable String processKey, @RequestParam Map<String, String> from, Model model) {
        Actor actor = user.actor();
        CaseIntake intake = intakes.require(processKey, actor);
        fill(model, processKey, intake.prefill(actor, from), List.of(), Ids.next());
        return "web/new-case";
    }

    /** The form again, as it looks with these values. */
    @PostMapping("/form")
    String form(
            @PathVariable String processKey,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String formKey,
            Model model) {
        intakes.require(processKey, user.actor());
        Form form = tasks.startForm(processKey);
        fill(model, processKey, FormValues.read(form, request), List.of(), formKey);
        return "web/new-case :: form";
    }

    @PostMapping
    String start(
            @PathVariable String processKey,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String formKey,
            Model model,
            HttpServletResponse response) {
        Actor actor = user.actor();
        intakes.require(processKey, actor);
        Map<String, Object> values = FormValues.read(tasks.startForm(processKey), request);
        try {
            CaseFile file = intakes.start(processKey, values, formKey, actor);
            String target = "/cases/" + file.id();
            RequestContextUtils.getOutputFlashMap(request).put("registered", file.registerNo());
            RequestContextUtils.saveOutputFlashMap(target, request, response);
            response.setHeader("HX-Redirect", target);
            return "web/form :: nothing";
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            fill(model, processKey, values, refusal.errors(), formKey);
            return "web/new-case :: form";
        }
    }

    private void fill(
            Model model,
            String processKey,
            Map<String, ?> values,
            List<Refusal.FieldError> errors,
            @Nullable String formKey) {
        model.addAttribute("processKey", processKey);
        model.addAttribute("form", organs.offeredIn(tasks.startForm(processKey)));
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        model.addAttribute("formKey", formKey);
    }
}
