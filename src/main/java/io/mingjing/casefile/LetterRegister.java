package io.mingjing.casefile;

import io.mingjing.identity.People;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
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

/** The register of letters sent out 发文登记: every number that was given, of the cases that the reader sees; officers only. */
@Service
@Transactional(readOnly = true)
public class LetterRegister {

    /** Lines of a page. */
    public static final int PAGE = 50;

    private static final int MOST = 10_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS =
            List.of("number", "title", "issuedOn", "case", "caseTitle", "served", "seals", "voided");
    private static final int[] WIDTHS = {28, 26, 12, 26, 44, 12, 10, 10};

    /**
     * What is looked for.
     *
     * @param words part of a number, of the letter's title or of the case's
     * @param before last line of the page before, with its day
     */
    public record Query(
            @Nullable String words,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate before,
            @Nullable String beforeId) {}

    private final RegisterMapper mapper;
    private final CaseVisibility visibility;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LetterRegister(
            RegisterMapper mapper,
            CaseVisibility visibility,
            People people,
            MessageSource messages,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.visibility = visibility;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
        this.events = events;
    }

    /** A page of the register, newest first. @throws Refusal {@code OFFICERS_ONLY} */
    public List<RegisteredLetter> search(Query query, Actor actor) {
        return search(query, PAGE, actor);
    }

    private List<RegisteredLetter> search(Query query, int limit, Actor actor) {
        if (!people.sight(actor).officer()) {
            throw Refusal.forbidden("OFFICERS_ONLY");
        }
        String words = query.words();
        return mapper.search(
                visibility.scope(actor),
                words == null || words.isBlank() ? null : words.strip(),
                query.from(),
                query.to(),
                query.before(),
                query.beforeId(),
                limit);
    }

    /** The register as a workbook; at most ten thousand lines, and the log keeps who took it. */
    @Transactional
    public byte[] xlsx(Query query, Actor actor, Locale locale) {
        List<RegisteredLetter> lines = search(query, MOST, actor);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Mingjing", "1.0")) {
            Worksheet sheet = book.newWorksheet(text("casefile.register.title", locale));
            sheet.value(0, 0, text("casefile.register.title", locale));
            sheet.style(0, 0).bold().set();
            sheet.value(
                    1, 0, text("casefile.export.by", locale, actor.name(), MINUTE.format(LocalDateTime.now(clock))));
            int head = 3;
            for (int i = 0; i < COLUMNS.size(); i++) {
                sheet.width(i, WIDTHS[i]);
                sheet.value(head, i, text("casefile.register." + COLUMNS.get(i), locale));
                sheet.style(head, i).bold().fillColor("EEF2F6").set();
            }
            sheet.freezePane(0, head + 1);
            for (int i = 0; i < lines.size(); i++) {
                line(sheet, head + 1 + i, lines.get(i), locale);
            }
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", lines.size());
        events.publishEvent(Act.of("casefile.registerExported", null, actor, facts));
        return bytes.toByteArray();
    }

    /** As text: a spreadsheet must not run what somebody typed into a title as a formula. */
    private void line(Worksheet sheet, int at, RegisteredLetter line, Locale locale) {
        List<String> cells = List.of(
                line.number(),
                line.title(),
                line.issuedOn().toString(),
                line.caseNumber(),
                line.caseTitle(),
                line.served() + "/" + line.recipients(),
                String.valueOf(line.seals()),
                line.voided() ? text("casefile.register.void", locale) : "");
        for (int i = 0; i < cells.size(); i++) {
            sheet.inlineString(at, i, cells.get(i));
        }
    }

    private String text(String key, Locale locale, Object... args) {
        String text = messages.getMessage(key, args, key, locale);
        return text == null ? key : text;
    }
}
