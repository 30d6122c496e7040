package io.mingjing.engine;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what was filled into a form. */
@Component
class FormCheck {

    private final Feel feel;
    private final Clock clock;

    FormCheck(Feel feel, Clock clock) {
        this.feel = feel;
        this.clock = clock;
    }

    /** See {@link Forms#validate(Form, Map, Map)}. */
    Map<String, Object> validate(Form form, Map<String, ?> raw, Map<String, LocalDate> keyDates) {
        Map<String, FormInput.Read> input = read(form, raw);
        Set<String> hidden = hiddenOf(form, input);
        Map<String, Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (Field field : form.fields()) {
            FormInput.Read read = input.get(field.key());
            if (read == null || hidden.contains(field.key())) {
                continue;
            }
            if (read.error() != null) {
                errors.add(read.error());
            } else {
                FormInput.missing(field, read.value()).ifPresent(errors::add);
                if (read.value() != null) {
                    values.put(field.key(), read.value());
                }
            }
        }
        for (Field field : form.fields()) {
            if (values.get(field.key()) instanceof LocalDate date) {
                bounds(field, date, values, keyDates, errors);
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return values;
    }

    /** See {@link Forms#hidden}. */
    Set<String> hidden(Form form, Map<String, ?> raw) {
        return hiddenOf(form, read(form, raw));
    }

    private static Map<String, FormInput.Read> read(Form form, Map<String, ?> raw) {
        Map<String, FormInput.Read> input = new HashMap<>();
        for (Field field : form.fields()) {
            if (field.hasValue() && !field.readOnly()) {
                input.put(field.key(), FormInput.read(field, raw.get(field.key())));
            }
        }
        return input;
    }

    /** A hidden field has no value for the conditions of others, so hiding one may hide or show the next. */
    private Set<String> hiddenOf(Form form, Map<String, FormInput.Read> input) {
        List<Field> conditional =
                form.fields().stream().filter(field -> field.hideWhen() != null).toList();
        List<String> conditions =
                conditional.stream().map(Field::hideWhen).map(String::valueOf).toList();
        Set<String> hidden = Set.of();
        Map<String, @Nullable Object> values = visible(form, input, hidden);
        for (int round = 0; round <= conditional.size(); round++) {
            hidden = new HashSet<>();
            List<Boolean> answers = feel.areTrue(conditions, values);
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i)) {
                    hidden.add(conditional.get(i).key());
                }
            }
            Map<String, @Nullable Object> left = visible(form, input, hidden);
            if (left.equals(values)) {
                break;
            }
            values = left;
        }
        return hidden;
    }

    private static Map<String, @Nullable Object> visible(
            Form form, Map<String, FormInput.Read> input, Set<String> hidden) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (Field field : form.fields()) {
            FormInput.Read read = input.get(field.key());
            values.put(field.key(), read == null || hidden.contains(field.key()) ? null : read.value());
        }
        return values;
    }

    private void bounds(
            Field field,
            LocalDate date,
            Map<String, Object> values,
            Map<String, LocalDate> keyDates,
            List<FieldError> errors) {
        LocalDate earliest = bound(field.properties().get("minDate"), values);
        LocalDate keyDate = keyDates.get(field.properties().getOrDefault("notBefore", ""));
        LocalDate latest = bound(field.properties().get("maxDate"), values);
        if (keyDate != null && (earliest == null || keyDate.isAfter(earliest))) {
            earliest = keyDate;
        }
        if (earliest != null && date.isBefore(earliest)) {
            errors.add(FieldError.of(field.key(), "DATE_TOO_EARLY", earliest));
        } else if (latest != null && date.isAfter(latest)) {
            errors.add(FieldError.of(field.key(), "DATE_TOO_LATE", latest));
        }
    }

    private @Nullable LocalDate bound(@Nullable String name, Map<String, Object> values) {
        if (name == null) {
            return null;
        }
        return name.equals("today") ? LocalDate.now(clock) : values.get(name) instanceof LocalDate other ? other : null;
    }
}
