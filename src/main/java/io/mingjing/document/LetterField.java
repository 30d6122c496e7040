package io.mingjing.document;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a letter that must be filled.
 *
 * @param name name of the tag in the template
 * @param label what it is called in Chinese, for refusals
 * @param type how its value is printed
 * @param optional whether the passage that holds it may be left out
 * @param late whether it may still be unknown in the draft; it is demanded when the letter is issued
 * @param words text that stands for each code; empty where the value is printed as it is
 * @param defaultValue printed when nobody says otherwise
 */
public record LetterField(
        String name,
        String label,
        Type type,
        boolean optional,
        boolean late,
        Map<String, String> words,
        @Nullable String defaultValue) {

    public LetterField {
        words = Map.copyOf(words);
    }

    /** How a value is printed. */
    public enum Type {
        /** One run of text. */
        TEXT,
        /** Text of several paragraphs. */
        PARAGRAPHS,
        /** Like 2026年3月9日. */
        DATE,
        /** Decides whether a passage stands in the letter. */
        FLAG
    }
}
