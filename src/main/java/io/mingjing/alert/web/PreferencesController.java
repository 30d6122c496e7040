package io.mingjing.alert.web;

import io.mingjing.alert.AlertKind;
import io.mingjing.alert.AlertTexts;
import io.mingjing.alert.Habit;
import io.mingjing.alert.Preferences;
import io.mingjing.alert.Preferences.Channel;
import io.mingjing.alert.Preferences.Choice;
import io.mingjing.alert.Preferences.Off;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one wants to be told, and when. */
@Controller
@RequestMapping("/messages/preferences")
class PreferencesController {

    private final Preferences preferences;
    private final AlertTexts texts;
    private final CurrentUser user;
    private final MessageSource messages;

    PreferencesController(Preferences preferences, AlertTexts texts, CurrentUser user, MessageSource messages) {
        this.preferences = preferences;
        this.texts = texts;
        this.user = user;
        this.messages = messages;
    }

    /** A kind of alert with its two ways. */
    record Row(AlertKind kind, String title, Choice app, Choice mail) {

        public boolean fixed() {
            return app.statutory() || mail.statutory();
        }
    }

    @GetMapping
    String page(Model model, Locale locale) {
        Actor actor = user.actor();
        model.addAttribute("rows", rows(preferences.choices(actor), locale));
        model.addAttribute("habit", preferences.habit(actor));
        model.addAttribute("rounds", actor.hasAny(Role.SUPERVISOR, Role.UNIT_HEAD, Role.ORGAN_HEAD));
        model.addAttribute("morning", actor.has(Role.SUPERVISOR));
        return "alert/preferences";
    }

    /** A box that is not ticked does not come: what is offered and missing is switched off. */
    @PostMapping
    String save(
            @RequestParam(required = false) @Nullable List<String> on,
            @RequestParam String quietFrom,
            @RequestParam String quietTo,
            @RequestParam(defaultValue = "false") boolean workingDaysOnly,
            @RequestParam(defaultValue = "false") boolean morning,
            @RequestParam(defaultValue = "false") boolean weekly,
            RedirectAttributes flash,
            Locale locale) {
        Actor actor = user.actor();
        Set<String> wanted = on == null ? Set.of() : new HashSet<>(on);
        Set<Off> off = new HashSet<>();
        for (Choice choice : preferences.choices(actor)) {
            // A disabled box is not sent either; who forges the form is refused by the API's rule all the same.
            if (choice.offered() && !choice.statutory() && !wanted.contains(choice.kind() + "." + choice.channel())) {
                off.add(new Off(choice.kind(), choice.channel()));
            }
        }
        Habit before = preferences.habit(actor);
        preferences.set(
                off,
                new Habit(
                        time("quietFrom", quietFrom),
                        time("quietTo", quietTo),
                        workingDaysOnly,
                        actor.has(Role.SUPERVISOR) ? morning : before.morning(),
                        actor.hasAny(Role.SUPERVISOR, Role.UNIT_HEAD, Role.ORGAN_HEAD) ? weekly : before.weekly()),
                actor);
        flash.addFlashAttribute("done", messages.getMessage("alert.preferences.saved", null, locale));
        return "redirect:/messages/preferences";
    }

    static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text.strip()).withSecond(0).withNano(0);
        } catch (DateTimeParseException e) {
            throw Refusal.fields(List.of(Refusal.FieldError.of(field, "QUIET_TIME")));
        }
    }

    private List<Row> rows(List<Choice> choices, Locale locale) {
        Map<AlertKind, Choice> apps = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice.channel() == Channel.APP) {
                apps.put(choice.kind(), choice);
            } else {
                Choice app = apps.get(choice.kind());
                if (app != null) {
                    rows.add(new Row(choice.kind(), texts.title(choice.kind(), locale), app, choice));
                }
            }
        }
        return rows;
    }
}
