package io.mingjing.portal.web;

import io.mingjing.portal.Applications;
import io.mingjing.portal.Correspondence;
import io.mingjing.portal.Course;
import io.mingjing.portal.ElectronicService;
import io.mingjing.portal.Tracking;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tracking by number and code. The code stands in no address and no page; the session remembers what was found. */
@Controller
@RequestMapping("/portal/track")
class TrackController {

    private static final Set<String> SENT = Set.of("correction", "withdrawal");

    private final Tracking tracking;
    private final Course course;
    private final Applications applications;
    private final Correspondence correspondence;
    private final ElectronicService service;
    private final RefusalTexts texts;

    TrackController(
            Tracking tracking,
            Course course,
            Applications applications,
            Correspondence correspondence,
            ElectronicService service,
            RefusalTexts texts) {
        this.tracking = tracking;
        this.course = course;
        this.applications = applications;
        this.correspondence = correspondence;
        this.service = service;
        this.texts = texts;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("number", "");
        model.addAttribute("faults", List.of());
        return "portal/track";
    }

    @PostMapping
    String find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            Tracking.Found found = tracking.find(number, code, request.getRemoteAddr());
            PortalSession.holdFound(request, found.caseId(), found.applicationId() == null ? null : code);
            return "redirect:/portal/track/case";
        } catch (Refusal refusal) {
            response.setStatus(
                    refusal.code().equals("TOO_MANY_TRIES")
                            ? HttpStatus.TOO_MANY_REQUESTS.value()
                            : HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("number", number);
            model.addAttribute("faults", texts.all(refusal, locale));
            return "portal/track";
        }
    }

    @GetMapping("/case")
    String show(@RequestParam(defaultValue = "") String sent, HttpServletRequest request, Model model) {
        if (PortalSession.caseId(request).isEmpty()) {
            String code = PortalSession.applicationCode(request).orElseThrow(() -> Refusal.notFound("TRACK_FIRST"));
            model.addAttribute(
                    "receipt", applications.receipt(code).orElseThrow(() -> Refusal.notFound("TRACK_FIRST")));
            model.addAttribute("declineReason", applications.declineReason(code).orElse(null));
            return "portal/track-waiting";
        }
        String caseId = PortalSession.requireCase(request);
        model.addAttribute("course", course.of(caseId));
        model.addAttribute("mayCorrect", correspondence.wanted(caseId).isPresent());
        model.addAttribute("mayWithdraw", correspondence.mayWithdraw(caseId));
        model.addAttribute("consented", service.consentOf(caseId).isPresent());
        model.addAttribute("delivered", service.delivered(caseId));
        model.addAttribute("sent", SENT.contains(sent) ? sent : null);
        return "portal/track-case";
    }

    @PostMapping("/leave")
    String leave(HttpServletRequest request) {
        PortalSession.holdFound(request, null, null);
        return "redirect:/portal";
    }
}
