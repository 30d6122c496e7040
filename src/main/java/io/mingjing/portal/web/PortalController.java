package io.mingjing.portal.web;

import io.mingjing.filing.FiledDocument;
import io.mingjing.filing.Filings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of the portal, and the register of normative documents as anybody may read it. */
@Controller
class PortalController {

    private static final int PAGE = 20;

    private final Filings filings;

    PortalController(Filings filings) {
        this.filings = filings;
    }

    @GetMapping("/portal")
    String home(HttpServletRequest request, Model model) {
        model.addAttribute("open", PortalSession.draft(request).isPresent());
        return "portal/home";
    }

    @GetMapping("/portal/documents")
    String documents(
            @RequestParam(required = false) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable String beforeId,
            Model model) {
        List<FiledDocument> found = filings.published(before, beforeId, PAGE + 1);
        model.addAttribute("documents", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("last", found.size() > PAGE ? found.get(PAGE - 1) : null);
        return "portal/documents";
    }
}
