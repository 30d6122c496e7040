package io.mingjing.worklist.web;

import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Handler;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Namesakes;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.worklist.HandlerChange;
import io.mingjing.worklist.Suggestion;
import jakarta.servlet.http.HttpServletResponse;
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

/** 更换承办人: who goes, who comes, and why; the lightest load stands first. */
@Controller
@RequestMapping("/cases/{caseId}/handlers/change")
class HandlerChangeController {

    private final HandlerChange change;
    private final Cases cases;
    private final CurrentUser user;
    private final RefusalTexts texts;

    HandlerChangeController(HandlerChange change, Cases cases, CurrentUser user, RefusalTexts texts) {
        this.change = change;
        this.cases = cases;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    String page(@PathVariable String caseId, Model model) {
        return fill(caseId, "", "", "", null, model);
    }

    @PostMapping
    String change(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String fromUserId,
            @RequestParam(defaultValue = "") String toUserId,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        try {
            change.change(caseId, fromUserId, toUserId, reason, user.actor());
            return "redirect:/cases/" + caseId + "/parties";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(422);
            return fill(caseId, fromUserId, toUserId, reason, texts.of(refusal, locale), model);
        }
    }

    private String fill(String caseId, String from, String to, String reason, @Nullable String refusal, Model model) {
        Actor actor = user.actor();
        List<Handler> handlers = change.handlers(caseId, actor);
        model.addAttribute("file", cases.get(caseId, actor));
        model.addAttribute("handlers", handlers);
        List<Suggestion> suggestions = change.suggestions(caseId, actor);
        model.addAttribute("suggestions", suggestions);
        model.addAttribute(
                "names",
                Namesakes.labels(suggestions.stream().map(Suggestion::person).toList()));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("reason", reason);
        model.addAttribute("refusal", refusal);
        return "worklist/change-handler";
    }
}
