package io.mingjing.casefile.web;

import io.mingjing.casefile.LetterRegister;
import io.mingjing.casefile.RegisteredLetter;
import io.mingjing.identity.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The register of letters sent out 发文登记, as a page, for machines and as a workbook. */
@Controller
class LetterRegisterController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LetterRegister register;
    private final CurrentUser user;
    private final MessageSource messages;
    private final Clock clock;

    LetterRegisterController(LetterRegister register, CurrentUser user, MessageSource messages, Clock clock) {
        this.register = register;
        this.user = user;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/letters")
    String page(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable String beforeId,
            Model model) {
        List<RegisteredLetter> lines =
                register.search(new LetterRegister.Query(q, from, to, before, beforeId), user.actor());
        model.addAttribute("lines", lines);
        model.addAttribute("last", lines.size() < LetterRegister.PAGE ? null : lines.get(lines.size() - 1));
        model.addAttribute("q", q);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        return "casefile/register";
    }

    @GetMapping("/api/v1/letters")
    @ResponseBody
    List<RegisteredLetter> lines(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable String beforeId) {
        return register.search(new LetterRegister.Query(q, from, to, before, beforeId), user.actor());
    }

    @GetMapping({"/letters/export.xlsx", "/api/v1/letters/export.xlsx"})
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Locale locale) {
        byte[] book = register.xlsx(new LetterRegister.Query(q, from, to, null, null), user.actor(), locale);
        String name = messages.getMessage("casefile.register.title", null, "register", locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "-" + LocalDate.now(clock) + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(book);
    }
}
