package io.mingjing.portal.web;

import io.mingjing.document.Deposit;
import io.mingjing.identity.Organ;
import io.mingjing.portal.Applications;
import io.mingjing.portal.Drafts;
import io.mingjing.portal.Drafts.Draft;
import io.mingjing.portal.PortalSettings;
import io.mingjing.portal.Questions;
import io.mingjing.portal.Questions.Step;
import io.mingjing.portal.ReviewingOrgans;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Applying, step by step. Every step is a page and a plain form; nothing needs a script. */
@Controller
@RequestMapping("/portal/apply")
class ApplyController {

    private static final String INTRO = "portal/apply";
    private static final String FILES = "portal/apply-files";
    private static final String CHECK = "portal/apply-check";
    private static final String FAULTS = "faults";

    private final Drafts drafts;
    private final Applications applications;
    private final Questions questions;
    private final ReviewingOrgans organs;
    private final RefusalTexts texts;
    private final PortalSettings settings;

    ApplyController(
            Drafts drafts,
            Applications applications,
            Questions questions,
            ReviewingOrgans organs,
            RefusalTexts texts,
            PortalSettings settings) {
        this.drafts = drafts;
        this.applications = applications;
        this.questions = questions;
        this.organs = organs;
        this.texts = texts;
        this.settings = settings;
    }

    @GetMapping
    String intro(HttpServletRequest request, Model model) {
        model.addAttribute("open", PortalSession.draft(request).isPresent());
        model.addAttribute("days", settings.draftDays());
        model.addAttribute(FAULTS, Objects.requireNonNullElse(model.getAttribute(FAULTS), List.of()));
        return INTRO;
    }

    @PostMapping
    String begin(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        try {
            PortalSession.holdDraft(request, drafts.begin(request.getRemoteAddr()));
            return to(Step.APPLICANT);
        } catch (Refusal refusal) {
            return refused(refusal, request, response, model, locale);
        }
    }

    @PostMapping("/resume")
    String resume(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            String known = drafts.resume(code, request.getRemoteAddr());
            PortalSession.holdDraft(request, known);
            return to(questions.firstOpen(drafts.open(known).values()).orElse(Step.CHECK));
        } catch (Refusal refusal) {
            return refused(refusal, request, response, model, locale);
        }
    }

    private String refused(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        response.setStatus(
                refusal.code().equals("TOO_MANY_TRIES")
                        ? HttpStatus.TOO_MANY_REQUESTS.value()
                        : HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(FAULTS, texts.all(refusal, locale));
        return intro(request, model);
    }

    @PostMapping("/discard")
    String discard(HttpServletRequest request) {
        drafts.discard(PortalSession.requireDraft(request));
        PortalSession.dropDraft(request);
        return "redirect:/portal";
    }

    @GetMapping("/{path:applicant|act|request}")
    String step(@PathVariable String path, HttpServletRequest request, Model model) {
        Step step = Step.of(path).orElseThrow();
        Draft draft = fill(step, request, model);
        return ask(step, draft.values(), List.of(), model);
    }

    /** Keeps the answers as they are; goes on only where nothing is wrong, or back, or home to continue later. */
    @PostMapping("/{path:applicant|act|request}")
    String save(
            @PathVariable String path,
            @RequestParam(defaultValue = "next") String go,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Step step = Step.of(path).orElseThrow();
        String code = PortalSession.requireDraft(request);
        drafts.save(code, step, typed);
        if (go.equals("later")) {
            return "redirect:/portal/apply/later";
        }
        if (go.equals("back")) {
            return to(step.back());
        }
        Draft draft = fill(step, request, model);
        List<RefusalTexts.FieldText> wrong = texts.fields(questions.faults(step, draft.values()), locale);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return ask(step, draft.values(), wrong, model);
        }
        return to(step.next());
    }

    private String ask(Step step, Map<String, String> values, List<RefusalTexts.FieldText> wrong, Model model) {
        model.addAttribute("questions", questions.of(step));
        model.addAttribute("values", values);
        model.addAttribute(FAULTS, wrong);
        model.addAttribute(
                "wrongFields", wrong.stream().map(RefusalTexts.FieldText::field).toList());
        if (step == Step.ACT) {
            model.addAttribute("groups", organs.respondents());
            model.addAttribute("governments", organs.governments());
        }
        return "portal/apply-step";
    }

    @GetMapping("/files")
    String files(HttpServletRequest request, Model model) {
        return files(request, List.of(), model);
    }

    private String files(HttpServletRequest request, List<RefusalTexts.FieldText> wrong, Model model) {
        Draft draft = fill(Step.FILES, request, model);
        model.addAttribute("files", draft.files());
        model.addAttribute("labels", Drafts.LABELS);
        model.addAttribute("megabytes", settings.fileMegabytes());
        model.addAttribute("most", settings.files());
        model.addAttribute(FAULTS, wrong);
        return FILES;
    }

    @PostMapping("/files")
    String addFile(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
            @RequestParam(defaultValue = "OTHER") String label,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale)
            throws IOException {
        String code = PortalSession.requireDraft(request);
        try {
            List<MultipartFile> chosen = sent == null
                    ? List.of()
                    : sent.stream()
                            .filter(file -> !Objects.toString(file.getOriginalFilename(), "")
                                    .isEmpty())
                            .toList();
            if (chosen.isEmpty()) {
                throw Refusal.invalid("FILE_NOT_SENT");
            }
            for (MultipartFile file : chosen) {
                try (InputStream in = file.getInputStream()) {
                    String name = Objects.toString(file.getOriginalFilename(), "");
                    drafts.addFile(code, label, name, in, request.getRemoteAddr());
                }
            }
            return to(Step.FILES);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return files(request, texts.all(refusal, locale), model);
        }
    }

    @PostMapping("/files/{id}/removal")
    String removeFile(@PathVariable String id, HttpServletRequest request) {
        drafts.removeFile(PortalSession.requireDraft(request), id);
        return to(Step.FILES);
    }

    @GetMapping("/later")
    String later(HttpServletRequest request, Model model) {
        fill(Step.CHECK, request, model);
        return "portal/apply-later";
    }

    @GetMapping("/check")
    String check(HttpServletRequest request, Model model) {
        Draft draft = drafts.open(PortalSession.requireDraft(request));
        return questions
                .firstOpen(draft.values())
                .map(ApplyController::to)
                .orElseGet(() -> check(request, List.of(), model));
    }

    private String check(HttpServletRequest request, List<RefusalTexts.FieldText> wrong, Model model) {
        Draft draft = fill(Step.CHECK, request, model);
        Organ government = applications.addressee(draft);
        model.addAttribute("values", draft.values());
        model.addAttribute(
                "files", draft.files().stream().map(Deposit::fileName).toList());
        model.addAttribute("steps", List.of(Step.APPLICANT, Step.ACT, Step.REQUEST));
        model.addAttribute("questionsOf", questions);
        model.addAttribute("names", organs.names());
        model.addAttribute("government", government.name());
        model.addAttribute("atOnce", applications.receivedAtOnce(government));
        model.addAttribute(FAULTS, wrong);
        return CHECK;
    }

    /** Sent twice it is one application: the second time leads to the same receipt. */
    @PostMapping("/send")
    String send(
            @RequestParam(defaultValue = "false") boolean declared,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        String code = PortalSession.requireDraft(request);
        if (!declared) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return check(
                    request, texts.fields(List.of(Refusal.FieldError.of("declared", "PORTAL_DECLARE")), locale), model);
        }
        applications.send(code);
        return "redirect:/portal/apply/receipt";
    }

    @GetMapping("/receipt")
    String receipt(HttpServletRequest request, Model model) {
        model.addAttribute(
                "receipt",
                applications
                        .receipt(PortalSession.requireDraft(request))
                        .orElseThrow(() -> Refusal.notFound("DRAFT_CLOSED")));
        return "portal/receipt";
    }

    private Draft fill(Step step, HttpServletRequest request, Model model) {
        String code = PortalSession.requireDraft(request);
        Draft draft = drafts.open(code);
        model.addAttribute("code", code);
        model.addAttribute("expiresOn", draft.expiresOn());
        model.addAttribute("step", step);
        model.addAttribute("allSteps", Step.values());
        return draft;
    }

    private static String to(Step step) {
        return "redirect:/portal/apply/" + step.path();
    }
}
