package io.mingjing.casefile.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitPlan;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Explains a limit, and pauses, resumes and extends it: first the plan, then the act. */
@Controller
@RequestMapping("/cases/{caseId}/limits/{limitId}")
class LimitActsController {

    /** What the form of an act holds; which fields count depends on the act. */
    record ActForm(
            @Nullable String act,
            @Nullable LocalDate on,
            @Nullable String ground,
            @Nullable Integer days,
            @Nullable String reason) {}

    private final CaseLimits limits;
    private final LimitActs acts;
    private final LimitTexts texts;
    private final CurrentUser user;

    LimitActsController(CaseLimits limits, LimitActs acts, LimitTexts texts, CurrentUser user) {
        this.limits = limits;
        this.acts = acts;
        this.texts = texts;
        this.user = user;
    }

    @HxRequest
    @GetMapping("/explanation")
    String explanation(@PathVariable String caseId, @PathVariable String limitId, Model model, Locale locale) {
        Actor actor = user.actor();
        CaseLimit limit = require(caseId, limitId, actor);
        model.addAttribute("line", texts.line(limit, locale));
        model.addAttribute("explanation", texts.explanation(limit, locale));
        model.addAttribute("changes", limits.changes(limitId, actor));
        return "casefile/limits :: explanation";
    }

    /** What the act would change; nothing has happened when the reader leaves. */
    @HxRequest
    @PostMapping("/plan")
    String plan(@PathVariable String caseId, @PathVariable String limitId, ActForm form, Model model, Locale locale) {
        Actor actor = user.actor();
        CaseLimit limit = require(caseId, limitId, actor);
        model.addAttribute("caseId", caseId);
        model.addAttribute("form", form);
        model.addAttribute("line", texts.line(limit, locale));
        model.addAttribute("plan", planned(limit, form, actor));
        return "casefile/limits :: plan";
    }

    @PostMapping
    String act(@PathVariable String caseId, @PathVariable String limitId, ActForm form) {
        Actor actor = user.actor();
        CaseLimit limit = require(caseId, limitId, actor);
        switch (String.valueOf(form.act())) {
            case "pause" -> acts.pause(limit.id(), on(form), text(form.ground()), form.reason(), actor);
            case "resume" -> acts.resume(limit.id(), on(form), actor);
            case "extend" -> acts.extend(limit.id(), days(form), text(form.reason()), actor);
            default -> throw Refusal.fields(List.of(FieldError.of("act", "CHOICE")));
        }
        return "redirect:/cases/" + caseId + "/limits";
    }

    private LimitPlan planned(CaseLimit limit, ActForm form, Actor actor) {
        return switch (String.valueOf(form.act())) {
            case "pause" -> acts.planPause(limit.id(), on(form), text(form.ground()), actor);
            case "resume" -> acts.planResume(limit.id(), on(form), actor);
            case "extend" -> acts.planExtend(limit.id(), days(form), actor);
            default -> throw Refusal.fields(List.of(FieldError.of("act", "CHOICE")));
        };
    }

    private CaseLimit require(String caseId, String limitId, Actor actor) {
        CaseLimit limit = limits.get(limitId, actor);
        if (!limit.caseId().equals(caseId)) {
            throw Refusal.notFound("LIMIT_NOT_FOUND");
        }
        return limit;
    }

    private static LocalDate on(ActForm form) {
        if (form.on() == null) {
            throw Refusal.fields(List.of(FieldError.of("on", "REQUIRED")));
        }
        return form.on();
    }

    private static int days(ActForm form) {
        if (form.days() == null) {
            throw Refusal.fields(List.of(FieldError.of("days", "REQUIRED")));
        }
        return form.days();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
