package io.mingjing.shared;

import io.mingjing.shared.Refusal.FieldError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says a refusal in the reader's language: the one place that knows under which keys its texts stand. */
public final class RefusalTexts {

    /** The message bundles. */
    @FunctionalInterface
    public interface Bundles {

        /** The text under a key, filled with its arguments; null where there is none. */
        @Nullable
        String find(String key, Object[] args, Locale locale);
    }

    /**
     * A complaint, ready to be shown.
     *
     * @param field id of the form field; empty where the act is refused as a whole
     */
    public record FieldText(String field, String message) {}

    private final Bundles bundles;

    public RefusalTexts(Bundles bundles) {
        this.bundles = bundles;
    }

    /** The sentence of the refusal itself. */
    public String of(Refusal refusal, Locale locale) {
        return text("refusal." + refusal.code(), refusal.args(), locale);
    }

    /** The sentence of one field. */
    public String of(FieldError error, Locale locale) {
        return text("field." + error.code(), error.args(), locale);
    }

    /** The sentence of the refusal where it is not about fields, which are said beside them; else null. */
    public @Nullable String whole(Refusal refusal, Locale locale) {
        return refusal.errors().isEmpty() ? of(refusal, locale) : null;
    }

    /** The complaints about fields. */
    public List<FieldText> fields(Collection<FieldError> errors, Locale locale) {
        return errors.stream()
                .map(error -> new FieldText(error.field(), of(error, locale)))
                .toList();
    }

    /** The complaint about each wrong field, else that of the whole. */
    public List<FieldText> all(Refusal refusal, Locale locale) {
        return refusal.errors().isEmpty()
                ? List.of(new FieldText("", of(refusal, locale)))
                : fields(refusal.errors(), locale);
    }

    /** The first complaint about each wrong field, by field. */
    public Map<String, String> byField(Collection<FieldError> errors, Locale locale) {
        return byField(fields(errors, locale));
    }

    /** The first complaint about each wrong field, by field; under {@code ""} what is refused as a whole. */
    public Map<String, String> byField(Refusal refusal, Locale locale) {
        return byField(all(refusal, locale));
    }

    private static Map<String, String> byField(List<FieldText> texts) {
        Map<String, String> byField = new LinkedHashMap<>();
        texts.forEach(text -> byField.putIfAbsent(text.field(), text.message()));
        return byField;
    }

    /**
     * A sentence for each wrong field, else that of the whole; for places away from the fields.
     *
     * @param heading what stands before the sentence of a field
     */
    public List<String> sentences(Refusal refusal, UnaryOperator<String> heading, Locale locale) {
        return all(refusal, locale).stream()
                .map(text -> text.field().isEmpty() ? text.message() : heading.apply(text.field()) + text.message())
                .toList();
    }

    private String text(String key, List<Object> args, Locale locale) {
        String text = bundles.find(key, args.toArray(), locale);
        if (text == null) {
            text = bundles.find("refusal.OTHER", new Object[] {key}, locale);
        }
        return text == null ? key : text;
    }
}
