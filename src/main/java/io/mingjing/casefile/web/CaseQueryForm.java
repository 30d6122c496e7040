package io.mingjing.casefile.web;

import io.mingjing.casefile.CaseQuery;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.PendingKind;
import io.mingjing.shared.Area;
import io.mingjing.shared.WrongFilters;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of the case search as they stand in the URL, the same for page and API. */
record CaseQueryForm(
        @Nullable String q,
        @Nullable Area area,
        @Nullable CaseState state,
        @Nullable String handler,
        @Nullable String organ,
        @Nullable Light light,
        @Nullable PendingKind pending,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        CaseQuery.@Nullable Order order,
        @Nullable Integer limit,
        @Nullable String after) {

    private static final int ROWS = 20;

    CaseQuery query() {
        return new CaseQuery(
                blankToNull(q),
                area,
                state,
                blankToNull(handler),
                blankToNull(organ),
                light,
                pending,
                from,
                to,
                order == null ? CaseQuery.Order.RECEIVED : order,
                limit == null ? ROWS : limit,
                blankToNull(after));
    }

    /**
     * The same without what cannot be searched for.
     *
     * @param wrong takes it
     */
    CaseQueryForm readable(WrongFilters wrong) {
        return new CaseQueryForm(
                q,
                area,
                state,
                handler,
                organ,
                light,
                pending,
                wrong.day("from", from),
                wrong.day("to", to),
                order,
                limit,
                after);
    }

    /** Whether anything is filtered at all; public for the template. */
    public boolean filtered() {
        return blankToNull(q) != null
                || area != null
                || state != null
                || blankToNull(handler) != null
                || blankToNull(organ) != null
                || light != null
                || pending != null
                || from != null
                || to != null;
    }

    /** The address of this search from another row on; null for its first page. */
    String url(@Nullable String cursor) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/cases");
        add(url, "q", blankToNull(q));
        add(url, "area", area);
        add(url, "state", state);
        add(url, "handler", blankToNull(handler));
        add(url, "organ", blankToNull(organ));
        add(url, "light", light);
        add(url, "pending", pending);
        add(url, "from", from);
        add(url, "to", to);
        add(url, "order", order);
        add(url, "limit", limit);
        add(url, "after", cursor);
        return url.encode().toUriString();
    }

    private static void add(UriComponentsBuilder url, String name, @Nullable Object value) {
        if (value != null) {
            url.queryParam(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
