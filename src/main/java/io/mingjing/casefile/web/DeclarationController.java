package io.mingjing.casefile.web;

import io.mingjing.casefile.Declaration.Relation;
import io.mingjing.casefile.Declarations;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 利害关系申报: a person's own relations, which nobody else reads. */
@Controller
@RequestMapping("/declarations")
class DeclarationController {

    private final Declarations declarations;
    private final CurrentUser user;

    DeclarationController(Declarations declarations, CurrentUser user) {
        this.declarations = declarations;
        this.user = user;
    }

    @GetMapping
    String page(Model model) {
        return fill(null, "", "", List.of(), model);
    }

    @PostMapping
    String declare(
            @RequestParam(required = false) @Nullable Relation relation,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        try {
            declarations.declare(relation, name, note, user.actor());
            return "redirect:/declarations";
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            response.setStatus(422);
            return fill(relation, name, note, refusal.errors(), model);
        }
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String id) {
        declarations.end(id, user.actor());
        return "redirect:/declarations";
    }

    private String fill(
            @Nullable Relation relation, String name, String note, List<Refusal.FieldError> errors, Model model) {
        Actor actor = user.actor();
        model.addAttribute("declarations", declarations.own(actor));
        model.addAttribute("relations", Relation.values());
        model.addAttribute("relation", relation);
        model.addAttribute("name", name);
        model.addAttribute("note", note);
        model.addAttribute("errors", errors);
        return "casefile/declarations";
    }
}
