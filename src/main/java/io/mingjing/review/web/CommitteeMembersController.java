package io.mingjing.review.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organ;
import io.mingjing.review.CommitteeMembers;
import io.mingjing.review.CommitteeMembers.NewMember;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 行政复议委员会委员名册, kept by administrators. */
@Controller
@RequestMapping("/admin/committee")
class CommitteeMembersController {

    private final CommitteeMembers members;
    private final CurrentUser user;
    private final RefusalTexts texts;

    CommitteeMembersController(CommitteeMembers members, CurrentUser user, RefusalTexts texts) {
        this.members = members;
        this.user = user;
        this.texts = texts;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String government, Model model) {
        return fill(new NewMember(government, "", "", "", ""), List.of(), null, model);
    }

    @PostMapping
    String add(
            @RequestParam String governmentId,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String organization,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String expertise,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        NewMember given = new NewMember(governmentId, name, organization, post, expertise);
        try {
            members.add(given, user.actor());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(422);
            return fill(given, refusal.errors(), texts.whole(refusal, locale), model);
        }
        return "redirect:/admin/committee?government=" + governmentId;
    }

    @PostMapping("/{id}/active")
    String activate(@PathVariable String id, @RequestParam boolean active, @RequestParam String government) {
        members.activate(id, active, user.actor());
        return "redirect:/admin/committee?government=" + government;
    }

    private String fill(NewMember typed, List<Refusal.FieldError> errors, @Nullable String refusal, Model model) {
        Actor actor = user.actor();
        List<Organ> governments = members.governments(actor);
        String shown = governments.stream()
                .map(Organ::id)
                .filter(typed.governmentId()::equals)
                .findFirst()
                .orElseGet(() -> governments.isEmpty() ? "" : governments.get(0).id());
        model.addAttribute("governments", governments);
        model.addAttribute("shown", shown);
        model.addAttribute("members", members.of(shown, actor));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("refusal", refusal);
        return "review/committee-members";
    }
}
