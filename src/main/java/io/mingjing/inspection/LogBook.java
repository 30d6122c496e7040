package io.mingjing.inspection;

import io.mingjing.audit.Entry;
import io.mingjing.audit.Log;
import io.mingjing.audit.LogQuery;
import io.mingjing.audit.Verification;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The whole log for auditors, as far as they may see the cases it speaks of. */
@Service
@Transactional(readOnly = true)
public class LogBook {

    /** How many entries are read at most to fill a page from which cases out of scope are left out. */
    private static final int READ_AT_MOST = 2000;

    private final Log log;
    private final Cases cases;
    private final Timeline timeline;

    LogBook(Log log, Cases cases, Timeline timeline) {
        this.log = log;
        this.cases = cases;
        this.timeline = timeline;
    }

    /**
     * What to look for; null means any.
     *
     * @param area first part of the kind, such as {@code casefile}
     * @param number case number or register number
     */
    public record Search(
            @Nullable String area,
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** An entry with the case it speaks of, if any. */
    public record Row(
            Timeline.Line line,
            @Nullable String caseId,
            @Nullable String caseNumber) {}

    /**
     * A part of the log, newest first.
     *
     * @param next {@code before} of the part that follows; null at the end
     */
    public record Page(List<Row> rows, @Nullable Long next) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** Entries older than {@code before} (null = from the newest). Refused: {@code AUDITOR_ONLY}. */
    public Page search(Search search, @Nullable Long before, int limit, Locale locale, Actor actor) {
        requireAuditor(actor);
        Optional<CaseFile> named = Optional.empty();
        if (search.number() != null) {
            named = cases.byNumber(search.number(), actor);
            if (named.isEmpty()) {
                return new Page(List.of(), null);
            }
        }
        String kind = search.area() == null ? null : search.area() + ".";
        LogQuery query = new LogQuery(named.map(CaseFile::id).orElse(null), null, kind, search.from(), search.to());
        Map<String, Optional<CaseFile>> seen = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        Long last = before;
        for (int read = 0; read < READ_AT_MOST; read += limit) {
            List<Entry> entries = log.search(query, last, limit);
            for (Entry entry : entries) {
                row(entry, seen, locale, actor).ifPresent(rows::add);
                last = entry.seq();
                if (rows.size() == limit) {
                    return new Page(rows, last);
                }
            }
            if (entries.size() < limit) {
                return new Page(rows, null);
            }
        }
        return new Page(rows, last);
    }

    /** Checks the whole chain. Refused: {@code AUDITOR_ONLY}. */
    public Verification verify(Actor actor) {
        requireAuditor(actor);
        return log.verify();
    }

    private Optional<Row> row(Entry entry, Map<String, Optional<CaseFile>> seen, Locale locale, Actor actor) {
        String caseId = entry.caseId();
        if (caseId == null) {
            return Optional.of(new Row(timeline.line(entry, locale), null, null));
        }
        return seen.computeIfAbsent(caseId, id -> visible(id, actor))
                .map(file -> new Row(timeline.line(entry, locale), caseId, file.number()));
    }

    private Optional<CaseFile> visible(String caseId, Actor actor) {
        try {
            return Optional.of(cases.get(caseId, actor));
        } catch (Refusal outOfScope) {
            return Optional.empty();
        }
    }

    private static void requireAuditor(Actor actor) {
        if (!actor.has(Role.AUDITOR)) {
            throw Refusal.forbidden("AUDITOR_ONLY");
        }
    }
}
