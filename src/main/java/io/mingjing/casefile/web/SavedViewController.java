package io.mingjing.casefile.web;

import io.mingjing.casefile.SavedView;
import io.mingjing.casefile.SavedViews;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps lists under a name; every act leads back to the list. */
@Controller
@RequestMapping("/views")
class SavedViewController {

    private final SavedViews views;
    private final CurrentUser user;
    private final MessageSource messages;
    private final RefusalTexts refusals;

    SavedViewController(SavedViews views, CurrentUser user, MessageSource messages, RefusalTexts refusals) {
        this.views = views;
        this.user = user;
        this.messages = messages;
        this.refusals = refusals;
    }

    @PostMapping
    String save(
            @RequestParam SavedView.Page page,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String filters,
            @RequestParam(defaultValue = "false") boolean unit,
            RedirectAttributes flash,
            Locale locale) {
        try {
            SavedView saved = views.save(page, name, filters, unit, user.actor());
            flash.addFlashAttribute("done", text("casefile.view.saved", locale, saved.name()));
            return "redirect:" + saved.address();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            flash.addFlashAttribute("done", refusals.of(refusal, locale));
            return "redirect:" + page.path();
        }
    }

    @PostMapping("/{id}/star")
    String star(@PathVariable String id, @RequestParam SavedView.Page page, @RequestParam boolean on) {
        views.star(id, on, user.actor());
        return "redirect:" + page.path();
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String id, @RequestParam SavedView.Page page) {
        views.remove(id, user.actor());
        return "redirect:" + page.path();
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
