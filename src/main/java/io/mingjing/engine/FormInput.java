package io.mingjing.engine;

import io.mingjing.engine.Field.Option;
import io.mingjing.engine.Field.Type;
import io.mingjing.shared.Refusal.FieldError;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what came for one field into its type, or into a complaint. */
final class FormInput {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    /** Invisible characters that no form asks for; line breaks and tabs are none of them. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    /** Either a value (null if nothing was filled in) or an error. */
    record Read(@Nullable Object value, @Nullable FieldError error) {

        static Read of(@Nullable Object value) {
            return new Read(value, null);
        }
    }

    private FormInput() {}

    static Read read(Field field, @Nullable Object raw) {
        return switch (field.type()) {
            case TEXT, TEXTAREA -> text(field, string(raw));
            case NUMBER -> number(field, string(raw));
            case DATE -> date(field, string(raw));
            case CHECKBOX -> checkbox(field, raw);
            case RADIO, SELECT -> option(field, string(raw));
            case CHECKLIST -> options(field, raw);
            case NOTE -> Read.of(null);
        };
    }

    private static Read wrong(Field field, String code, Object... args) {
        return new Read(null, FieldError.of(field.key(), code, args));
    }

    private static String string(@Nullable Object raw) {
        if (raw == null) {
            return "";
        }
        if (raw instanceof String[] several) {
            return several.length == 0 ? "" : several[0].strip();
        }
        String text = raw instanceof BigDecimal number ? number.toPlainString() : raw.toString();
        return CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip();
    }

    /** Digits as an input method leaves them: full width becomes plain. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static Read text(Field field, String text) {
        String value = field.type() == Type.TEXT ? text.replace('\n', ' ') : text;
        if (value.isEmpty()) {
            return Read.of(null);
        }
        int length = value.codePointCount(0, value.length());
        if (field.maxLength() != null && length > field.maxLength()) {
            return wrong(field, "TOO_LONG", field.maxLength(), length);
        }
        if (field.minLength() != null && length < field.minLength()) {
            return wrong(field, "TOO_SHORT", field.minLength());
        }
        if (field.pattern() != null
                && !Pattern.compile(field.pattern()).matcher(value).find()) {
            return wrong(field, "PATTERN");
        }
        return Read.of(value);
    }

    private static Read number(Field field, String text) {
        String value = plain(text);
        if (value.isEmpty()) {
            return Read.of(null);
        }
        int decimals = field.decimals() == null ? 0 : field.decimals();
        if (!NUMBER.matcher(value).matches()
                || new BigDecimal(value).stripTrailingZeros().scale() > decimals) {
            return wrong(field, "NOT_A_NUMBER", decimals);
        }
        BigDecimal number = new BigDecimal(value);
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            return wrong(field, "TOO_SMALL", field.min());
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            return wrong(field, "TOO_LARGE", field.max());
        }
        return Read.of(number);
    }

    private static Read date(Field field, String text) {
        String value = plain(text);
        if (value.isEmpty()) {
            return Read.of(null);
        }
        try {
            LocalDate date = LocalDate.parse(value, DATE);
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? wrong(field, "NOT_A_DATE") : Read.of(date);
        } catch (DateTimeParseException e) {
            return wrong(field, "NOT_A_DATE");
        }
    }

    /** An unticked box sends nothing. */
    private static Read checkbox(Field field, @Nullable Object raw) {
        String value = string(raw);
        if (Set.of("", "false", "off").contains(value)) {
            return Read.of(false);
        }
        return Set.of("true", "on").contains(value) ? Read.of(true) : wrong(field, "NOT_AN_OPTION");
    }

    private static Read option(Field field, String value) {
        if (value.isEmpty()) {
            return Read.of(null);
        }
        return codes(field).contains(value) ? Read.of(value) : wrong(field, "NOT_AN_OPTION");
    }

    private static Read options(Field field, @Nullable Object raw) {
        Collection<?> several = raw instanceof Collection<?> collection
                ? collection
                : raw instanceof Object[] array ? List.of(array) : raw == null ? List.of() : List.of(raw);
        Set<String> chosen = several.stream()
                .map(FormInput::string)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet());
        List<String> codes = codes(field);
        if (!codes.containsAll(chosen)) {
            return wrong(field, "NOT_AN_OPTION");
        }
        List<String> inOrder = codes.stream().filter(chosen::contains).toList();
        return Read.of(inOrder.isEmpty() ? null : inOrder);
    }

    private static List<String> codes(Field field) {
        return field.options().stream().map(Option::value).toList();
    }

    /** Whether a required field was filled in; a box that must be ticked counts when it is. */
    static Optional<FieldError> missing(Field field, @Nullable Object value) {
        boolean empty = value == null || Boolean.FALSE.equals(value);
        return field.required() && empty ? Optional.of(FieldError.of(field.key(), "REQUIRED")) : Optional.empty();
    }
}
