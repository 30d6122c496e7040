package io.mingjing.review.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organs;
import io.mingjing.review.AcceptanceReviews;
import io.mingjing.review.Enquiries;
import io.mingjing.review.Enquiries.NewEnquiry;
import io.mingjing.review.Enquiry;
import io.mingjing.review.IntakeRegister;
import io.mingjing.review.IntakeRegister.NewMaterial;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The desk of review: the register of applications, the register of enquiries, and what is printed there. */
@Controller
class DeskController {

    private static final int PAGE = 50;

    private final IntakeRegister register;
    private final Enquiries enquiries;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final Organs organs;
    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final CurrentUser user;
    private final Clock clock;

    DeskController(
            IntakeRegister register,
            Enquiries enquiries,
            Reviews reviews,
            Cases cases,
            Parties parties,
            Organs organs,
            MessageSource messages,
            RefusalTexts refusals,
            CurrentUser user,
            Clock clock) {
        this.register = register;
        this.enquiries = enquiries;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.organs = organs;
        this.messages = messages;
        this.refusals = refusals;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/review/register")
    String register(@ModelAttribute("query") RegisterForm form, Model model) {
        Actor actor = user.actor();
        List<IntakeRegister.Line> lines = register.search(form.query(), PAGE + 1, actor);
        List<IntakeRegister.Line> shown = lines.subList(0, Math.min(PAGE, lines.size()));
        model.addAttribute("lines", shown);
        model.addAttribute("total", register.count(form.query(), actor));
        model.addAttribute("more", lines.size() > PAGE ? form.after(shown.get(PAGE - 1)) : null);
        model.addAttribute("first", form.before() == null ? null : form.url());
        model.addAttribute("mayImport", actor.has(Role.UNIT_HEAD));
        model.addAttribute("channels", RegisterForm.CHANNELS);
        model.addAttribute("actKinds", RegisterForm.ACT_KINDS);
        model.addAttribute("adminFields", RegisterForm.ADMIN_FIELDS);
        model.addAttribute("acceptances", RegisterForm.ACCEPTANCES);
        return "review/register";
    }

    /** What is looked for in the register of enquiries. */
    record EnquiryQuery(
            @Nullable String q,
            Enquiry.@Nullable Way way,
            @Nullable String outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String before) {

        Enquiries.Query query() {
            return new Enquiries.Query(q, way, outcome, from, to, before);
        }

        String url(@Nullable String last) {
            UriComponentsBuilder url = UriComponentsBuilder.fromPath("/review/enquiries");
            RegisterForm.put(url, "q", q);
            RegisterForm.put(url, "way", way);
            RegisterForm.put(url, "outcome", outcome);
            RegisterForm.put(url, "from", from);
            RegisterForm.put(url, "to", to);
            RegisterForm.put(url, "before", last);
            return url.encode().toUriString();
        }
    }

    /** An enquiry as the form sends it. */
    record EnquiryForm(
            @Nullable LocalDate receivedOn,
            @Nullable String visitor,
            @Nullable String visitorKind,
            Enquiry.@Nullable Way way,
            @Nullable String phone,
            @Nullable String matter,
            @Nullable String answer,
            @Nullable String outcome) {

        NewEnquiry enquiry() {
            return new NewEnquiry(
                    receivedOn,
                    text(visitor),
                    visitorKind == null ? "PERSON" : visitorKind,
                    way == null ? Enquiry.Way.VISIT : way,
                    phone,
                    text(matter),
                    answer,
                    outcome == null ? "OPEN" : outcome);
        }

        @Override
        public String toString() {
            return "EnquiryForm[" + way + "]";
        }
    }

    @GetMapping("/review/enquiries")
    String enquiries(EnquiryQuery query, Model model) {
        list(query, model);
        model.addAttribute(
                "form", new EnquiryForm(today(), null, "PERSON", Enquiry.Way.VISIT, null, null, null, "OPEN"));
        model.addAttribute("errors", Map.of());
        return "review/enquiries";
    }

    @PostMapping("/review/enquiries")
    String record(
            EnquiryForm form, Model model, HttpServletResponse response, RedirectAttributes flash, Locale locale) {
        try {
            Enquiry enquiry = enquiries.record(form.enquiry(), user.actor());
            flash.addFlashAttribute(
                    "done", messages.getMessage("review.enquiry.recorded", new Object[] {enquiry.number()}, locale));
            return "redirect:/review/enquiries/" + enquiry.id();
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            list(new EnquiryQuery(null, null, null, null, null, null), model);
            model.addAttribute("form", form);
            model.addAttribute("errors", refusals.byField(refusal, locale));
            return "review/enquiries";
        }
    }

    @GetMapping("/review/enquiries/{id}")
    String enquiry(@PathVariable String id, Model model) {
        Actor actor = user.actor();
        Enquiry enquiry = enquiries.get(id, actor);
        model.addAttribute("enquiry", enquiry);
        model.addAttribute("organ", organs.get(enquiry.governmentId()).name());
        model.addAttribute("outcomes", Enquiries.OUTCOMES);
        model.addAttribute("clerk", actor.name());
        return "review/enquiry";
    }

    @PostMapping("/review/enquiries/{id}/answer")
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam String outcome,
            @RequestParam int version,
            RedirectAttributes flash,
            Locale locale) {
        enquiries.answer(id, answer, outcome, version, user.actor());
        flash.addFlashAttribute("done", messages.getMessage("review.enquiry.answered", null, locale));
        return "redirect:/review/enquiries/" + id;
    }

    @PostMapping("/cases/{caseId}/materials")
    String take(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "COPY") String form,
            @RequestParam(defaultValue = "1") int copies,
            @RequestParam(required = false) @Nullable Integer pages,
            RedirectAttributes flash,
            Locale locale) {
        register.take(caseId, new NewMaterial(name, form, copies, pages, null), user.actor());
        flash.addFlashAttribute("done", messages.getMessage("review.materials.added", null, locale));
        return "redirect:/cases/" + caseId + "/intake";
    }

    @PostMapping("/cases/{caseId}/materials/{materialId}/strike")
    String strike(
            @PathVariable String caseId, @PathVariable String materialId, RedirectAttributes flash, Locale locale) {
        register.strike(caseId, materialId, user.actor());
        flash.addFlashAttribute("done", messages.getMessage("review.materials.struck", null, locale));
        return "redirect:/cases/" + caseId + "/intake";
    }

    /** 接收材料清单: what the applicant takes home, with the code to ask for the state of the case. */
    @GetMapping("/cases/{caseId}/receipt")
    String receipt(@PathVariable String caseId, Model model) {
        CaseFile file = paper(caseId, model);
        model.addAttribute("materials", register.materials(caseId));
        model.addAttribute("queryCode", file.queryCode());
        return "review/receipt";
    }

    /** 口头申请笔录: read out to the applicant and signed (行政复议法 art. 22.2). */
    @GetMapping("/cases/{caseId}/oral-record")
    String oralRecord(@PathVariable String caseId, Model model) {
        paper(caseId, model);
        model.addAttribute("review", reviews.get(caseId));
        return "review/oral-record";
    }

    private CaseFile paper(String caseId, Model model) {
        Actor actor = user.actor();
        AcceptanceReviews.requireDesk(actor);
        CaseFile file = cases.get(caseId, actor);
        if (file.area() != Area.REVIEW) {
            throw Refusal.notFound("PAGE_NOT_FOUND");
        }
        model.addAttribute("file", file);
        model.addAttribute("organ", organs.get(file.governmentId()).name());
        model.addAttribute("unit", organs.get(file.unitId()).name());
        model.addAttribute("applicants", names(caseId, PartyRole.APPLICANT));
        model.addAttribute("respondents", names(caseId, PartyRole.RESPONDENT));
        model.addAttribute("applicantParties", parties.of(caseId, PartyRole.APPLICANT));
        model.addAttribute("clerk", actor.name());
        model.addAttribute("today", today());
        return file;
    }

    private String names(String caseId, PartyRole role) {
        return String.join(
                "、", parties.of(caseId, role).stream().map(Party::name).toList());
    }

    private void list(EnquiryQuery query, Model model) {
        Actor actor = user.actor();
        List<Enquiry> found = enquiries.search(query.query(), PAGE + 1, actor);
        List<Enquiry> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("enquiries", shown);
        model.addAttribute("total", enquiries.count(query.query(), actor));
        model.addAttribute(
                "more", found.size() > PAGE ? query.url(shown.get(PAGE - 1).number()) : null);
        model.addAttribute("first", query.before() == null ? null : query.url(null));
        model.addAttribute("query", query);
        model.addAttribute("ways", Enquiry.Way.values());
        model.addAttribute("outcomes", Enquiries.OUTCOMES);
        model.addAttribute("today", today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
