package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseExport;
import io.mingjing.identity.CurrentUser;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The cases of a search as a workbook, for the page and for machines. */
@RestController
class CaseExportController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CaseExport export;
    private final People people;
    private final Organs organs;
    private final CurrentUser user;
    private final MessageSource messages;
    private final Clock clock;

    CaseExportController(
            CaseExport export, People people, Organs organs, CurrentUser user, MessageSource messages, Clock clock) {
        this.export = export;
        this.people = people;
        this.organs = organs;
        this.user = user;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping({"/cases/export.xlsx", "/api/v1/cases/export.xlsx"})
    ResponseEntity<byte[]> export(CaseQueryForm form, Locale locale) {
        byte[] book = export.xlsx(form.query(), asked(form, locale), user.actor(), locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        text("casefile.search.title", locale) + "-" + LocalDate.now(clock) + ".xlsx",
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(book);
    }

    private String asked(CaseQueryForm form, Locale locale) {
        List<String> words = new ArrayList<>();
        add(words, "casefile.search.q", form.q(), locale);
        add(
                words,
                "casefile.search.area",
                form.area() == null ? null : text("casefile.area." + form.area(), locale),
                locale);
        add(
                words,
                "casefile.search.state",
                form.state() == null ? null : text("casefile.state." + form.state(), locale),
                locale);
        String handler = form.handler();
        add(
                words,
                "casefile.search.handler",
                handler == null || handler.isBlank()
                        ? null
                        : people.get(handler).name(),
                locale);
        String organ = form.organ();
        add(
                words,
                "casefile.search.organ",
                organ == null || organ.isBlank() ? null : organs.get(organ).name(),
                locale);
        add(
                words,
                "casefile.search.lamp",
                form.light() == null ? null : text("web.light." + form.light(), locale),
                locale);
        add(
                words,
                "casefile.search.pending",
                form.pending() == null ? null : text("casefile.pending." + form.pending(), locale),
                locale);
        add(words, "casefile.search.from", form.from(), locale);
        add(words, "casefile.search.to", form.to(), locale);
        return words.isEmpty() ? text("casefile.search.any", locale) : String.join("；", words);
    }

    private void add(List<String> words, String key, @Nullable Object value, Locale locale) {
        if (value != null && !value.toString().isBlank()) {
            words.add(text(key, locale) + " " + value);
        }
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
