package io.mingjing.casefile.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Explains a limit, and pauses, resumes, extends and converts it in a dialog: first what would follow, then the act. */
@Controller
@RequestMapping("/cases/{caseId}/limits/{limitId}")
class LimitActsController {

    private final CaseLimits limits;
    private final LimitDesk desk;
    private final LimitTexts texts;
    private final CurrentUser user;

    LimitActsController(CaseLimits limits, LimitDesk desk, LimitTexts texts, CurrentUser user) {
        this.limits = limits;
        this.desk = desk;
        this.texts = texts;
        this.user = user;
    }

    @HxRequest
    @GetMapping("/explanation")
    String explanation(@PathVariable String caseId, @PathVariable String limitId, Model model, Locale locale) {
        Actor actor = user.actor();
        CaseLimit limit = desk.require(caseId, limitId, actor);
        model.addAttribute("line", texts.line(limit, locale));
        model.addAttribute("explanation", texts.explanation(limit, locale));
        model.addAttribute("versions", texts.versions(limits.changes(limitId, actor), locale));
        return "casefile/limits :: explanation";
    }

    /** What the act would change, or the sentence of its refusal; nothing has happened when the reader leaves. */
    @HxRequest
    @PostMapping("/what-if")
    String whatIf(
            @PathVariable String caseId,
            @PathVariable String limitId,
            LimitActForm form,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = user.actor();
        CaseLimit limit = desk.require(caseId, limitId, actor);
        try {
            model.addAttribute("outlook", texts.outlook(desk.tryOut(limit, form, actor), locale));
        } catch (Refusal refusal) {
            return refused(refusal, model, response, locale);
        }
        model.addAttribute("caseId", caseId);
        model.addAttribute("lead", desk.lead(limit, form, actor).orElse(null));
        model.addAttribute("limitId", limitId);
        model.addAttribute("form", form);
        return "casefile/limits :: outlook";
    }

    /** Does it, and shows the tab anew; a refusal stays in the dialog. */
    @HxRequest
    @PostMapping
    String act(
            @PathVariable String caseId,
            @PathVariable String limitId,
            LimitActForm form,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Actor actor = user.actor();
        CaseLimit limit = desk.require(caseId, limitId, actor);
        try {
            desk.act(limit, form, actor);
        } catch (Refusal refusal) {
            return refused(refusal, model, response, locale);
        }
        response.setHeader("HX-Redirect", "/cases/" + caseId + "/limits");
        return "casefile/limits :: done";
    }

    /** The same without htmx. */
    @PostMapping
    String actPlainly(@PathVariable String caseId, @PathVariable String limitId, LimitActForm form) {
        Actor actor = user.actor();
        desk.act(desk.require(caseId, limitId, actor), form, actor);
        return "redirect:/cases/" + caseId + "/limits";
    }

    private String refused(Refusal refusal, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusal", texts.refusal(refusal, locale));
        return "casefile/limits :: refused";
    }
}
