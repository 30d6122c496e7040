package io.mingjing.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of the application.
 *
 * @param key name of the field; its texts are {@code portal.q.<key>} and, with a hint, {@code portal.q.<key>.hint}
 * @param max characters that the answer may have
 * @param pattern what a text must look like; null for any
 * @param options codes to choose from, texts {@code portal.<key>.<code>}
 * @param onlyIf key of the question that this one depends on; null for none
 * @param onlyIfValue value that question must have; {@code *} for any
 * @param hint whether there is a text of help
 */
public record Question(
        String key,
        Kind kind,
        boolean required,
        int max,
        @Nullable String pattern,
        List<String> options,
        @Nullable String onlyIf,
        String onlyIfValue,
        boolean hint) {

    /** How it is asked. */
    public enum Kind {
        TEXT,
        AREA,
        DATE,
        RADIO,
        SELECT,
        CHECK,
        ORGAN,
        GOVERNMENT
    }

    public Question {
        options = List.copyOf(options);
    }

    static Question of(String key, Kind kind, int max) {
        return new Question(key, kind, false, max, null, List.of(), null, "", false);
    }

    Question must() {
        return new Question(key, kind, true, max, pattern, options, onlyIf, onlyIfValue, hint);
    }

    Question like(String regex) {
        return new Question(key, kind, required, max, regex, options, onlyIf, onlyIfValue, hint);
    }

    Question among(String... codes) {
        return new Question(key, kind, required, max, pattern, List.of(codes), onlyIf, onlyIfValue, hint);
    }

    Question onlyIf(String other, String value) {
        return new Question(key, kind, required, max, pattern, options, other, value, hint);
    }

    Question helped() {
        return new Question(key, kind, required, max, pattern, options, onlyIf, onlyIfValue, true);
    }

    /** Whether a missing answer must be marked as required on the page: not where it depends on another one. */
    public boolean alwaysRequired() {
        return required && onlyIf == null;
    }

    /** The HTML id of its control. */
    public String id() {
        return "q-" + key;
    }
}
