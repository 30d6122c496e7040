package io.mingjing.casefile;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.time.TimeLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases of a search as a workbook, with what was asked, by whom and when: at most {@value #MOST} rows, and it says so
 * when there were more. What is exported is what the reader sees in the list; the log keeps the query and the number of
 * rows.
 */
@Service
public class CaseExport {

    /** More rows are no list to read but a register to ask for. */
    public static final int MOST = 10_000;

    private static final int PAGE = 200;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "number", "register", "title", "parties", "area", "state", "lead", "received", "limit", "due", "closed");
    private static final int[] WIDTHS = {24, 20, 40, 36, 14, 10, 12, 12, 24, 12, 12};

    private final Cases cases;
    private final TimeLimits limits;
    private final MessageSource messages;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseExport(Cases cases, TimeLimits limits, MessageSource messages, Clock clock, ApplicationEventPublisher events) {
        this.cases = cases;
        this.limits = limits;
        this.messages = messages;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes the workbook.
     *
     * @param asked the query in words, for the head of the sheet and the log
     */
    @Transactional
    public byte[] xlsx(CaseQuery query, String asked, Actor actor, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rows;
        try (Workbook book = new Workbook(bytes, "Mingjing", "1.0")) {
            Worksheet sheet = book.newWorksheet(text("casefile.search.title", locale));
            rows = write(sheet, query, asked, actor, locale);
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("asked", asked);
        facts.put("rows", rows);
        events.publishEvent(Act.of("casefile.exported", null, actor, facts));
        return bytes.toByteArray();
    }

    private int write(Worksheet sheet, CaseQuery query, String asked, Actor actor, Locale locale) throws IOException {
        sheet.value(0, 0, text("casefile.search.title", locale));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, text("casefile.export.asked", locale, asked));
        sheet.value(2, 0, text("casefile.export.by", locale, actor.name(), MINUTE.format(LocalDateTime.now(clock))));
        int head = 4;
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.width(i, WIDTHS[i]);
            sheet.value(head, i, text("casefile.export." + COLUMNS.get(i), locale));
            sheet.style(head, i).bold().fillColor("EEF2F6").set();
        }
        sheet.freezePane(0, head + 1);
        int written = 0;
        String after = null;
        do {
            CasePage page = cases.search(query.page(PAGE, after), actor);
            for (CaseRow row : page.items()) {
                line(sheet, head + 1 + written++, row, locale);
            }
            sheet.flush();
            after = page.next();
        } while (after != null && written < MOST);
        sheet.value(
                head + 2 + written, // rows written before have left the memory
                0,
                after == null
                        ? text("casefile.export.rows", locale, written)
                        : text("casefile.export.cut", locale, written));
        return written;
    }

    private void line(Worksheet sheet, int at, CaseRow row, Locale locale) {
        CaseLimit limit = row.limit();
        int column = 0;
        put(sheet, at, column++, row.caseNo());
        put(sheet, at, column++, row.registerNo());
        put(sheet, at, column++, row.title());
        put(sheet, at, column++, String.join("、", row.parties()));
        put(sheet, at, column++, text("casefile.area." + row.area(), locale));
        put(sheet, at, column++, text("casefile.state." + row.state(), locale));
        put(sheet, at, column++, row.lead());
        put(sheet, at, column++, row.receivedOn());
        put(sheet, at, column++, limit == null ? null : meaning(limit.rule(), locale));
        put(sheet, at, column++, limit == null ? null : limit.dueOn());
        put(sheet, at, column, row.closedOn());
    }

    /** As text: a spreadsheet must not run what somebody typed into a title as a formula. */
    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value != null) {
            sheet.inlineString(row, column, value.toString());
        }
    }

    private String meaning(String rule, Locale locale) {
        return limits.rules().stream()
                .filter(found -> found.id().equals(rule))
                .map(found -> locale.getLanguage().equals("en") ? found.meaningEn() : found.meaning())
                .findFirst()
                .orElse(rule);
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
