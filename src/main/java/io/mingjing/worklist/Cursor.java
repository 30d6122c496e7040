package io.mingjing.worklist;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.StorableDays;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The last row of a page, from which the next one goes on: its place in the order of the list, never its count, so that
 * rows that come and go in between move nothing.
 *
 * @param due place of an open task
 * @param closedAt place of a done task
 */
record Cursor(@Nullable LocalDate due, @Nullable Instant closedAt, String id) {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    static Cursor of(TaskRow row, TaskList list) {
        return list == TaskList.DONE
                ? new Cursor(null, row.closedAt(), row.id())
                : new Cursor(row.sortDue(), null, row.id());
    }

    String text() {
        String plain = (closedAt != null ? "c" + closedAt.getEpochSecond() : "d" + due) + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal {@code BAD_CURSOR} where the text was not made by {@link #text} for that list */
    static @Nullable Cursor parse(@Nullable String text, TaskList list) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            String place = plain.substring(1, bar);
            String id = plain.substring(bar + 1);
            boolean closed = plain.charAt(0) == 'c';
            if (closed == (list == TaskList.DONE) && !id.isEmpty()) {
                Cursor cursor = closed
                        ? new Cursor(null, Instant.ofEpochSecond(Long.parseLong(place)), id)
                        : new Cursor(LocalDate.parse(place), null, id);
                if (cursor.comparable()) {
                    return cursor;
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw refused();
        }
        throw refused();
    }

    private boolean comparable() {
        return (due == null || StorableDays.contain(due))
                && (closedAt == null || !closedAt.isBefore(Instant.EPOCH) && closedAt.isBefore(END));
    }

    private static Refusal refused() {
        return Refusal.invalid("BAD_CURSOR");
    }
}
