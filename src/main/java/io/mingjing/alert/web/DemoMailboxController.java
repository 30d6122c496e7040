package io.mingjing.alert.web;

import io.mingjing.alert.Outbox;
import io.mingjing.identity.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Demonstration only: the mails that were sent, for everybody who is signed in. Elsewhere there is no such address. */
@Controller
@RequestMapping("/demo/mailbox")
@ConditionalOnProperty(name = "mingjing.demo", havingValue = "true")
class DemoMailboxController {

    private static final int PAGE = 30;

    private final Outbox outbox;
    private final CurrentUser user;

    DemoMailboxController(Outbox outbox, CurrentUser user) {
        this.outbox = outbox;
        this.user = user;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String before, Model model) {
        user.actor();
        List<Outbox.Delivered> mails = outbox.delivered(before, PAGE);
        model.addAttribute("mails", mails);
        model.addAttribute(
                "next", mails.size() < PAGE ? null : mails.get(mails.size() - 1).id());
        return "alert/mailbox";
    }

    @GetMapping("/{id}")
    String read(@PathVariable String id, Model model) {
        user.actor();
        Outbox.Delivered mail = outbox.deliveredMail(id);
        model.addAttribute("mail", mail);
        model.addAttribute("link", mail.caseId() == null ? null : "/cases/" + mail.caseId());
        return "alert/mailbox-mail";
    }

    /** The mail as a mail program shows it: nothing in it may run, load or be sent. */
    @GetMapping(path = "/{id}/html", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String html(@PathVariable String id, HttpServletResponse response) {
        user.actor();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        return outbox.deliveredMail(id).html();
    }
}
