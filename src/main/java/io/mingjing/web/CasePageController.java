package io.mingjing.web;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseMark;
import io.mingjing.casefile.CaseTab;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Handlers;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Duty;
import io.mingjing.document.Letters;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organs;
import io.mingjing.inspection.CasePath;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a case: strip, clock, stages, pending duties, and the tabs that modules contribute. */
@Controller
class CasePageController {

    private static final String OVERVIEW = "overview";

    private final Cases cases;
    private final Parties parties;
    private final Handlers handlers;
    private final Organs organs;
    private final Letters letters;
    private final Procedures procedures;
    private final CasePath path;
    private final ClockViews clocks;
    private final MessageSource messages;
    private final CurrentUser user;
    private final List<CaseTab> tabs;
    private final ObjectProvider<CaseMark> marks;

    CasePageController(
            Cases cases,
            Parties parties,
            Handlers handlers,
            Organs organs,
            Letters letters,
            Procedures procedures,
            CasePath path,
            ClockViews clocks,
            MessageSource messages,
            CurrentUser user,
            List<CaseTab> tabs,
            ObjectProvider<CaseMark> marks) {
        this.cases = cases;
        this.parties = parties;
        this.handlers = handlers;
        this.organs = organs;
        this.letters = letters;
        this.procedures = procedures;
        this.path = path;
        this.clocks = clocks;
        this.messages = messages;
        this.user = user;
        this.marks = marks;
        this.tabs =
                tabs.stream().sorted(Comparator.comparingInt(CaseTab::order)).toList();
    }

    /** A tab as the page shows it. */
    record TabView(String id, @Nullable Integer badge) {}

    @GetMapping("/cases/{id}")
    String overview(@PathVariable String id, Model model, Locale locale, HttpServletResponse response) {
        return tab(id, OVERVIEW, model, locale, response);
    }

    @GetMapping("/cases/{id}/{tab:[a-z][a-z-]*}")
    String tab(
            @PathVariable String id,
            @PathVariable String tab,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Actor actor = user.actor();
        CaseFile file = cases.get(id, actor);
        List<CaseTab> visible =
                tabs.stream().filter(one -> one.visible(file, actor)).toList();
        CaseTab shown = visible.stream()
                .filter(one -> one.id().equals(tab))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PAGE_NOT_FOUND"));
        head(file, actor, model, locale);
        model.addAttribute("actor", actor);
        model.addAttribute(
                "marks",
                marks.orderedStream()
                        .flatMap(one -> one.of(file, actor).stream())
                        .toList());
        model.addAttribute(
                "tabs",
                visible.stream()
                        .map(one -> new TabView(one.id(), one.badge(file, actor)))
                        .toList());
        model.addAttribute("tab", shown.id());
        model.addAttribute("view", shown.view());
        model.addAllAttributes(shown.model(file, actor));
        if (shown.id().equals("process")) {
            response.setHeader(ContentPolicy.HEADER, ContentPolicy.DIAGRAM);
        }
        return "web/case";
    }

    private void head(CaseFile file, Actor actor, Model model, Locale locale) {
        model.addAttribute("file", file);
        model.addAttribute("caseNo", file.number());
        model.addAttribute("partiesByRole", byRole(parties.of(file.id())));
        model.addAttribute("handlers", handlers.of(file.id()));
        model.addAttribute(
                "unit", organs.find(file.unitId()).map(organ -> organ.name()).orElse(""));
        model.addAttribute("clock", clocks.governing(file.id(), locale).orElse(null));
        model.addAttribute("procedures", procedures.offered(file, actor));
        model.addAttribute("stages", path.stages(file, locale));
        model.addAttribute("duties", duties(file, locale));
    }

    private static Map<PartyRole, String> byRole(List<Party> all) {
        Map<PartyRole, String> names = new EnumMap<>(PartyRole.class);
        all.stream()
                .filter(party -> party.leftOn() == null)
                .forEach(party -> names.merge(party.role(), party.name(), (one, other) -> one + "、" + other));
        return names;
    }

    private List<String> duties(CaseFile file, Locale locale) {
        return letters.pending(file.id()).stream()
                .map(duty -> duty(duty, locale))
                .distinct()
                .toList();
    }

    private String duty(Duty duty, Locale locale) {
        Object[] args = {
            duty.title(),
            duty.number() == null ? "" : duty.number(),
            duty.recipientName() == null ? "" : duty.recipientName(),
            duty.since()
        };
        String text = messages.getMessage("duty." + duty.code(), args, duty.title(), locale);
        return text == null ? duty.title() : text;
    }
}
