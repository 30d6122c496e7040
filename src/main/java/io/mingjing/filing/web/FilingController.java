package io.mingjing.filing.web;

import io.mingjing.filing.FiledDocument;
import io.mingjing.filing.Filings;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of filed documents. */
@Controller
class FilingController {

    private static final int PAGE = 20;

    private final Filings filings;
    private final CurrentUser user;

    FilingController(Filings filings, CurrentUser user) {
        this.filings = filings;
        this.user = user;
    }

    @GetMapping("/filing")
    String register(
            @RequestParam(required = false) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable String beforeId,
            Model model) {
        Actor actor = user.actor();
        List<FiledDocument> found = filings.register(before, beforeId, PAGE + 1, actor);
        model.addAttribute("documents", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("last", found.size() > PAGE ? found.get(PAGE - 1) : null);
        model.addAttribute("maySubmit", actor.hasAny(Role.FILING_OFFICER, Role.INTAKE_CLERK));
        return "filing/register";
    }
}
