package io.mingjing.worklist;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write when they hand something on: stripped, not too long, and there where it is wanted. */
final class Words {

    /** Longest note, reason or question. */
    static final int NOTE = 1000;

    /** Longest opinion. */
    static final int OPINION = 2000;

    private Words() {}

    /** Refused: {@code FIELDS} with {@code REQUIRED} or {@code TOO_LONG}. */
    static String required(String field, @Nullable String text, int most) {
        String words = optional(field, text, most);
        if (words == null) {
            throw Refusal.fields(List.of(FieldError.of(field, "REQUIRED")));
        }
        return words;
    }

    static @Nullable String optional(String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String words = text.strip();
        if (words.length() > most) {
            throw Refusal.fields(List.of(FieldError.of(field, "TOO_LONG", most, words.length())));
        }
        return words;
    }
}
