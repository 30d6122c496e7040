package io.mingjing.alert.web;

import io.mingjing.alert.Bounces;
import io.mingjing.alert.Outbox;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import java.util.List;
import java.util.Locale;
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

/** For administrators: mails that were refused too often, to be tried again. What they say stays hidden. */
@Controller
@RequestMapping("/admin/outbox")
class OutboxController {

    private static final int PAGE = 50;

    private final Outbox outbox;
    private final Bounces bounces;
    private final CurrentUser user;
    private final MessageSource messages;
    private final RefusalTexts refusals;

    OutboxController(Outbox outbox, Bounces bounces, CurrentUser user, MessageSource messages, RefusalTexts refusals) {
        this.outbox = outbox;
        this.bounces = bounces;
        this.messages = messages;
        this.refusals = refusals;
        this.user = user;
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String before, Model model) {
        Actor actor = user.actor();
        List<Outbox.Envelope> dead = outbox.deadLetters(before, PAGE, actor);
        model.addAttribute("letters", dead);
        model.addAttribute("owed", outbox.owed());
        model.addAttribute(
                "next", dead.size() < PAGE ? null : dead.get(dead.size() - 1).id());
        return "alert/outbox";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes flash, Locale locale) {
        outbox.retry(id, user.actor());
        flash.addFlashAttribute("done", messages.getMessage("alert.outbox.retried", null, locale));
        return "redirect:/admin/outbox";
    }

    /** A report of non-delivery has come back to the sender's mailbox. */
    @PostMapping("/bounces")
    String bounced(
            @RequestParam String messageId, @RequestParam String reason, RedirectAttributes flash, Locale locale) {
        try {
            bounces.report(messageId, reason, user.actor());
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            // What was copied stays, to be compared with the report.
            flash.addFlashAttribute("messageId", messageId);
            flash.addFlashAttribute("reason", reason);
            flash.addFlashAttribute("refused", refusals.of(refusal, locale));
            return "redirect:/admin/outbox";
        }
        flash.addFlashAttribute("done", messages.getMessage("alert.outbox.bounceRecorded", null, locale));
        return "redirect:/admin/outbox";
    }
}
