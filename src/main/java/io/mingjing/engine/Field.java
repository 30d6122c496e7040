package io.mingjing.engine;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, as bpmn/FORMS.md defines it.
 *
 * @param key name of the value; for a {@code NOTE} only an id
 * @param label visible label; the text of a {@code NOTE}
 * @param minLength least number of characters (code points); texts only
 * @param maxLength greatest number of characters (code points); always set for texts
 * @param pattern regular expression that a text must contain a match of
 * @param min least number
 * @param max greatest number
 * @param options what may be chosen; empty for fields without a choice
 * @param hideWhen FEEL expression without the leading {@code =}; the field is hidden while it is true
 * @param defaultValue value of a form not filled in yet
 * @param properties the extension properties: variable, keyDate, letterField, minDate, maxDate, notBefore, picker, paper
 * @param readOnly shown, never taken from the reader
 * @param decimals decimal places a number may have; null for other fields
 */
public record Field(
        String key,
        Type type,
        String label,
        @Nullable String description,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<Option> options,
        @Nullable String hideWhen,
        @Nullable Object defaultValue,
        Map<String, String> properties,
        boolean readOnly,
        @Nullable Integer decimals) {

    /** Kinds of fields. */
    public enum Type {
        TEXT,
        TEXTAREA,
        NUMBER,
        DATE,
        CHECKBOX,
        RADIO,
        SELECT,
        CHECKLIST,
        /** Explaining text without a value. */
        NOTE
    }

    /** One choice. */
    public record Option(String value, String label) {}

    public Field {
        options = List.copyOf(options);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Whether the field carries a value at all. */
    public boolean hasValue() {
        return type != Type.NOTE;
    }

    /** Whether its value becomes a variable of the process. */
    public boolean isVariable() {
        return "true".equals(properties.get("variable"));
    }
}
