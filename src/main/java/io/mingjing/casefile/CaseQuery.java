package io.mingjing.casefile;

import io.mingjing.shared.Area;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null means everything.
 *
 * @param q words that all occur in number, title or party names
 * @param handler id of a person
 * @param organ id of an organ that is a party
 * @param light light of the limit that is due first
 * @param pending a duty that an issued letter left open
 * @param from first day of receipt
 * @param to last day of receipt
 * @param limit rows of a page, 1 to 200
 * @param after cursor of the page before
 */
public record CaseQuery(
        @Nullable String q,
        @Nullable Area area,
        @Nullable CaseState state,
        @Nullable String handler,
        @Nullable String organ,
        @Nullable Light light,
        @Nullable PendingKind pending,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Order order,
        int limit,
        @Nullable String after) {

    public enum Order {
        /** Newest receipt first. */
        RECEIVED,
        /** By title, as pinyin sorts. */
        TITLE
    }

    /** Without lights and duties. */
    public CaseQuery(
            @Nullable String q,
            @Nullable Area area,
            @Nullable CaseState state,
            @Nullable String handler,
            @Nullable String organ,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Order order,
            int limit,
            @Nullable String after) {
        this(q, area, state, handler, organ, null, null, from, to, order, limit, after);
    }

    public static CaseQuery all() {
        return new CaseQuery(null, null, null, null, null, null, null, Order.RECEIVED, 20, null);
    }

    public CaseQuery matching(String words) {
        return new CaseQuery(words, area, state, handler, organ, light, pending, from, to, order, limit, after);
    }

    public CaseQuery page(int rows, @Nullable String cursor) {
        return new CaseQuery(q, area, state, handler, organ, light, pending, from, to, order, rows, cursor);
    }
}
