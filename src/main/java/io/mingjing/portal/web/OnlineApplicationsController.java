package io.mingjing.portal.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.document.FileAnswers;
import io.mingjing.identity.CurrentUser;
import io.mingjing.portal.Applications;
import io.mingjing.portal.Questions;
import io.mingjing.portal.Questions.Step;
import io.mingjing.portal.ReviewingOrgans;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came through the portal and waits for the desk, where the portal is not the designated channel. */
@Controller
@RequestMapping("/online-applications")
class OnlineApplicationsController {

    private final Applications applications;
    private final Questions questions;
    private final ReviewingOrgans organs;
    private final RefusalTexts texts;
    private final CurrentUser user;
    private final Clock clock;

    OnlineApplicationsController(
            Applications applications,
            Questions questions,
            ReviewingOrgans organs,
            RefusalTexts texts,
            CurrentUser user,
            Clock clock) {
        this.applications = applications;
        this.questions = questions;
        this.organs = organs;
        this.texts = texts;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("waiting", applications.waiting(user.actor()));
        return "portal/desk";
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model) {
        return show(id, LocalDate.now(clock).toString(), "", List.of(), model);
    }

    private String show(String id, String receivedOn, String reason, List<RefusalTexts.FieldText> wrong, Model model) {
        model.addAttribute("application", applications.waiting(id, user.actor()));
        model.addAttribute("steps", List.of(Step.APPLICANT, Step.ACT, Step.REQUEST));
        model.addAttribute("questionsOf", questions);
        model.addAttribute("names", organs.names());
        model.addAttribute("groups", organs.respondents());
        model.addAttribute("receivedOn", receivedOn);
        model.addAttribute("today", LocalDate.now(clock).toString());
        model.addAttribute("reason", reason);
        model.addAttribute("faults", wrong);
        return "portal/desk-application";
    }

    @GetMapping("/{id}/files/{fileId}")
    ResponseEntity<Resource> file(
            @PathVariable String id, @PathVariable String fileId, @RequestParam Map<String, String> asked) {
        return FileAnswers.send(applications.openFile(id, fileId, user.actor()), asked.containsKey("inline"));
    }

    @PostMapping("/{id}/confirmation")
    String confirm(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam LocalDate receivedOn,
            @RequestParam(required = false) @Nullable String respondentOrgan,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        String organ = respondentOrgan == null || respondentOrgan.isBlank() ? null : respondentOrgan;
        try {
            CaseFile file = applications.confirm(id, version, receivedOn, organ, user.actor());
            return "redirect:/cases/" + file.id();
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, receivedOn.toString(), "", texts.all(refusal, locale), model);
        }
    }

    @PostMapping("/{id}/decline")
    String decline(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            applications.decline(id, version, reason, user.actor());
            return "redirect:/online-applications";
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(id, LocalDate.now(clock).toString(), reason, texts.all(refusal, locale), model);
        }
    }
}
