package io.mingjing.filing.web;

import io.mingjing.filing.ReviewedDocument;
import io.mingjing.filing.ReviewedDocuments;
import io.mingjing.identity.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents that administrative reviews have looked at. */
@Controller
class ReviewedController {

    private static final int PAGE = 20;

    private final ReviewedDocuments reviewed;
    private final CurrentUser user;

    ReviewedController(ReviewedDocuments reviewed, CurrentUser user) {
        this.reviewed = reviewed;
        this.user = user;
    }

    @GetMapping("/filing/reviewed")
    String list(
            @RequestParam(required = false) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable String beforeId,
            Model model) {
        List<ReviewedDocument> found = reviewed.page(before, beforeId, PAGE + 1, user.actor());
        model.addAttribute("documents", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("last", found.size() > PAGE ? found.get(PAGE - 1) : null);
        return "filing/reviewed";
    }
}
