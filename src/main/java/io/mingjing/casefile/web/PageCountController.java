package io.mingjing.casefile.web;

import io.mingjing.casefile.PageCounts;
import io.mingjing.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Officers count the pages of the papers in a file. */
@Controller
class PageCountController {

    private final PageCounts pages;
    private final CurrentUser user;

    PageCountController(PageCounts pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    @PostMapping("/cases/{caseId}/catalogue/{sourceId}/pages")
    String count(@PathVariable String caseId, @PathVariable String sourceId, @RequestParam("pages") int count) {
        pages.set(caseId, sourceId, count, user.actor());
        return "redirect:/cases/" + caseId + "/catalogue";
    }

    @PutMapping("/api/v1/cases/{caseId}/catalogue/{sourceId}/pages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String caseId, @PathVariable String sourceId, @RequestParam("pages") int count) {
        pages.set(caseId, sourceId, count, user.actor());
    }
}
