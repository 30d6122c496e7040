package io.mingjing.web;

import io.mingjing.engine.Field;
import io.mingjing.engine.Form;
import io.mingjing.engine.Forms;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.RefusalTexts;
import io.mingjing.web.FormView.ChoiceView;
import io.mingjing.web.FormView.ErrorView;
import io.mingjing.web.FormView.FieldView;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Prepares forms for the page: texts by language, values as they were typed, choices, what hides and what is watched. */
@Component
class FormViews {

    private static final int ROWS = 4;
    private static final int LONG_ROWS = 6;
    private static final int LONG_TEXT = 1000;

    private final MessageSource messages;
    private final RefusalTexts refusals;
    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<Organs> organs;
    private final ObjectProvider<Clock> clock;
    private final ObjectProvider<StaffChoices> staff;

    FormViews(
            MessageSource messages,
            RefusalTexts refusals,
            ObjectProvider<Forms> forms,
            ObjectProvider<Organs> organs,
            ObjectProvider<Clock> clock,
            ObjectProvider<StaffChoices> staff) {
        this.messages = messages;
        this.refusals = refusals;
        this.forms = forms;
        this.organs = organs;
        this.clock = clock;
        this.staff = staff;
    }

    /**
     * The form with these values and complaints, in the language of the request.
     *
     * @param values as typed or as stored; a field without an entry shows its default
     */
    FormView of(Form form, @Nullable Map<String, ?> values, @Nullable Collection<FieldError> errors) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, Object> filled = withDefaults(form, values == null ? Map.of() : values);
        Map<String, String> complaints = refusals.byField(errors == null ? List.of() : errors, locale);
        Set<String> hidden = hidden(form, filled);
        List<FieldView> fields = new ArrayList<>();
        List<ErrorView> summary = new ArrayList<>();
        for (Field field : form.fields()) {
            if (hidden.contains(field.key())) {
                continue;
            }
            FieldView view = view(form, field, filled.get(field.key()), complaints.get(field.key()), locale);
            fields.add(view);
            if (view.error() != null) {
                String first = view.choices().isEmpty() || !view.isGroup()
                        ? view.id()
                        : view.choices().get(0).id();
                summary.add(new ErrorView("#" + first, view.label(), view.error()));
            }
        }
        Set<String> drawn = fields.stream().map(FieldView::key).collect(Collectors.toSet());
        complaints.forEach((key, message) -> {
            if (!drawn.contains(key)) {
                summary.add(new ErrorView(null, null, message));
            }
        });
        return new FormView(fields, summary);
    }

    private FieldView view(Form form, Field field, @Nullable Object value, @Nullable String error, Locale locale) {
        String prefix = form.id() + "." + field.key();
        String id = "f-" + field.key();
        String hint = text(prefix + ".description", field.description(), locale);
        List<ChoiceView> choices = choices(form, field, value, locale);
        String described = Stream.of(
                        hint == null ? null : "h-" + field.key(), error == null ? null : "e-" + field.key())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String label = text(prefix + ".label", field.label(), locale);
        return new FieldView(
                field.key(),
                id,
                kind(field, choices),
                label == null ? field.key() : label,
                hint,
                field.required(),
                field.readOnly(),
                watched(form, field),
                one(value),
                choices,
                error,
                described.isEmpty() ? null : described,
                field.maxLength(),
                number(field.min()),
                latest(field),
                rows(field),
                shown(field, value, choices, locale));
    }

    private static String kind(Field field, List<ChoiceView> choices) {
        if (isStaff(field) && !choices.isEmpty()) {
            return StaffChoices.ONE.equals(field.properties().get("picker")) ? "select" : "checklist";
        }
        return isOrgan(field) ? "select" : field.type().name().toLowerCase(Locale.ROOT);
    }

    private static boolean isStaff(Field field) {
        String picker = field.properties().getOrDefault("picker", "");
        return picker.equals(StaffChoices.ONE) || picker.equals(StaffChoices.SEVERAL);
    }

    private static boolean isOrgan(Field field) {
        return "organ".equals(field.properties().get("picker"));
    }

    private List<ChoiceView> choices(Form form, Field field, @Nullable Object value, Locale locale) {
        Set<String> chosen = all(value);
        if (field.type() == Field.Type.CHECKBOX) {
            return List.of();
        }
        if (isOrgan(field)) {
            return organChoices(field, chosen);
        }
        if (isStaff(field)) {
            return staffChoices(field, one(value));
        }
        List<ChoiceView> choices = new ArrayList<>();
        for (Field.Option option : field.options()) {
            String key = form.id() + "." + field.key() + ".option." + option.value();
            String label = text(key, option.label(), locale);
            choices.add(new ChoiceView(
                    "f-" + field.key() + "-" + option.value(),
                    option.value(),
                    label == null ? option.value() : label,
                    chosen.contains(option.value()),
                    null));
        }
        return choices;
    }

    private List<ChoiceView> organChoices(Field field, Set<String> chosen) {
        Organs known = organs.getIfAvailable();
        if (known == null) {
            return List.of();
        }
        Map<String, String> governments = new HashMap<>();
        List<Organ> all = known.all();
        all.stream().filter(Organ::isGovernment).forEach(organ -> governments.put(organ.id(), organ.name()));
        return all.stream()
                .map(organ -> new ChoiceView(
                        "f-" + field.key() + "-" + organ.id(),
                        organ.id(),
                        organ.name(),
                        chosen.contains(organ.id()),
                        governments.get(organ.governmentId())))
                .toList();
    }

    /** Colleagues by name; a name that was chosen stays on offer even where its bearer has left. */
    private List<ChoiceView> staffChoices(Field field, String value) {
        StaffChoices known = staff.getIfAvailable();
        Set<String> names = new LinkedHashSet<>(known == null ? List.of() : known.names());
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> chosen = Stream.of(value.split("[、，,;；\\s]+"))
                .filter(name -> !name.isBlank())
                .toList();
        names.addAll(chosen);
        List<ChoiceView> choices = new ArrayList<>();
        for (String name : names) {
            choices.add(new ChoiceView(
                    "f-" + field.key() + "-" + (choices.size() + 1), name, name, chosen.contains(name), null));
        }
        return choices;
    }

    /** A field is watched if the rule that hides another one names it. */
    private static boolean watched(Form form, Field field) {
        Pattern name = Pattern.compile("(?<![\\w.])" + Pattern.quote(field.key()) + "(?!\\w)");
        return form.fields().stream()
                .map(Field::hideWhen)
                .filter(Objects::nonNull)
                .anyMatch(
                        rule -> name.matcher(rule.replaceAll("\"[^\"]*\"", "")).find());
    }

    private Set<String> hidden(Form form, Map<String, Object> values) {
        Forms rules = forms.getIfAvailable();
        return rules == null ? Set.of() : rules.hidden(form, values);
    }

    private static Map<String, Object> withDefaults(Form form, Map<String, ?> values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            Object value = values.containsKey(field.key()) ? values.get(field.key()) : field.defaultValue();
            if (value != null) {
                filled.put(field.key(), value);
            }
        }
        return filled;
    }

    private @Nullable String latest(Field field) {
        Clock now = clock.getIfAvailable();
        if (field.type() == Field.Type.DATE) {
            return now != null && "today".equals(field.properties().get("maxDate"))
                    ? LocalDate.now(now).toString()
                    : null;
        }
        return number(field.max());
    }

    private static int rows(Field field) {
        Integer longest = field.maxLength();
        return longest != null && longest > LONG_TEXT ? LONG_ROWS : ROWS;
    }

    /** What the reader sees where the field is not open. */
    private List<String> shown(Field field, @Nullable Object value, List<ChoiceView> choices, Locale locale) {
        if (field.type() == Field.Type.CHECKBOX) {
            String key = "true".equals(one(value)) ? "web.yes" : "web.no";
            return List.of(messages.getMessage(key, null, locale));
        }
        if (!choices.isEmpty()) {
            return choices.stream()
                    .filter(ChoiceView::chosen)
                    .map(ChoiceView::label)
                    .toList();
        }
        String text = one(value);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    private @Nullable String text(String key, @Nullable String standard, Locale locale) {
        return messages.getMessage(key, null, standard, locale);
    }

    private static String one(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.isEmpty() ? "" : plain(several.iterator().next());
        }
        return plain(value);
    }

    private static Set<String> all(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(FormViews::plain).collect(Collectors.toSet());
        }
        return value == null ? Set.of() : Set.of(plain(value));
    }

    private static String plain(@Nullable Object value) {
        if (value instanceof BigDecimal figure) {
            return number(figure);
        }
        return value == null ? "" : value.toString();
    }

    private static String number(@Nullable BigDecimal figure) {
        return figure == null ? "" : figure.stripTrailingZeros().toPlainString();
    }
}
