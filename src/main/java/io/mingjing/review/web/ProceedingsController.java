package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Party;
import io.mingjing.document.FileAnswers;
import io.mingjing.document.Paper;
import io.mingjing.document.PaperPrinter;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Person;
import io.mingjing.review.FileAccesses;
import io.mingjing.review.PartyView;
import io.mingjing.review.PartyViews;
import io.mingjing.review.ReviewStaff;
import io.mingjing.review.TrialPapers;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is entered on the tab 审理: the records of the parties' views; and the records of views and hearings on paper. */
@Controller
@RequestMapping("/cases/{caseId}/trial")
class ProceedingsController {

    private final PartyViews views;
    private final ReviewStaff staff;
    private final FileAccesses accesses;
    private final TrialPapers papers;
    private final PaperPrinter printer;
    private final Cases cases;
    private final CurrentUser user;
    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final Clock clock;

    ProceedingsController(
            PartyViews views,
            ReviewStaff staff,
            FileAccesses accesses,
            TrialPapers papers,
            PaperPrinter printer,
            Cases cases,
            CurrentUser user,
            MessageSource messages,
            RefusalTexts refusals,
            Clock clock) {
        this.views = views;
        this.staff = staff;
        this.accesses = accesses;
        this.papers = papers;
        this.printer = printer;
        this.cases = cases;
        this.user = user;
        this.messages = messages;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping("/views/new")
    String blank(@PathVariable String caseId, @RequestParam(required = false) @Nullable String party, Model model) {
        CaseFile file = cases.get(caseId, user.actor());
        return page(file, ViewForm.blank(party, LocalDate.now(clock)), Map.of(), model);
    }

    @PostMapping("/views")
    String record(
            @PathVariable String caseId,
            @ModelAttribute ViewForm form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        CaseFile file = cases.get(caseId, actor);
        try {
            PartyView view = views.record(caseId, form.given(), actor);
            flash.addFlashAttribute(
                    "done", messages.getMessage("review.views.recorded", new Object[] {view.position()}, locale));
            return back(caseId);
        } catch (Refusal refusal) {
            return page(file, form, errors(refusal, response, locale), model);
        }
    }

    @PostMapping("/views/{viewId}/strike")
    String strike(
            @PathVariable String caseId, @PathVariable String viewId, @RequestParam(defaultValue = "") String reason) {
        views.strike(caseId, viewId, reason, user.actor());
        return back(caseId);
    }

    @PostMapping("/file-accesses/{accessId}/viewings")
    String view(
            @PathVariable String caseId,
            @PathVariable String accessId,
            @RequestParam(required = false) @Nullable LocalDate viewedOn,
            @RequestParam(name = "papers", required = false) @Nullable List<String> papers,
            @RequestParam(defaultValue = "0") int copiedPages) {
        accesses.view(caseId, accessId, viewedOn, papers == null ? List.of() : papers, copiedPages, user.actor());
        return back(caseId);
    }

    /** 勘验笔录, to be signed. */
    @GetMapping("/inspections/{inspectionId}/record")
    ResponseEntity<Resource> inspectionRecord(@PathVariable String caseId, @PathVariable String inspectionId) {
        return print(caseId, papers.inspection(caseId, inspectionId, user.actor()));
    }

    /** 阅卷申请及记录. */
    @GetMapping("/file-accesses/{accessId}/record")
    ResponseEntity<Resource> accessRecord(@PathVariable String caseId, @PathVariable String accessId) {
        return print(caseId, papers.access(caseId, accessId, user.actor()));
    }

    /** 听取意见笔录, to be signed. */
    @GetMapping("/views/{viewId}/record")
    ResponseEntity<Resource> viewRecord(@PathVariable String caseId, @PathVariable String viewId) {
        return print(caseId, papers.view(caseId, viewId, user.actor()));
    }

    /** 听证笔录, to be signed. */
    @GetMapping("/hearings/{hearingId}/record")
    ResponseEntity<Resource> hearingRecord(@PathVariable String caseId, @PathVariable String hearingId) {
        return print(caseId, papers.hearing(caseId, hearingId, user.actor()));
    }

    private ResponseEntity<Resource> print(String caseId, Paper paper) {
        return FileAnswers.sendDocx(
                printer.print(paper),
                paper.title() + " " + cases.get(caseId, user.actor()).number() + ".docx");
    }

    private String page(CaseFile file, ViewForm form, Map<String, String> errors, Model model) {
        List<Party> principals = views.of(file.id(), user.actor()).stream()
                .map(PartyViews.Heard::party)
                .toList();
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("principals", principals);
        model.addAttribute(
                "ways",
                Arrays.asList(
                        PartyView.Way.IN_PERSON,
                        PartyView.Way.ONLINE,
                        PartyView.Way.PHONE,
                        PartyView.Way.WRITTEN,
                        PartyView.Way.NONE));
        model.addAttribute("grounds", Arrays.asList(PartyView.Ground.values()));
        model.addAttribute("fewest", staff.fewest(file.id()));
        model.addAttribute(
                "colleagues",
                staff.of(file.id()).stream().map(Person::name).distinct().toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayRecord", views.mayRecord(file.id(), user.actor()));
        return "review/view-entry";
    }

    /** What is wrong, by field; under {@code ""} what is refused as a whole. */
    private Map<String, String> errors(Refusal refusal, HttpServletResponse response, Locale locale) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        return refusals.byField(refusal, locale);
    }

    private static String back(String caseId) {
        return "redirect:/cases/" + caseId + "/trial";
    }
}
