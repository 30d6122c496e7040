package io.mingjing.portal.web;

import io.mingjing.document.FileAnswers;
import io.mingjing.portal.Correspondence;
import io.mingjing.portal.ElectronicService;
import io.mingjing.portal.PortalSettings;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.springframework.web.multipart.MultipartFile;

/** What passes between an applicant and the case that was found in this session: corrections, letters, a withdrawal. */
@Controller
@RequestMapping("/portal/track/case")
class CorrespondenceController {

    private static final String CASE = "redirect:/portal/track/case";

    private final Correspondence correspondence;
    private final ElectronicService service;
    private final RefusalTexts texts;
    private final PortalSettings settings;

    CorrespondenceController(
            Correspondence correspondence, ElectronicService service, RefusalTexts texts, PortalSettings settings) {
        this.correspondence = correspondence;
        this.service = service;
        this.texts = texts;
        this.settings = settings;
    }

    @GetMapping("/correction")
    String correction(HttpServletRequest request, Model model) {
        return correction(request, "", Ids.next(), List.of(), model);
    }

    private String correction(
            HttpServletRequest request, String body, String formKey, List<RefusalTexts.FieldText> wrong, Model model) {
        Correspondence.Wanted wanted = correspondence
                .wanted(PortalSession.requireCase(request))
                .orElseThrow(() -> Refusal.conflict("NO_CORRECTION_OPEN"));
        model.addAttribute("wanted", wanted);
        model.addAttribute("body", body);
        model.addAttribute("formKey", formKey);
        model.addAttribute("megabytes", settings.fileMegabytes());
        model.addAttribute("most", settings.files());
        model.addAttribute("faults", wrong);
        return "portal/correction";
    }

    /** One form: what was typed stays while papers are added or taken away. */
    @PostMapping("/correction")
    String correct(
            @RequestParam(defaultValue = "") String body,
            @RequestParam String formKey,
            @RequestParam(defaultValue = "send") String go,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        String caseId = PortalSession.requireCase(request);
        try {
            for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
                String name = Objects.toString(file.getOriginalFilename(), "");
                if (!name.isEmpty()) {
                    try (InputStream in = file.getInputStream()) {
                        correspondence.addFile(caseId, name, in, request.getRemoteAddr());
                    }
                }
            }
            if (go.startsWith("remove:")) {
                correspondence.removeFile(caseId, go.substring("remove:".length()));
            } else if (go.equals("send")) {
                correspondence.correct(caseId, body, formKey);
                return "redirect:/portal/track/case?sent=correction";
            }
            return correction(request, body, formKey, List.of(), model);
        } catch (Refusal refusal) {
            if (refusal.code().equals("NO_CORRECTION_OPEN")) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return correction(request, body, formKey, texts.all(refusal, locale), model);
        }
    }

    @PostMapping("/consent")
    String consent(
            @RequestParam(defaultValue = "") String serviceAddress,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            service.consent(PortalSession.requireCase(request), serviceAddress);
            return CASE;
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return consentPage(serviceAddress, texts.all(refusal, locale), request, model);
        }
    }

    @GetMapping("/consent")
    String consent(HttpServletRequest request, Model model) {
        return consentPage("", List.of(), request, model);
    }

    private String consentPage(
            String address, List<RefusalTexts.FieldText> wrong, HttpServletRequest request, Model model) {
        model.addAttribute(
                "consent", service.consentOf(PortalSession.requireCase(request)).orElse(null));
        model.addAttribute("address", address);
        model.addAttribute("faults", wrong);
        return "portal/consent";
    }

    @PostMapping("/consent/end")
    String endConsent(HttpServletRequest request) {
        service.withdrawConsent(PortalSession.requireCase(request));
        return CASE;
    }

    /** Opening is kept; the letter was served when it arrived. */
    @GetMapping("/letters/{letterId}")
    ResponseEntity<Resource> letter(@PathVariable String letterId, HttpServletRequest request) {
        return FileAnswers.send(service.open(PortalSession.requireCase(request), letterId), false);
    }

    @GetMapping("/withdrawal")
    String withdrawal(HttpServletRequest request, Model model) {
        return withdrawalPage("", Ids.next(), List.of(), request, model);
    }

    private String withdrawalPage(
            String body, String formKey, List<RefusalTexts.FieldText> wrong, HttpServletRequest request, Model model) {
        if (!correspondence.mayWithdraw(PortalSession.requireCase(request))) {
            throw Refusal.conflict("WITHDRAWAL_LATE");
        }
        model.addAttribute("body", body);
        model.addAttribute("formKey", formKey);
        model.addAttribute("faults", wrong);
        return "portal/withdrawal";
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @RequestParam(defaultValue = "") String body,
            @RequestParam String formKey,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            correspondence.withdraw(PortalSession.requireCase(request), body, formKey);
            return "redirect:/portal/track/case?sent=withdrawal";
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return withdrawalPage(body, formKey, texts.all(refusal, locale), request, model);
        }
    }
}
