package io.mingjing.casefile.web;

import io.mingjing.casefile.LimitCatalogue;
import io.mingjing.casefile.OrganLights;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import io.mingjing.time.DayUnit;
import io.mingjing.time.Explanations;
import io.mingjing.time.LimitDraft;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Method;
import io.mingjing.time.OnLapse;
import io.mingjing.time.TimeLimits;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/**
 * The catalogue of limits as pages: everybody reads it, supervisors and heads of units set the lights of their organ,
 * administrators draft, heads of units publish. Works without script.
 */
@Controller
@RequestMapping("/admin/limits")
class LimitCatalogueController {

    private static final int MOVES_SHOWN = 200;

    /** Where a limit stands today. */
    enum Standing {
        IN_FORCE,
        FUTURE,
        ENDED
    }

    /**
     * A limit in the list.
     *
     * @param yellow as the reader's organ has it
     * @param own whether the organ has set the lights itself
     * @param next first day of a version that is still to come
     * @param organ name of the organ of a local limit
     */
    record Row(
            LimitRule rule,
            String meaning,
            Standing standing,
            int yellow,
            int red,
            boolean own,
            @Nullable LocalDate next,
            boolean drafted,
            @Nullable String organ) {}

    private final LimitCatalogue catalogue;
    private final OrganLights lights;
    private final TimeLimits time;
    private final Explanations explanations;
    private final Organs organs;
    private final CurrentUser user;
    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final Clock clock;

    LimitCatalogueController(
            LimitCatalogue catalogue,
            OrganLights lights,
            TimeLimits time,
            Explanations explanations,
            Organs organs,
            CurrentUser user,
            MessageSource messages,
            RefusalTexts refusals,
            Clock clock) {
        this.catalogue = catalogue;
        this.lights = lights;
        this.time = time;
        this.explanations = explanations;
        this.organs = organs;
        this.user = user;
        this.messages = messages;
        this.refusals = refusals;
        this.clock = clock;
    }

    // --- reading

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        List<LimitDraft> drafts = catalogue.open(actor);
        Set<String> drafted = drafts.stream().map(draft -> draft.rule().id()).collect(Collectors.toSet());
        Map<String, OrganLights.Setting> own = lights.of(governmentId(actor));
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        List<Row> rows = time.rules(today()).stream()
                .map(rule -> row(rule, own.get(rule.id()), drafted, locale))
                .filter(row -> wanted.isEmpty()
                        || (row.rule().id() + " " + row.meaning() + " "
                                        + row.rule().article() + " "
                                        + row.rule().basis())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .filter(row -> matches(row, state))
                .toList();
        frame(model, actor);
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("rows", rows);
        model.addAttribute("drafts", drafts);
        model.addAttribute("mayAddLocal", LimitCatalogue.mayReadDrafts(actor));
        return "casefile/rules";
    }

    @GetMapping("/{id}")
    String limit(@PathVariable String id, Model model, Locale locale) {
        return limitPage(id, user.actor(), model, locale);
    }

    private String limitPage(String id, Actor actor, Model model, Locale locale) {
        List<LimitRule> versions = time.versions(id);
        LimitRule rule = time.rule(id, today());
        List<Organ> governments = lights.governmentsOf(actor);
        String government = governmentId(actor);
        frame(model, actor);
        model.addAttribute("rule", rule);
        model.addAttribute("meaning", explanations.meaning(rule, locale));
        model.addAttribute("basis", explanations.basis(rule, locale));
        model.addAttribute("startEvent", explanations.startEvent(rule, locale));
        model.addAttribute("standing", standing(rule));
        model.addAttribute("organ", organName(rule));
        model.addAttribute("versions", versions);
        model.addAttribute("drafts", catalogue.of(id, actor));
        model.addAttribute("governments", governments);
        model.addAttribute("government", government);
        model.addAttribute("setting", lights.of(government).get(id));
        model.addAttribute(
                "settings",
                governments.stream()
                        .filter(organ -> lights.of(organ.id()).containsKey(id))
                        .collect(Collectors.toMap(
                                Organ::name, organ -> lights.of(organ.id()).get(id))));
        model.addAttribute("mayDraft", mayDraft(rule, actor));
        return "casefile/rule";
    }

    // --- the lights of an organ

    @PostMapping("/{id}/lights")
    String setLights(
            @PathVariable String id,
            @RequestParam String organ,
            @RequestParam int yellow,
            @RequestParam int red,
            RedirectAttributes flash,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        try {
            int moved = lights.set(organ, id, yellow, red, actor);
            flash.addFlashAttribute("done", text("casefile.rules.lights.done", locale, moved));
            return "redirect:/admin/limits/" + id;
        } catch (Refusal refusal) {
            refused(refusal, response, model, locale);
            return limitPage(id, actor, model, locale);
        }
    }

    @PostMapping("/{id}/lights/clear")
    String clearLights(
            @PathVariable String id,
            @RequestParam String organ,
            RedirectAttributes flash,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        try {
            int moved = lights.clear(organ, id, actor);
            flash.addFlashAttribute("done", text("casefile.rules.lights.done", locale, moved));
            return "redirect:/admin/limits/" + id;
        } catch (Refusal refusal) {
            refused(refusal, response, model, locale);
            return limitPage(id, actor, model, locale);
        }
    }

    // --- drafting

    /** @param of limit whose next version is drafted; empty for a new local limit */
    @GetMapping("/new")
    String fresh(@RequestParam(defaultValue = "") String of, Model model) {
        Actor actor = user.actor();
        if (!LimitCatalogue.mayReadDrafts(actor)) {
            throw Refusal.forbidden("LOCAL_LIMIT_EDITORS");
        }
        LimitForm form =
                of.isEmpty() ? LimitForm.local(governmentId(actor), today()) : LimitForm.next(time.rule(of), today());
        return formPage(form, actor, model);
    }

    @PostMapping("/drafts")
    String create(LimitForm form, HttpServletResponse response, Model model, Locale locale) {
        Actor actor = user.actor();
        try {
            LimitDraft draft = catalogue.create(form.rule(), form.note(), form.examples(), actor);
            return "redirect:/admin/limits/drafts/" + draft.id();
        } catch (Refusal refusal) {
            refused(refusal, response, model, locale);
            return formPage(form, actor, model);
        }
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable String id,
            @RequestParam @Nullable LocalDate last,
            @RequestParam(defaultValue = "") String remark,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        try {
            LimitDraft draft = catalogue.end(id, last == null ? LocalDate.MIN : last, remark, actor);
            return "redirect:/admin/limits/drafts/" + draft.id();
        } catch (Refusal refusal) {
            refused(refusal, response, model, locale);
            return limitPage(id, actor, model, locale);
        }
    }

    @GetMapping("/drafts/{draftId}")
    String draft(@PathVariable String draftId, Model model, Locale locale) {
        Actor actor = user.actor();
        LimitDraft draft = catalogue.get(draftId, actor);
        return draftPage(draft, LimitForm.of(draft), actor, model, locale);
    }

    @PostMapping("/drafts/{draftId}")
    String change(
            @PathVariable String draftId,
            LimitForm form,
            RedirectAttributes flash,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        int version = form.version() == null ? 0 : form.version();
        try {
            LimitDraft before = catalogue.get(draftId, actor);
            if (before.kind() == LimitDraft.Kind.END) {
                LocalDate last = form.last();
                catalogue.change(draftId, version, before.rule().until(last), form.note(), List.of(), actor);
            } else {
                catalogue.change(draftId, version, form.rule(), form.note(), form.examples(), actor);
            }
            flash.addFlashAttribute("done", text("casefile.rules.draft.saved", locale));
            return "redirect:/admin/limits/drafts/" + draftId;
        } catch (Refusal refusal) {
            LimitDraft draft = catalogue.get(draftId, actor);
            refused(refusal, response, model, locale);
            return draftPage(draft, form, actor, model, locale);
        }
    }

    @PostMapping("/drafts/{draftId}/publish")
    String publish(
            @PathVariable String draftId,
            @RequestParam int version,
            RedirectAttributes flash,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        Actor actor = user.actor();
        LimitDraft draft = catalogue.get(draftId, actor);
        try {
            int moved = catalogue.publish(draftId, version, actor);
            flash.addFlashAttribute(
                    "done",
                    text("casefile.rules.draft.published", locale, draft.rule().id(), moved));
            return "redirect:/admin/limits/" + draft.rule().id();
        } catch (Refusal refusal) {
            refused(refusal, response, model, locale);
            return draftPage(draft, LimitForm.of(draft), actor, model, locale);
        }
    }

    @PostMapping("/drafts/{draftId}/discard")
    String discard(@PathVariable String draftId, RedirectAttributes flash, Locale locale) {
        catalogue.discard(draftId, user.actor());
        flash.addFlashAttribute("done", text("casefile.rules.draft.discarded", locale));
        return "redirect:/admin/limits";
    }

    private String formPage(LimitForm form, Actor actor, Model model) {
        frame(model, actor);
        choices(model, actor);
        model.addAttribute("form", form);
        model.addAttribute("known", !form.local() || time.knows(String.valueOf(form.ruleId())));
        return "casefile/rule-draft";
    }

    private String draftPage(LimitDraft draft, LimitForm form, Actor actor, Model model, Locale locale) {
        frame(model, actor);
        choices(model, actor);
        LimitCatalogue.Preview preview = catalogue.preview(draft.id(), MOVES_SHOWN, actor);
        boolean open = draft.state() == LimitDraft.State.DRAFT;
        boolean worked =
                actor.userId().equals(draft.draftedBy()) || actor.userId().equals(draft.editedBy());
        model.addAttribute("form", form);
        model.addAttribute("known", true);
        model.addAttribute("draft", draft);
        model.addAttribute("meaning", explanations.meaning(draft.rule(), locale));
        model.addAttribute("organ", organName(draft.rule()));
        model.addAttribute("preview", preview);
        model.addAttribute("mayChange", open && mayDraft(draft.rule(), actor));
        model.addAttribute("mayPublish", open && actor.has(Role.UNIT_HEAD) && !worked);
        model.addAttribute("ownDraft", open && actor.has(Role.UNIT_HEAD) && worked);
        model.addAttribute("mayDiscard", open && (actor.has(Role.UNIT_HEAD) || mayDraft(draft.rule(), actor)));
        return "casefile/rule-draft";
    }

    private void choices(Model model, Actor actor) {
        model.addAttribute("methods", Method.values());
        model.addAttribute("effects", OnLapse.values());
        model.addAttribute("units", List.of(DayUnit.WORKING_DAY, DayUnit.NATURAL_DAY));
        model.addAttribute("governments", lights.governmentsOf(actor));
    }

    private void frame(Model model, Actor actor) {
        model.addAttribute("section", actor.has(Role.ADMIN) ? "admin" : "calculator");
        model.addAttribute("today", today());
        if (!model.containsAttribute("problem")) {
            model.addAttribute("problem", null);
            model.addAttribute("errors", List.of());
        }
    }

    /** Keeps the page with what was typed on it; the refusal stands on top. */
    private void refused(Refusal refusal, HttpServletResponse response, Model model, Locale locale) {
        if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw refusal;
        }
        response.setStatus(refusal.kind().status());
        model.addAttribute("problem", refusals.of(refusal, locale));
        String colon = text("casefile.rules.colon", locale);
        model.addAttribute(
                "errors",
                refusals.fields(refusal.errors(), locale).stream()
                        .map(wrong -> text("casefile.rules.field." + wrong.field(), locale) + colon + wrong.message())
                        .distinct()
                        .toList());
    }

    private Row row(LimitRule rule, OrganLights.@Nullable Setting own, Set<String> drafted, Locale locale) {
        LocalDate next = time.versions(rule.id()).stream()
                .map(LimitRule::validFrom)
                .filter(from -> from.isAfter(today()) && from.isAfter(rule.validFrom()))
                .findFirst()
                .orElse(null);
        return new Row(
                rule,
                explanations.meaning(rule, locale),
                standing(rule),
                own == null ? rule.yellow() : own.yellow(),
                own == null ? rule.red() : own.red(),
                own != null,
                next,
                drafted.contains(rule.id()),
                organName(rule));
    }

    private static boolean matches(Row row, String state) {
        return switch (state) {
            case "IN_FORCE", "ENDED" -> row.standing().name().equals(state);
            case "FUTURE" -> row.standing() == Standing.FUTURE || row.next() != null;
            case "DRAFT" -> row.drafted();
            case "LOCAL" -> row.rule().local();
            default -> true;
        };
    }

    private Standing standing(LimitRule rule) {
        if (rule.governs(today())) {
            return Standing.IN_FORCE;
        }
        return rule.validFrom().isAfter(today()) ? Standing.FUTURE : Standing.ENDED;
    }

    private @Nullable String organName(LimitRule rule) {
        String organId = rule.organId();
        return organId == null ? null : organs.find(organId).map(Organ::name).orElse(organId);
    }

    private boolean mayDraft(LimitRule rule, Actor actor) {
        return actor.has(Role.ADMIN)
                || (rule.local()
                        && actor.has(Role.UNIT_HEAD)
                        && governmentId(actor).equals(rule.organId()));
    }

    private String governmentId(Actor actor) {
        String organId = actor.organId();
        return organId == null ? "" : organs.get(organId).governmentId();
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
