package io.mingjing.casefile.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import io.mingjing.casefile.CasePage;
import io.mingjing.casefile.CaseQuery;
import io.mingjing.casefile.CaseRow;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.PendingKind;
import io.mingjing.casefile.SavedView;
import io.mingjing.casefile.SavedViews;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Namesakes;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.shared.Role;
import io.mingjing.shared.WrongFilters;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

/** 案件查询: everything in scope, filters in the address. An exact number leads straight to its case. */
@Controller
class CaseSearchController {

    private static final Role[] HANDLING = {
        Role.REVIEW_OFFICER, Role.SUPERVISOR, Role.LITIGATION_OFFICER, Role.FILING_OFFICER
    };

    /** A case as the list shows it. */
    record Row(CaseRow file, LimitTexts.@Nullable Line limit) {}

    private final Cases cases;
    private final SavedViews views;
    private final LimitTexts limits;
    private final RefusalTexts refusals;
    private final CurrentUser user;
    private final People people;
    private final Organs organs;

    CaseSearchController(
            Cases cases,
            SavedViews views,
            LimitTexts limits,
            RefusalTexts refusals,
            CurrentUser user,
            People people,
            Organs organs) {
        this.cases = cases;
        this.views = views;
        this.limits = limits;
        this.refusals = refusals;
        this.user = user;
        this.people = people;
        this.organs = organs;
    }

    @GetMapping("/cases")
    String page(CaseQueryForm form, BindingResult binding, Model model, Locale locale, HttpServletResponse response) {
        Actor actor = user.actor();
        String words = form.q();
        if (words != null && form.after() == null) {
            var exact = cases.byNumber(words, actor);
            if (exact.isPresent()) {
                return "redirect:/cases/" + exact.get().id();
            }
        }
        list(form, binding, model, locale, response);
        Sight sight = people.sight(actor);
        model.addAttribute("areas", sight.officer() ? sorted(sight) : List.of(Area.values()));
        model.addAttribute("states", CaseState.values());
        model.addAttribute("lights", Light.values());
        model.addAttribute("pendings", PendingKind.values());
        model.addAttribute("orders", CaseQuery.Order.values());
        List<Person> handlers = handlers(sight);
        model.addAttribute("handlers", handlers);
        model.addAttribute("names", Namesakes.labels(handlers));
        model.addAttribute("organs", organsOf(sight));
        return "casefile/search";
    }

    /** Filters that cannot be read are said above the list, which stays empty; the form keeps what was typed. */
    @HxRequest
    @GetMapping("/cases")
    String list(CaseQueryForm asked, BindingResult binding, Model model, Locale locale, HttpServletResponse response) {
        WrongFilters wrong = new WrongFilters();
        binding.getFieldErrors().forEach(error -> wrong.add(error.getField(), error.getRejectedValue()));
        CaseQueryForm form = asked.readable(wrong);
        CasePage page = new CasePage(List.of(), null, 0);
        if (wrong.isEmpty()) {
            try {
                page = cases.search(form.query(), user.actor());
            } catch (Refusal badCursor) {
                wrong.add(badCursor);
            }
        }
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        model.addAttribute("wrong", wrong.typed());
        model.addAttribute("faults", wrong.sentences(refusals, locale));
        model.addAttribute("form", form);
        model.addAttribute(
                "rows", page.items().stream().map(row -> row(row, locale)).toList());
        model.addAttribute("total", page.totalText());
        model.addAttribute("more", page.next() == null ? null : form.url(page.next()));
        model.addAttribute("first", form.after() == null ? null : form.url(null));
        Actor actor = user.actor();
        String filters = filters(form.url(null));
        model.addAttribute("views", views.of(SavedView.Page.CASES, actor));
        model.addAttribute("setsForUnit", views.setsForUnit(actor));
        model.addAttribute("filters", filters);
        model.addAttribute("officer", people.sight(actor).officer());
        model.addAttribute("export", "/cases/export.xlsx?" + filters);
        response.addHeader("Vary", "HX-Request");
        return "casefile/search :: list";
    }

    private static String filters(String address) {
        int mark = address.indexOf('?');
        return mark < 0 ? "" : address.substring(mark + 1);
    }

    private Row row(CaseRow file, Locale locale) {
        return new Row(file, file.limit() == null ? null : limits.line(file.limit(), locale));
    }

    private static List<Area> sorted(Sight sight) {
        return sight.areas().stream().sorted().toList();
    }

    private List<Person> handlers(Sight sight) {
        return sight.officer()
                ? Stream.of(HANDLING)
                        .flatMap(role -> people.withRole(role, sight.governmentId()).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private List<Organ> organsOf(Sight sight) {
        return organs.all().stream()
                .filter(organ -> sight.subtree()
                        ? organ.path().startsWith(sight.governmentPath())
                        : organ.governmentId().equals(sight.governmentId()))
                .sorted(Comparator.comparing(Organ::path))
                .toList();
    }
}
