package io.mingjing.identity.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Delegation;
import io.mingjing.identity.Leave;
import io.mingjing.identity.Leaves;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 请假代行: the own leave, and for heads of units that of their people. */
@Controller
@RequestMapping("/leave")
class LeaveController {

    private final Leaves leaves;
    private final People people;
    private final Organs organs;
    private final CurrentUser user;
    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final Clock clock;

    LeaveController(
            Leaves leaves,
            People people,
            Organs organs,
            CurrentUser user,
            MessageSource messages,
            RefusalTexts refusals,
            Clock clock) {
        this.leaves = leaves;
        this.people = people;
        this.organs = organs;
        this.user = user;
        this.messages = messages;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** What was typed, to be shown again after a refusal. */
    record Typed(
            @Nullable String fromUserId,
            @Nullable String toUserId,
            @Nullable LocalDate fromOn,
            @Nullable LocalDate toOn) {

        static final Typed NOTHING = new Typed(null, null, null, null);
    }

    @GetMapping
    String page(Model model) {
        return fill(Typed.NOTHING, List.of(), null, model);
    }

    @PostMapping
    String enter(
            @RequestParam(required = false) @Nullable String fromUserId,
            @RequestParam String toUserId,
            @RequestParam LocalDate fromOn,
            @RequestParam LocalDate toOn,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Actor actor = user.actor();
        String away = fromUserId == null || fromUserId.isBlank() ? actor.userId() : fromUserId;
        try {
            Delegation leave = people.delegate(away, toUserId, fromOn, toOn, actor);
            flash.addFlashAttribute(
                    "done",
                    text(
                            "identity.leave.saved",
                            locale,
                            leave.fromOn(),
                            leave.toOn(),
                            people.get(toUserId).name()));
            return "redirect:/leave";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(422);
            return fill(
                    new Typed(fromUserId, toUserId, fromOn, toOn),
                    refusal.errors(),
                    refusals.whole(refusal, locale),
                    model);
        }
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable String id, RedirectAttributes flash, Locale locale) {
        Actor actor = user.actor();
        String name = Stream.concat(leaves.own(actor).stream(), leaves.ofUnit(actor).stream())
                .filter(leave -> leave.id().equals(id))
                .map(Leave::fromName)
                .findFirst()
                .orElse("");
        people.endDelegation(id, actor);
        flash.addFlashAttribute("done", text("identity.leave.ended", locale, name));
        return "redirect:/leave";
    }

    private String fill(Typed typed, List<Refusal.FieldError> errors, @Nullable String refusal, Model model) {
        Actor actor = user.actor();
        LocalDate today = LocalDate.now(clock);
        List<Leave> own = leaves.own(actor);
        boolean head = actor.has(Role.UNIT_HEAD);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("refusal", refusal);
        model.addAttribute("today", today);
        model.addAttribute("head", head);
        model.addAttribute("me", actor.userId());
        model.addAttribute(
                "rows",
                head
                        ? Stream.concat(own.stream(), leaves.ofUnit(actor).stream())
                                .distinct()
                                .sorted(Comparator.comparing(Leave::fromOn).thenComparing(Leave::id))
                                .toList()
                        : own);
        model.addAttribute(
                "standing",
                own.stream()
                        .filter(leave -> leave.toUserId().equals(actor.userId()) && leave.on(today))
                        .map(Leave::fromName)
                        .toList());
        model.addAttribute("colleagues", colleagues(actor));
        return "identity/leave";
    }

    /** Who may stand in: contacts for contacts of the same organ, officers for officers of the same government. */
    private List<Person> colleagues(Actor actor) {
        String organId = actor.organId();
        if (organId == null) {
            return List.of();
        }
        return actor.has(Role.ORGAN_CONTACT)
                ? people.contactsOf(organId)
                : people.officersOf(organs.get(organId).governmentId());
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
