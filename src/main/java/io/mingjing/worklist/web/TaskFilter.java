package io.mingjing.worklist.web;

import io.mingjing.casefile.Light;
import io.mingjing.shared.Area;
import io.mingjing.shared.WrongFilters;
import io.mingjing.worklist.DueFilter;
import io.mingjing.worklist.TaskList;
import io.mingjing.worklist.TaskQuery;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the address of the page, or of the API, asks for; names of lists and filters in lower or upper case. */
record TaskFilter(
        @Nullable String list,
        @Nullable String area,
        @Nullable String light,
        @Nullable String due,
        @Nullable String step,
        @Nullable String organ,
        @Nullable String handler,
        @Nullable String rule,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String q,
        @Nullable Integer limit,
        @Nullable String after) {

    /** Nothing but a list. */
    static TaskFilter of(@Nullable String list) {
        return new TaskFilter(list, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Refused: {@code BAD_FILTER}. */
    TaskQuery query() {
        WrongFilters wrong = new WrongFilters();
        TaskQuery query = query(wrong);
        wrong.refuse();
        return query;
    }

    /**
     * As much of it as can be read.
     *
     * @param wrong takes what cannot
     */
    TaskQuery query(WrongFilters wrong) {
        TaskList asked = one(TaskList.class, "list", list, wrong);
        return new TaskQuery(
                asked == null ? TaskList.MINE : asked,
                one(Area.class, "area", area, wrong),
                one(Light.class, "light", light, wrong),
                one(DueFilter.class, "due", due, wrong),
                step,
                organ,
                handler,
                rule,
                wrong.day("from", from),
                wrong.day("to", to),
                q,
                limit == null ? TaskQuery.PAGE : limit,
                after);
    }

    /** The address of a list under the same filters; it can be kept and sent to somebody else. */
    static String address(TaskQuery query, TaskList list, @Nullable String after) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/worklist").queryParam("list", lower(list.name()));
        filters(query).forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().buildAndExpand(filters(query)).toUriString();
    }

    private static Map<String, String> filters(TaskQuery query) {
        Map<String, String> filters = new LinkedHashMap<>();
        put(filters, "area", query.area());
        put(filters, "light", query.light());
        put(filters, "due", query.due());
        put(filters, "step", query.step());
        put(filters, "organ", query.organ());
        put(filters, "handler", query.handler());
        put(filters, "rule", query.rule());
        put(filters, "from", query.from());
        put(filters, "to", query.to());
        put(filters, "q", query.text());
        return filters;
    }

    private static void put(Map<String, String> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.put(name, value instanceof Enum<?> one ? lower(one.name()) : value.toString());
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> @Nullable E one(
            Class<E> type, String name, @Nullable String text, WrongFilters wrong) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            wrong.add(name, text);
            return null;
        }
    }
}
