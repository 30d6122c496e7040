package io.mingjing.statistics;

import io.mingjing.identity.People;
import io.mingjing.identity.Sight;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.statistics.LedgerMapper.Counts;
import io.mingjing.statistics.LedgerMapper.Review;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of reviews 复议台账: one line an application, in the order of receipt, with the columns that an office expects,
 * and the balance of a period. It holds the reviews of the reader's government (for an auditor also of those below), but
 * none that the reader is recused from.
 */
@Service
@Transactional(readOnly = true)
public class ReviewLedger {

    /** Lines of a page. */
    public static final int PAGE = 50;

    private static final int MOST = 20_000;
    private static final int CHUNK = 500;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Set<Role> READERS = Set.of(
            Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD, Role.ORGAN_HEAD, Role.GOV_OFFICE, Role.AUDITOR);

    private final LedgerMapper mapper;
    private final LedgerLines lines;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewLedger(
            LedgerMapper mapper,
            LedgerLines lines,
            People people,
            MessageSource messages,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.lines = lines;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A page of the ledger.
     *
     * @param after where the page before ended; null for the first
     * @throws Refusal {@code LEDGER_READERS_ONLY}, {@code PAGE_UNKNOWN}
     */
    public LedgerPage page(Period period, @Nullable String after, Locale locale, Actor actor) {
        return page(period, after, PAGE, locale, actor);
    }

    private LedgerPage page(Period period, @Nullable String after, int size, Locale locale, Actor actor) {
        LocalDate afterOn = null;
        String afterId = null;
        if (after != null && !after.isBlank()) {
            String[] parts = after.split("_", 2);
            afterOn = day(parts[0]);
            afterId = parts.length == 2 ? parts[1] : "";
        }
        List<Review> found = mapper.search(scope(actor), period, afterOn, afterId, size + 1);
        List<Review> shown = found.subList(0, Math.min(size, found.size()));
        Review last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new LedgerPage(
                lines.of(shown, locale),
                last == null || found.size() <= size ? null : last.receivedOn() + "_" + last.caseId());
    }

    /** How the period adds up. @throws Refusal {@code LEDGER_READERS_ONLY} */
    public Balance balance(Period period, Actor actor) {
        LedgerScope scope = scope(actor);
        Counts counts = mapper.count(scope, period);
        return new Balance(
                counts.received(),
                counts.accepted(),
                counts.refused(),
                counts.givenUp(),
                counts.told(),
                counts.pending(),
                counts.carried(),
                counts.taken(),
                counts.closed(),
                counts.open(),
                mapper.countEnquiries(scope, period));
    }

    /** The ledger of the period as a workbook; at most twenty thousand lines. The log keeps who took it. */
    @Transactional
    public byte[] xlsx(Period period, Locale locale, Actor actor) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int written;
        try (Workbook book = new Workbook(bytes, "Mingjing", "1.0")) {
            Worksheet sheet = book.newWorksheet(text("statistics.review.title", locale));
            written = write(sheet, period, locale, actor);
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("from", period.from().toString());
        facts.put("to", period.to().toString());
        facts.put("rows", written);
        events.publishEvent(Act.of("statistics.ledgerExported", null, actor, facts));
        return bytes.toByteArray();
    }

    private int write(Worksheet sheet, Period period, Locale locale, Actor actor) throws IOException {
        sheet.value(0, 0, text("statistics.review.title", locale));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, text("statistics.period", locale, period.from(), period.to()));
        sheet.value(2, 0, text("statistics.takenBy", locale, actor.name(), MINUTE.format(LocalDateTime.now(clock))));
        Balance balance = balance(period, actor);
        sheet.value(3, 0, text("statistics.receipts", locale, receipts(balance)));
        sheet.value(4, 0, text("statistics.reviews", locale, reviews(balance)));
        int head = 6;
        ReviewColumn[] columns = ReviewColumn.values();
        for (int i = 0; i < columns.length; i++) {
            sheet.width(i, columns[i].width());
            sheet.value(head, i, text("statistics.review." + columns[i], locale));
            sheet.style(head, i).bold().fillColor("EEF2F6").set();
        }
        sheet.freezePane(1, head + 1);
        int written = 0;
        String after = null;
        do {
            LedgerPage page = page(period, after, CHUNK, locale, actor);
            for (LedgerRow row : page.rows()) {
                int at = head + 1 + written++;
                // As text: a spreadsheet must not run what somebody typed into a request as a formula.
                row.cells().forEach((column, cell) -> sheet.inlineString(at, column.ordinal(), cell));
            }
            sheet.flush();
            after = page.next();
        } while (after != null && written < MOST);
        sheet.value(
                head + 2 + written,
                0,
                text(after == null ? "statistics.rows" : "statistics.cut", locale, String.valueOf(written)));
        return written;
    }

    private static Object[] receipts(Balance balance) {
        return new Object[] {
            balance.received(),
            balance.accepted(),
            balance.refused(),
            balance.givenUp(),
            balance.told(),
            balance.pending()
        };
    }

    private static Object[] reviews(Balance balance) {
        return new Object[] {balance.carried(), balance.taken(), balance.closed(), balance.open(), balance.enquiries()};
    }

    private LedgerScope scope(Actor actor) {
        if (actor.roles().stream().noneMatch(READERS::contains)) {
            throw Refusal.forbidden("LEDGER_READERS_ONLY");
        }
        Sight sight = people.sight(actor);
        return LedgerScope.of(sight);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            Refusal unknown = Refusal.invalid("PAGE_UNKNOWN");
            unknown.initCause(e);
            throw unknown;
        }
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
