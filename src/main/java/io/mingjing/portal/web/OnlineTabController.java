package io.mingjing.portal.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.portal.Correspondence;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Marks what an applicant sent as dealt with. */
@Controller
class OnlineTabController {

    private final Correspondence correspondence;
    private final CurrentUser user;

    OnlineTabController(Correspondence correspondence, CurrentUser user) {
        this.correspondence = correspondence;
        this.user = user;
    }

    @PostMapping("/cases/{caseId}/online/{id}/done")
    String done(@PathVariable String caseId, @PathVariable String id, @RequestParam int version) {
        correspondence.done(caseId, id, version, user.actor());
        return "redirect:/cases/" + caseId + "/online";
    }
}
