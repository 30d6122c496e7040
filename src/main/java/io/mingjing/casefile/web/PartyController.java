package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseTitles;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organs;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Enters, corrects and ends the parties of a case, and corrects its title; each leads back to the tab of the parties. */
@Controller
@RequestMapping("/cases/{caseId}")
class PartyController {

    private final Cases cases;
    private final CaseTitles titles;
    private final Parties parties;
    private final Organs organs;
    private final CurrentUser user;
    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final Clock clock;

    PartyController(
            Cases cases,
            CaseTitles titles,
            Parties parties,
            Organs organs,
            CurrentUser user,
            MessageSource messages,
            RefusalTexts refusals,
            Clock clock) {
        this.cases = cases;
        this.titles = titles;
        this.parties = parties;
        this.organs = organs;
        this.user = user;
        this.messages = messages;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping("/parties/new")
    String blank(@PathVariable String caseId, @RequestParam(required = false) @Nullable PartyRole role, Model model) {
        CaseFile file = cases.get(caseId, user.actor());
        List<PartyRole> roles = Parties.joining(file.area());
        PartyRole first = role != null && roles.contains(role) ? role : roles.get(0);
        return page(file, null, PartyForm.empty(first), Map.of(), model);
    }

    @PostMapping("/parties")
    String add(
            @PathVariable String caseId,
            @ModelAttribute PartyForm form,
            @RequestParam(required = false) @Nullable String again,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        CaseFile file = cases.get(caseId, actor);
        try {
            Party added = parties.add(caseId, form.party(organs), actor);
            flash.addFlashAttribute("done", text("casefile.parties.added", locale, added.name()));
            return again == null ? back(caseId) : "redirect:/cases/" + caseId + "/parties/new?role=" + added.role();
        } catch (Refusal refusal) {
            return page(file, null, form, errors(refusal, response, locale), model);
        }
    }

    @GetMapping("/parties/{partyId}")
    String one(@PathVariable String caseId, @PathVariable String partyId, Model model) {
        CaseFile file = cases.get(caseId, user.actor());
        Party party = require(caseId, partyId);
        return page(file, party, PartyForm.of(party), Map.of(), model);
    }

    @PostMapping("/parties/{partyId}")
    String correct(
            @PathVariable String caseId,
            @PathVariable String partyId,
            @ModelAttribute PartyForm form,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        CaseFile file = cases.get(caseId, actor);
        Party party = require(caseId, partyId);
        PartyForm given = form.inRole(party.role());
        try {
            Party corrected = parties.correct(partyId, given.party(organs), given.shownVersion(), actor);
            flash.addFlashAttribute("done", text("casefile.parties.corrected", locale, corrected.name()));
            return back(caseId);
        } catch (Refusal refusal) {
            return page(file, party, given, errors(refusal, response, locale), model);
        }
    }

    @PostMapping("/parties/{partyId}/departure")
    String leave(
            @PathVariable String caseId,
            @PathVariable String partyId,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        CaseFile file = cases.get(caseId, actor);
        Party party = require(caseId, partyId);
        try {
            parties.leave(partyId, on == null ? LocalDate.now(clock) : on, reason, actor);
            flash.addFlashAttribute("done", text("casefile.parties.ended", locale, party.name()));
            return back(caseId);
        } catch (Refusal refusal) {
            return page(file, party, PartyForm.of(party), errors(refusal, response, locale), model);
        }
    }

    @PostMapping("/parties/{partyId}/representative")
    String represent(
            @PathVariable String caseId,
            @PathVariable String partyId,
            @RequestParam boolean representative,
            @RequestParam int version) {
        require(caseId, partyId);
        parties.represent(partyId, representative, version, user.actor());
        return back(caseId);
    }

    @GetMapping("/title")
    String title(@PathVariable String caseId, Model model) {
        CaseFile file = cases.get(caseId, user.actor());
        return titlePage(file, file.title(), titles.matter(file).orElse(null), Map.of(), model);
    }

    @PostMapping("/title")
    String retitle(
            @PathVariable String caseId,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam int version,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        CaseFile file = cases.get(caseId, actor);
        try {
            titles.correct(caseId, title, matter, version, actor);
            flash.addFlashAttribute("done", text("casefile.title.corrected", locale));
            return "redirect:/cases/" + caseId;
        } catch (Refusal refusal) {
            return titlePage(file, title, matter, errors(refusal, response, locale), model);
        }
    }

    private String page(CaseFile file, @Nullable Party party, PartyForm form, Map<String, String> errors, Model model) {
        List<Party> principals = parties.of(file.id()).stream()
                .filter(other -> other.role() != PartyRole.AGENT && other.leftOn() == null)
                .toList();
        model.addAttribute("file", file);
        model.addAttribute("party", party);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("roles", Parties.joining(file.area()));
        model.addAttribute("kinds", Arrays.asList(PartyKind.values()));
        model.addAttribute("principals", principals);
        model.addAttribute("organs", organs.all());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mayChange", parties.mayChange(file.id(), user.actor()));
        return "casefile/party";
    }

    private String titlePage(
            CaseFile file, String title, @Nullable String matter, Map<String, String> errors, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("given", title);
        model.addAttribute("matter", matter);
        model.addAttribute("errors", errors);
        model.addAttribute("mayChange", parties.mayChange(file.id(), user.actor()));
        return "casefile/title";
    }

    private Party require(String caseId, String partyId) {
        return parties.of(caseId).stream()
                .filter(party -> party.id().equals(partyId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PARTY_NOT_FOUND"));
    }

    /** What is wrong, by field; under {@code ""} what is refused as a whole. */
    private Map<String, String> errors(Refusal refusal, HttpServletResponse response, Locale locale) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        return refusals.byField(refusal, locale);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static String back(String caseId) {
        return "redirect:/cases/" + caseId + "/parties";
    }
}
