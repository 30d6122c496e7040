package io.mingjing.alert.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.alert.AlertKind;
import io.mingjing.alert.AlertTexts;
import io.mingjing.alert.Message;
import io.mingjing.alert.MessagePage;
import io.mingjing.alert.Messages;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The message centre and the bell. */
@Controller
@RequestMapping("/messages")
class MessageController {

    private static final int PAGE = 30;
    /** Tells the bell of the page that there is something new to count. */
    private static final String RING = "bell";

    private final Messages messages;
    private final AlertTexts texts;
    private final CurrentUser user;

    MessageController(Messages messages, AlertTexts texts, CurrentUser user) {
        this.messages = messages;
        this.texts = texts;
        this.user = user;
    }

    /** A message in the reader's language. */
    record Line(Message message, String title, String sentence) {}

    /** The messages of a case that follow each other on the page. */
    record Group(String caseId, String caseNumber, boolean unread, List<Line> lines) {}

    @GetMapping
    String page(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        fill(caseId, after, model, response, locale);
        return "alert/messages";
    }

    @HxRequest(boosted = false)
    @GetMapping
    String panel(
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        fill(caseId, after, model, response, locale);
        return "alert/messages :: panel";
    }

    /** The bell of the frame: how many messages are unread. */
    @GetMapping("/bell")
    String bell(Model model) {
        model.addAttribute("unread", messages.unread(user.actor()));
        return "alert/messages :: bell";
    }

    /** Marks a message as read and goes to its case. */
    @PostMapping("/{id}/open")
    String open(
            @PathVariable String id,
            @RequestParam(name = "case") String caseId,
            @RequestParam(required = false) @Nullable AlertKind kind) {
        Actor actor = user.actor();
        messages.read(id, actor);
        if (kind == AlertKind.ENGINE_INCIDENT && actor.has(Role.ADMIN)) {
            return "redirect:/camunda/app/cockpit/default/"; // an administrator sees no case
        }
        return "redirect:" + UriComponentsBuilder.fromPath("/cases/{id}").build(caseId);
    }

    @PostMapping("/{id}/read")
    String read(@PathVariable String id) {
        messages.read(id, user.actor());
        return "redirect:/messages";
    }

    @HxRequest
    @PostMapping("/{id}/read")
    String readHere(
            @PathVariable String id,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        messages.read(id, user.actor());
        return changed(caseId, model, response, locale);
    }

    @PostMapping("/read")
    String readAll(@RequestParam String newest) {
        messages.readAll(newest, user.actor());
        return "redirect:/messages";
    }

    @HxRequest
    @PostMapping("/read")
    String readAllHere(
            @RequestParam String newest,
            @RequestParam(name = "case", required = false) @Nullable String caseId,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        messages.readAll(newest, user.actor());
        return changed(caseId, model, response, locale);
    }

    private String changed(@Nullable String caseId, Model model, HttpServletResponse response, Locale locale) {
        response.setHeader("HX-Trigger", RING);
        fill(caseId, null, model, response, locale);
        return "alert/messages :: panel";
    }

    private void fill(
            @Nullable String caseId, @Nullable String after, Model model, HttpServletResponse response, Locale locale) {
        Actor actor = user.actor();
        String only = caseId == null || caseId.isBlank() ? null : caseId;
        MessagePage page = messages.list(only, after, PAGE, actor);
        response.setHeader("Vary", "HX-Request");
        model.addAttribute("page", page);
        model.addAttribute("groups", groups(page.messages(), locale));
        model.addAttribute("caseId", only);
        model.addAttribute(
                "newest",
                page.messages().stream().map(Message::id).max(String::compareTo).orElse(null));
        model.addAttribute("next", page.next() == null ? null : address(only, page.next()));
        model.addAttribute("first", after == null ? null : address(only, null));
        model.addAttribute("here", address(only, null));
    }

    private static String address(@Nullable String caseId, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/messages");
        if (caseId != null) {
            address.queryParam("case", caseId);
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.build().toUriString();
    }

    /** Unread before read, and within each by case, in the order of the latest message of the case. */
    private List<Group> groups(List<Message> page, Locale locale) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Message message : page) {
            groups.computeIfAbsent(
                            message.unread() + message.caseId(),
                            key -> new Group(
                                    message.caseId(), message.caseNumber(), message.unread(), new ArrayList<>()))
                    .lines()
                    .add(new Line(
                            message,
                            texts.title(message.code(), locale),
                            texts.sentence(message.code(), message.args(), locale)));
        }
        return List.copyOf(groups.values());
    }
}
