package io.mingjing.document;

import io.mingjing.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the values of a letter's fields into what is printed. */
final class LetterTexts {

    private LetterTexts() {}

    /**
     * What is printed, by tag. Blank values are absent; a flag that is off has its opposite.
     *
     * @throws Refusal {@code LETTER_FIELD_DATE} where a date is none
     */
    static Map<String, String> of(LetterType type, Map<String, ?> values) {
        Map<String, String> texts = new TreeMap<>();
        for (LetterField field : type.fields()) {
            String text = text(field, values.get(field.name()));
            if (text.isEmpty() && field.defaultValue() != null) {
                text = field.defaultValue();
            }
            if (!text.isEmpty()) {
                texts.put(field.name(), text);
            } else if (field.type() == LetterField.Type.FLAG) {
                texts.put(opposite(field.name()), "true");
            }
        }
        return texts;
    }

    /** Name of the tag that stands where a flag is off: {@code notDeemedAccepted}. */
    static String opposite(String flag) {
        return "not" + Character.toUpperCase(flag.charAt(0)) + flag.substring(1);
    }

    /** Refuses with the labels of the demanded fields that have no value. */
    static void requireFields(LetterType type, Map<String, String> texts, Predicate<LetterField> demanded) {
        List<String> missing = type.fields().stream()
                .filter(field -> !field.optional())
                .filter(demanded)
                .filter(field -> !texts.containsKey(field.name()))
                .map(LetterField::label)
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("LETTER_FIELDS_MISSING", OfficialStyle.names(missing));
        }
    }

    private static String text(LetterField field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case TEXT -> {
                String line = line(value);
                yield field.words().getOrDefault(line, line);
            }
            case PARAGRAPHS -> paragraphs(value);
            case DATE -> date(field, value);
            case FLAG -> Boolean.parseBoolean(value.toString()) ? "true" : "";
        };
    }

    private static String line(Object value) {
        if (value instanceof Collection<?> items) {
            return OfficialStyle.names(items.stream().map(LetterTexts::line).toList());
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof LocalDate day) {
            return OfficialStyle.date(day);
        }
        return clean(value.toString())
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static String paragraphs(Object value) {
        List<String> parts = new ArrayList<>();
        if (value instanceof Collection<?> items) {
            parts.addAll(OfficialStyle.items(items.stream()
                    .map(LetterTexts::line)
                    .filter(item -> !item.isEmpty())
                    .toList()));
        } else {
            clean(value.toString())
                    .lines()
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
        }
        return String.join(String.valueOf(Paragraphs.SEPARATOR), parts);
    }

    private static String date(LetterField field, Object value) {
        if (value instanceof LocalDate day) {
            return OfficialStyle.date(day);
        }
        String text = value.toString().strip();
        if (text.isEmpty()) {
            return "";
        }
        try {
            return OfficialStyle.date(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("LETTER_FIELD_DATE", field.label(), text);
        }
    }

    /** Without the characters that a Word document cannot hold, and without our own paragraph mark. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c == '\r' || c == '\t' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF))
                .map(c -> c == '\u2028' || c == Paragraphs.SEPARATOR ? '\n' : c)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
