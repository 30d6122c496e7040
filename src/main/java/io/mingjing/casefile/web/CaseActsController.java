package io.mingjing.casefile.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLink;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Handler;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.Links;
import io.mingjing.casefile.Notes;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PersonalField;
import io.mingjing.casefile.Recusals;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names handlers, recuses, writes notes, links cases and shows a masked number; each leads back to its tab. */
@Controller
@RequestMapping("/cases/{caseId}")
class CaseActsController {

    private final Cases cases;
    private final Parties parties;
    private final Handlers handlers;
    private final Recusals recusals;
    private final Notes notes;
    private final Links links;
    private final CurrentUser user;

    CaseActsController(
            Cases cases,
            Parties parties,
            Handlers handlers,
            Recusals recusals,
            Notes notes,
            Links links,
            CurrentUser user) {
        this.cases = cases;
        this.parties = parties;
        this.handlers = handlers;
        this.recusals = recusals;
        this.notes = notes;
        this.links = links;
        this.user = user;
    }

    @PostMapping("/handlers")
    String name(@PathVariable String caseId, @RequestParam String userId, @RequestParam Handler.Kind kind) {
        Actor actor = user.actor();
        switch (kind) {
            case LEAD -> handlers.lead(caseId, userId, actor);
            case SECOND -> handlers.second(caseId, userId, actor);
        }
        return back(caseId, "parties");
    }

    @PostMapping("/handlers/{userId}/relieve")
    String relieve(@PathVariable String caseId, @PathVariable String userId) {
        handlers.remove(caseId, userId, user.actor());
        return back(caseId, "parties");
    }

    /** Recuses a handler, or without a name the person at the keyboard, who then no longer sees the case. */
    @PostMapping("/recusals")
    String recuse(
            @PathVariable String caseId,
            @RequestParam(required = false) @Nullable String userId,
            @RequestParam String reason) {
        Actor actor = user.actor();
        String who = userId == null || userId.isBlank() ? actor.userId() : userId;
        recusals.recuse(caseId, who, reason, actor);
        return who.equals(actor.userId()) ? "redirect:/cases" : back(caseId, "parties");
    }

    @HxRequest
    @PostMapping("/parties/{partyId}/reveal")
    String reveal(
            @PathVariable String caseId, @PathVariable String partyId, @RequestParam PersonalField field, Model model) {
        Actor actor = user.actor();
        if (parties.of(caseId).stream().noneMatch(party -> party.id().equals(partyId))) {
            throw Refusal.notFound("PARTY_NOT_FOUND");
        }
        model.addAttribute("number", parties.reveal(partyId, field, actor).orElse(""));
        return "casefile/parties :: number";
    }

    @PostMapping("/notes")
    String note(@PathVariable String caseId, @RequestParam String body) {
        notes.add(caseId, body, user.actor());
        return back(caseId, "notes");
    }

    @PostMapping("/links")
    String link(
            @PathVariable String caseId,
            @RequestParam String number,
            @RequestParam CaseLink.Kind kind,
            @RequestParam(required = false) @Nullable String remark) {
        Actor actor = user.actor();
        CaseFile other = cases.byNumber(number, actor)
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("number", "CASE_UNKNOWN", number))));
        links.link(caseId, other.id(), kind, remark == null || remark.isBlank() ? null : remark.strip(), actor);
        return back(caseId, "notes");
    }

    @PostMapping("/links/{linkId}/remove")
    String unlink(@PathVariable String caseId, @PathVariable String linkId) {
        links.unlink(caseId, linkId, user.actor());
        return back(caseId, "notes");
    }

    private static String back(String caseId, String tab) {
        return "redirect:/cases/" + caseId + "/" + tab;
    }
}
