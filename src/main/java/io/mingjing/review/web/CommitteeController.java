package io.mingjing.review.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.review.CommitteeConsultations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is entered on the tab 委员会咨询; each act leads back to it. */
@Controller
@RequestMapping("/cases/{caseId}/committee")
class CommitteeController {

    private final CommitteeConsultations consultations;
    private final CurrentUser user;

    CommitteeController(CommitteeConsultations consultations, CurrentUser user) {
        this.consultations = consultations;
        this.user = user;
    }

    @PostMapping("/traits")
    String find(
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable List<String> traits,
            @RequestParam(defaultValue = "") String reason) {
        consultations.find(caseId, traits == null ? List.of() : traits, reason, user.actor());
        return back(caseId);
    }

    @PostMapping("/adoption")
    String answer(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String committeeAdoption,
            @RequestParam(defaultValue = "") String committeeExplanation) {
        consultations.answer(caseId, committeeAdoption, committeeExplanation, user.actor());
        return back(caseId);
    }

    private static String back(String caseId) {
        return "redirect:/cases/" + caseId + "/committee";
    }
}
