package io.mingjing.casefile;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checked values of a form. What an act cannot do without is refused as a missing field, so that a form which
 * forgot to demand it still answers in the reader's language.
 */
public record Answers(Map<String, Object> values) {

    public String text(String key) {
        String text = optionalText(key);
        if (text == null) {
            throw missing(key);
        }
        return text;
    }

    public @Nullable String optionalText(String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    public LocalDate date(String key) {
        LocalDate date = optionalDate(key);
        if (date == null) {
            throw missing(key);
        }
        return date;
    }

    public @Nullable LocalDate optionalDate(String key) {
        return values.get(key) instanceof LocalDate date ? date : null;
    }

    /** A whole number; the form's {@code decimals} keeps fractions out. */
    public int wholeNumber(String key) {
        if (values.get(key) instanceof BigDecimal number) {
            return number.intValueExact();
        }
        throw missing(key);
    }

    /** The codes ticked in a checklist; empty for a list that was hidden. */
    public List<String> codes(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    public boolean ticked(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    private static Refusal missing(String key) {
        return Refusal.fields(List.of(FieldError.of(key, "REQUIRED")));
    }
}
