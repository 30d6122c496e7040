package io.mingjing.portal.web;

import io.mingjing.filing.FiledDocument;
import io.mingjing.filing.Filings;
import io.mingjing.review.Publication;
import io.mingjing.review.Publications;
import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of the portal, and what anybody may read: the register of normative documents, published decisions. */
@Controller
class PortalController {

    private static final int PAGE = 20;
    private static final int MAX_QUERY = 60;

    private final Filings filings;
    private final Publications publications;

    PortalController(Filings filings, Publications publications) {
        this.filings = filings;
        this.publications = publications;
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

    @GetMapping("/portal/decisions")
    String decisions(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable String beforeId,
            Model model) {
        String words = q.strip().substring(0, Math.min(MAX_QUERY, q.strip().length()));
        List<Publication> found = publications.published(words, before, beforeId, PAGE + 1);
        model.addAttribute("q", words);
        model.addAttribute("decisions", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("last", found.size() > PAGE ? found.get(PAGE - 1) : null);
        return "portal/decisions";
    }

    @GetMapping("/portal/decisions/{caseId}")
    String decision(@PathVariable String caseId, Model model) {
        model.addAttribute(
                "decision",
                publications.findPublished(caseId).orElseThrow(() -> Refusal.notFound("DECISION_NOT_PUBLIC")));
        return "portal/decision";
    }
}
