package io.mingjing.casefile;

import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.StorableDays;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query as the statement takes it.
 *
 * @param today the day on which the lights are looked at
 * @param grams terms that the index looks up, of all words together
 * @param afterKey title key of the last row of the page before; used when ordered by title
 * @param rows one more than the page shows, to know whether there is a next one
 */
record CaseSearch(
        List<String> words,
        List<String> grams,
        @Nullable Area area,
        @Nullable CaseState state,
        @Nullable String handler,
        @Nullable String organ,
        @Nullable Light light,
        @Nullable PendingKind pending,
        LocalDate today,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean byTitle,
        @Nullable LocalDate afterDate,
        @Nullable String afterKey,
        @Nullable String afterId,
        int rows) {

    private static final int MOST_ROWS = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    static CaseSearch of(CaseQuery query, LocalDate today) {
        List<String> words = query.q() == null ? List.of() : SearchText.words(query.q());
        List<String> grams = words.stream()
                .flatMap(word -> SearchText.lookup(word).stream())
                .distinct()
                .toList();
        boolean byTitle = query.order() == CaseQuery.Order.TITLE;
        LocalDate afterDate = null;
        String afterKey = null;
        String afterId = null;
        if (query.after() != null) {
            String[] parts = decode(query.after());
            afterId = parts[1];
            if (byTitle) {
                afterKey = parts[0];
            } else {
                afterDate = date(parts[0]);
            }
        }
        requireStorable(query.from());
        requireStorable(query.to());
        int limit = Math.max(1, Math.min(query.limit(), MOST_ROWS));
        return new CaseSearch(
                words,
                grams,
                query.area(),
                query.state(),
                query.handler(),
                query.organ(),
                query.light(),
                query.pending(),
                today,
                query.from(),
                query.to(),
                byTitle,
                afterDate,
                afterKey,
                afterId,
                limit + 1);
    }

    /** The place of a row in the order, for the URL. */
    String cursor(CaseMapper.Found row) {
        String key = byTitle ? row.titleSort() : row.receivedOn().toString();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + "|" + row.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int bar = text.lastIndexOf('|');
            if (bar > 0 && ID.matcher(text.substring(bar + 1)).matches()) {
                return new String[] {text.substring(0, bar), text.substring(bar + 1)};
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("BAD_CURSOR");
        }
        throw Refusal.invalid("BAD_CURSOR");
    }

    private static LocalDate date(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (StorableDays.contain(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.invalid("BAD_CURSOR");
        }
        throw Refusal.invalid("BAD_CURSOR");
    }

    private static void requireStorable(@Nullable LocalDate day) {
        if (day != null && !StorableDays.contain(day)) {
            throw Refusal.invalid("BAD_FILTER", day);
        }
    }
}
