package io.mingjing.inspection.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.inspection.LogBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The log for auditors: search, and the check of its chain. */
@Controller
class LogController {

    private static final int PAGE = 50;

    /** First parts of the kinds of acts, in the order of the work. */
    private static final List<String> AREAS = List.of(
            "casefile",
            "document",
            "review",
            "supervision",
            "filing",
            "worklist",
            "alert",
            "identity",
            "engine",
            "audit");

    private final LogBook book;
    private final CurrentUser user;

    LogController(LogBook book, CurrentUser user) {
        this.book = book;
        this.user = user;
    }

    @GetMapping("/audit")
    String page(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long before,
            Locale locale,
            Model model) {
        LogBook.Search search = new LogBook.Search(known(area), blankToNull(number), from, to);
        LogBook.Page page = book.search(search, before, PAGE, locale, user.actor());
        model.addAttribute("search", search);
        model.addAttribute("areas", AREAS);
        model.addAttribute("page", page);
        model.addAttribute("first", before == null ? null : address(search, null));
        model.addAttribute("next", page.next() == null ? null : address(search, page.next()));
        return "inspection/log";
    }

    @PostMapping("/audit/verification")
    String verify(Model model) {
        model.addAttribute("verification", book.verify(user.actor()));
        return "inspection/log :: verification";
    }

    private static @Nullable String known(@Nullable String area) {
        return area != null && AREAS.contains(area) ? area : null;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String address(LogBook.Search search, @Nullable Long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/audit");
        put(address, "area", search.area());
        put(address, "number", search.number());
        put(address, "from", search.from());
        put(address, "to", search.to());
        put(address, "before", before);
        return address.build().encode().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value.toString());
        }
    }
}
