package io.mingjing.statistics.web;

import io.mingjing.identity.CurrentUser;
import io.mingjing.shared.Actor;
import io.mingjing.statistics.Balance;
import io.mingjing.statistics.LedgerPage;
import io.mingjing.statistics.Period;
import io.mingjing.statistics.ReviewColumn;
import io.mingjing.statistics.ReviewLedger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The ledger of reviews 复议台账 as a page, for machines and as a workbook. */
@Controller
class ReviewLedgerController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ReviewLedger ledger;
    private final CurrentUser user;
    private final MessageSource messages;
    private final Clock clock;

    ReviewLedgerController(ReviewLedger ledger, CurrentUser user, MessageSource messages, Clock clock) {
        this.ledger = ledger;
        this.user = user;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/ledgers/review")
    String page(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        Actor actor = user.actor();
        Period period = Period.of(from, to, LocalDate.now(clock));
        LedgerPage page = ledger.page(period, after, locale, actor);
        Balance balance = ledger.balance(period, actor);
        model.addAttribute("period", period);
        model.addAttribute("columns", ReviewColumn.values());
        model.addAttribute("rows", page.rows());
        model.addAttribute("balance", balance);
        model.addAttribute("first", after == null ? null : address(period).toUriString());
        model.addAttribute(
                "more",
                page.next() == null
                        ? null
                        : address(period).queryParam("after", page.next()).toUriString());
        return "statistics/review";
    }

    private static UriComponentsBuilder address(Period period) {
        return UriComponentsBuilder.fromPath("/ledgers/review")
                .queryParam("from", period.from())
                .queryParam("to", period.to());
    }

    @GetMapping("/api/v1/ledgers/review")
    @ResponseBody
    LedgerPage lines(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        return ledger.page(Period.of(from, to, LocalDate.now(clock)), after, locale, user.actor());
    }

    /** A period with how it adds up. */
    record BalanceOf(Period period, Balance balance, boolean balanced) {}

    @GetMapping("/api/v1/ledgers/review/balance")
    @ResponseBody
    BalanceOf balance(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Period period = Period.of(from, to, LocalDate.now(clock));
        Balance balance = ledger.balance(period, user.actor());
        return new BalanceOf(period, balance, balance.balanced());
    }

    @GetMapping({"/ledgers/review/export.xlsx", "/api/v1/ledgers/review/export.xlsx"})
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Locale locale) {
        Period period = Period.of(from, to, LocalDate.now(clock));
        byte[] book = ledger.xlsx(period, locale, user.actor());
        String name = messages.getMessage("statistics.review.title", null, "ledger", locale);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        name + "-" + period.from() + "-" + period.to() + ".xlsx",
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(book);
    }
}
