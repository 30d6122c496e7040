package io.mingjing.casefile.web;

import io.mingjing.casefile.CalendarChange;
import io.mingjing.casefile.CalendarChanges;
import io.mingjing.casefile.Redating;
import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.time.CalendarYear;
import io.mingjing.time.Calendars;
import io.mingjing.time.NoticeDraft;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The working-day calendar: its years, the import of a notice, and what a notice does to open limits. */
@Controller
@RequestMapping("/admin/calendar")
class CalendarController {

    private static final int PAGE = 50;
    /** Lines for hand entry: the seven festivals and two more. */
    private static final List<String> HOLIDAYS = List.of("元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节", "", "");

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Calendars calendars;
    private final CalendarChanges changes;
    private final CalendarTexts texts;
    private final CurrentUser user;
    private final boolean demo;

    CalendarController(
            Calendars calendars,
            CalendarChanges changes,
            CalendarTexts texts,
            CurrentUser user,
            @Value("${mingjing.demo:false}") boolean demo) {
        this.calendars = calendars;
        this.changes = changes;
        this.texts = texts;
        this.user = user;
        this.demo = demo;
    }

    /** A move as a row shows it. */
    record MoveLine(Redating.Move move, String rule, String kind) {}

    @ModelAttribute("reader")
    Actor reader() {
        Actor actor = user.actor();
        if (!actor.hasAny(Role.ADMIN, Role.UNIT_HEAD, Role.AUDITOR)) {
            throw Refusal.forbidden("CALENDAR_READERS_ONLY");
        }
        return actor;
    }

    // --- years

    @GetMapping
    String year(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer version,
            @ModelAttribute("reader") Actor reader,
            Model model) {
        List<CalendarYear> years = calendars.years();
        int shown = year == null ? lastPublished(years) : year;
        CalendarYear calendar = version == null ? calendars.year(shown) : calendars.version(shown, version);
        model.addAttribute("years", years);
        model.addAttribute("calendar", calendar);
        model.addAttribute("months", CalendarMonth.of(calendar));
        model.addAttribute(
                "before",
                calendar.named().stream()
                        .filter(day -> day.date().getYear() < calendar.year())
                        .toList());
        model.addAttribute("versions", calendars.versions(shown));
        model.addAttribute("changes", changes.recent(reader));
        model.addAttribute("mayImport", reader.has(Role.ADMIN));
        return "casefile/calendar";
    }

    private static int lastPublished(List<CalendarYear> years) {
        return years.stream()
                .filter(year -> year.status() == CalendarYear.Status.PUBLISHED)
                .mapToInt(CalendarYear::year)
                .max()
                .orElseThrow();
    }

    // --- import

    @GetMapping("/import")
    String form(@ModelAttribute("reader") Actor reader, Model model) {
        requireAdmin(reader);
        return formPage(NoticeForm.of(lastPublished(calendars.years()) + 1), model);
    }

    @PostMapping("/import")
    String propose(
            NoticeForm form,
            @ModelAttribute("reader") Actor reader,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        requireAdmin(reader);
        try {
            NoticeDraft draft = form.draft();
            Calendars.Checked checked = calendars.check(draft);
            model.addAttribute("faults", texts.faults(checked.faults(), locale));
            model.addAttribute("warnings", texts.faults(checked.warnings(), locale));
            return "redirect:/admin/calendar/changes/" + changes.propose(draft, form.isConfirmed(), reader);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            response.setStatus(422);
            model.addAttribute("refusal", refusal);
            model.addAttribute("refusalArgs", refusal.args().toArray());
            return formPage(form, model);
        }
    }

    private String formPage(NoticeForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("sheet", form.text());
        model.addAttribute("holidays", form.holiday() == null ? HOLIDAYS : form.holiday());
        model.addAttribute("demo", demo);
        return "casefile/calendar-import";
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.has(Role.ADMIN)) {
            throw Refusal.forbidden("ADMIN_ONLY");
        }
    }

    /** The statutory festivals of the next year, to be completed from the notice. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template(Locale locale) {
        int year = lastPublished(calendars.years()) + 1;
        StringBuilder text = new StringBuilder("\uFEFF日期,类型,名称\r\n");
        calendars
                .year(year)
                .named()
                .forEach(day -> text.append(day.date())
                        .append(",放假,")
                        .append(day.name())
                        .append("\r\n"));
        text.append("# ")
                .append(texts.text("casefile.calendar.template.hint", locale))
                .append("\r\n");
        return csv(year + ".csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** An invented notice of 2027 for the demonstration. */
    @GetMapping("/sample.csv")
    ResponseEntity<byte[]> sample() throws IOException {
        if (!demo) {
            throw Refusal.notFound("CALENDAR_NOT_FOUND", "2027");
        }
        try (InputStream file = new ClassPathResource("samples/notice-2027.csv").getInputStream()) {
            return csv("notice-2027.csv", file.readAllBytes());
        }
    }

    private static ResponseEntity<byte[]> csv(String name, byte[] body) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(body);
    }

    // --- a change

    @GetMapping("/changes/{id}")
    String change(
            @PathVariable String id,
            @RequestParam(required = false) Redating.@Nullable Kind kind,
            @RequestParam(defaultValue = "0") int after,
            @ModelAttribute("reader") Actor reader,
            Locale locale,
            Model model) {
        CalendarChange change = changes.get(id, reader);
        CalendarChanges.MovePage page = changes.moves(id, kind, after, PAGE, reader);
        CalendarChanges.Summary summary = changes.summary(id, reader);
        Map<Redating.Kind, Long> kinds = new LinkedHashMap<>();
        for (Redating.Kind each : Redating.Kind.values()) {
            kinds.put(each, summary.byKind().getOrDefault(each, 0L));
        }
        List<MoveLine> lines = page.moves().stream()
                .map(move -> new MoveLine(move, texts.rule(move.rule(), locale), texts.kind(move.kind(), locale)))
                .toList();
        model.addAttribute("change", change);
        model.addAttribute("calendar", changes.yearOf(change));
        model.addAttribute("summary", summary);
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind);
        model.addAttribute("lines", lines);
        model.addAttribute("next", page.next());
        model.addAttribute("first", after > 0);
        boolean open = change.state() == CalendarChange.State.PROPOSED;
        boolean own = change.proposedBy().equals(reader.userId());
        model.addAttribute("mayDecide", open && reader.has(Role.UNIT_HEAD) && !own);
        model.addAttribute("mayWithdraw", open && reader.has(Role.ADMIN));
        model.addAttribute("mayRefresh", open && reader.hasAny(Role.ADMIN, Role.UNIT_HEAD));
        model.addAttribute("mayApply", mayApply(change, reader));
        model.addAttribute("seesCases", reader.hasAny(Role.UNIT_HEAD, Role.AUDITOR));
        return "casefile/calendar-change";
    }

    @GetMapping("/changes/{id}/progress")
    String progress(@PathVariable String id, @ModelAttribute("reader") Actor reader, Model model) {
        CalendarChange change = changes.get(id, reader);
        model.addAttribute("change", change);
        model.addAttribute("mayApply", mayApply(change, reader));
        return "casefile/calendar-change :: progress";
    }

    private static boolean mayApply(CalendarChange change, Actor reader) {
        return change.state() == CalendarChange.State.APPROVED && reader.hasAny(Role.ADMIN, Role.UNIT_HEAD);
    }

    @GetMapping("/changes/{id}/moves.csv")
    void export(
            @PathVariable String id,
            @ModelAttribute("reader") Actor reader,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CalendarChange change = changes.get(id, reader);
        response.setContentType(CSV.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("calendar-" + change.year() + "-" + change.yearVersion() + ".csv")
                        .build()
                        .toString());
        MoveSheet sheet = new MoveSheet(response.getWriter(), texts, locale);
        sheet.head();
        changes.export(id, reader, sheet::rows);
    }

    @PostMapping("/changes/{id}/approve")
    String approve(@PathVariable String id, @ModelAttribute("reader") Actor reader) {
        changes.approve(id, reader);
        return "redirect:/admin/calendar/changes/" + id;
    }

    @PostMapping("/changes/{id}/reject")
    String reject(@PathVariable String id, @RequestParam String reason, @ModelAttribute("reader") Actor reader) {
        changes.reject(id, reason, reader);
        return "redirect:/admin/calendar/changes/" + id;
    }

    @PostMapping("/changes/{id}/withdraw")
    String withdraw(@PathVariable String id, @RequestParam String reason, @ModelAttribute("reader") Actor reader) {
        changes.withdraw(id, reason, reader);
        return "redirect:/admin/calendar/changes/" + id;
    }

    @PostMapping("/changes/{id}/preview")
    String refresh(@PathVariable String id, @ModelAttribute("reader") Actor reader) {
        changes.refresh(id, reader);
        return "redirect:/admin/calendar/changes/" + id;
    }

    @PostMapping("/changes/{id}/apply")
    String apply(@PathVariable String id, @ModelAttribute("reader") Actor reader) {
        changes.apply(id, reader);
        return "redirect:/admin/calendar/changes/" + id;
    }
}
