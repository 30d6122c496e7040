package io.mingjing.casefile.web;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitDraft;
import io.mingjing.time.LimitExample;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Method;
import io.mingjing.time.OnLapse;
import io.mingjing.time.Pause;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of a draft as it was sent: text, so that what somebody typed comes back to them when it is refused.
 *
 * @param organ government of a local limit; empty for the limits of law
 * @param version version of the draft that the form was filled from
 * @param exStart start days of the worked examples, one a row like the other lists; rows without a start are left out
 * @param exPauses pauses of an example as {@code 2026-03-20/2026-04-09;…}
 */
record LimitForm(
        @Nullable String ruleId,
        @Nullable String organ,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String length,
        @Nullable String leadLength,
        @Nullable String method,
        @Nullable String maxExtension,
        @Nullable String extensionFree,
        @Nullable String pausable,
        @Nullable String article,
        @Nullable String basis,
        @Nullable String basisEn,
        @Nullable String meaning,
        @Nullable String meaningEn,
        @Nullable String startEvent,
        @Nullable String startEventEn,
        @Nullable String onLapse,
        @Nullable String yellow,
        @Nullable String red,
        @Nullable String remark,
        @Nullable Integer version,
        @Nullable List<String> exStart,
        @Nullable List<String> exPauses,
        @Nullable List<String> exExtension,
        @Nullable List<String> exLength,
        @Nullable List<String> exUnit,
        @Nullable List<String> exExpected) {

    /** A row of a worked example, as text. */
    record Row(String start, String pauses, String extension, String length, String unit, String expected) {
        static final Row EMPTY = new Row("", "", "", "", "", "");
    }

    private static final int SPARE_ROWS = 2;
    private static final int MOST_ROWS = 50;

    /** An empty form for a local limit of that government. */
    static LimitForm local(String governmentId, LocalDate from) {
        LimitRule blank = new LimitRule(
                LimitRule.LOCAL_PREFIX,
                null,
                0,
                Method.WORKING_DAYS,
                DayUnit.WORKING_DAY,
                0,
                false,
                false,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                OnLapse.ALARM,
                1,
                0,
                from,
                null,
                governmentId);
        return of(blank, "", null, List.of());
    }

    /** The next version of a limit, filled from the one before it. */
    static LimitForm next(LimitRule last, LocalDate today) {
        LimitForm form = of(last, "", null, List.of());
        LocalDate from =
                today.isAfter(last.validFrom()) ? today : last.validFrom().plusDays(1);
        return form.with(from.toString(), "");
    }

    static LimitForm of(LimitDraft draft) {
        return of(draft.rule(), draft.remark(), draft.version(), draft.examples());
    }

    private static LimitForm of(LimitRule rule, String remark, @Nullable Integer version, List<LimitExample> examples) {
        return new LimitForm(
                rule.id(),
                text(rule.organId()),
                rule.validFrom().toString(),
                text(rule.validTo()),
                text(rule.length()),
                text(rule.leadLength()),
                rule.method().name(),
                text(rule.maxExtension()),
                rule.extensionFree() ? "true" : "",
                rule.pausable() ? "true" : "",
                rule.article(),
                rule.basis(),
                rule.basisEn(),
                rule.meaning(),
                rule.meaningEn(),
                rule.startEvent(),
                rule.startEventEn(),
                rule.onLapse().name(),
                text(rule.yellow()),
                text(rule.red()),
                remark,
                version,
                texts(examples, LimitExample::start),
                examples.stream().map(example -> pauses(example.pauses())).toList(),
                texts(examples, LimitExample::extension),
                texts(examples, LimitExample::length),
                texts(examples, LimitExample::unit),
                texts(examples, LimitExample::expected));
    }

    private LimitForm with(String from, String to) {
        return new LimitForm(
                ruleId,
                organ,
                from,
                to,
                length,
                leadLength,
                method,
                maxExtension,
                extensionFree,
                pausable,
                article,
                basis,
                basisEn,
                meaning,
                meaningEn,
                startEvent,
                startEventEn,
                onLapse,
                yellow,
                red,
                remark,
                version,
                exStart,
                exPauses,
                exExtension,
                exLength,
                exUnit,
                exExpected);
    }

    /** Whether it is the form of a local limit. */
    public boolean local() {
        return organ != null && !organ.isBlank();
    }

    /** The rows of the examples as they were sent, and some empty ones behind them. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int sent = exStart == null ? 0 : exStart.size();
        for (int i = 0; i < sent && i < MOST_ROWS; i++) {
            Row row = row(i);
            if (!row.equals(Row.EMPTY)) {
                rows.add(row);
            }
        }
        for (int i = 0; i < SPARE_ROWS; i++) {
            rows.add(Row.EMPTY);
        }
        return rows;
    }

    private Row row(int i) {
        return new Row(
                at(exStart, i), at(exPauses, i), at(exExtension, i), at(exLength, i), at(exUnit, i), at(exExpected, i));
    }

    /**
     * The limit that the form describes; English texts that are missing repeat the Chinese ones.
     *
     * @throws Refusal what cannot be read, by field
     */
    LimitRule rule() {
        List<FieldError> errors = new ArrayList<>();
        Method counted = choice("method", method, Method.class, errors);
        OnLapse lapse = choice("onLapse", onLapse, OnLapse.class, errors);
        LocalDate from = date("validFrom", validFrom, errors);
        if (from == null && errors.stream().noneMatch(error -> error.field().equals("validFrom"))) {
            errors.add(FieldError.of("validFrom", "REQUIRED"));
        }
        LocalDate to = date("validTo", validTo, errors);
        Integer lengthOfIt = number("length", length, errors);
        int lead = Objects.requireNonNullElse(number("leadLength", leadLength, errors), 0);
        int extension = Objects.requireNonNullElse(number("maxExtension", maxExtension, errors), 0);
        int yellowAt = Objects.requireNonNullElse(number("yellow", yellow, errors), 0);
        int redAt = Objects.requireNonNullElse(number("red", red, errors), 0);
        if (!errors.isEmpty() || counted == null || lapse == null || from == null) {
            throw Refusal.fields(errors);
        }
        return new LimitRule(
                strip(ruleId),
                lengthOfIt,
                lead,
                counted,
                counted.unit(),
                extension,
                "true".equals(extensionFree),
                "true".equals(pausable),
                strip(article),
                strip(basis),
                or(basisEn, basis),
                strip(meaning),
                or(meaningEn, meaning),
                strip(startEvent),
                or(startEventEn, startEvent),
                lapse,
                yellowAt,
                redAt,
                from,
                to,
                local() ? strip(organ) : null);
    }

    /** The last day of an end. */
    @Nullable
    LocalDate last() {
        List<FieldError> errors = new ArrayList<>();
        LocalDate last = date("validTo", validTo, errors);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return last;
    }

    List<LimitExample> examples() {
        List<FieldError> errors = new ArrayList<>();
        List<LimitExample> examples = new ArrayList<>();
        for (Row row : rows()) {
            if (row.equals(Row.EMPTY)) {
                continue;
            }
            LocalDate start = date("examples", row.start(), errors);
            Integer extension = number("examples", row.extension(), errors);
            Integer set = number("examples", row.length(), errors);
            DayUnit unit = row.unit().isEmpty() ? null : choice("examples", row.unit(), DayUnit.class, errors);
            List<Pause> pauses = pauses(row.pauses(), errors);
            if (start == null) {
                errors.add(FieldError.of("examples", "EXAMPLE_START"));
            } else {
                examples.add(
                        new LimitExample(start, pauses, extension == null ? 0 : extension, set, unit, row.expected()));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return examples;
    }

    String note() {
        return strip(remark);
    }

    private static List<Pause> pauses(String text, List<FieldError> errors) {
        List<Pause> pauses = new ArrayList<>();
        for (String part : text.replace('；', ';').split(";")) {
            if (part.isBlank()) {
                continue;
            }
            int slash = part.indexOf('/');
            LocalDate from = slash < 0 ? null : date("examples", part.substring(0, slash), errors);
            LocalDate to = slash < 0 ? null : date("examples", part.substring(slash + 1), errors);
            if (from == null) {
                errors.add(FieldError.of("examples", "EXAMPLE_PAUSES", part.strip()));
            } else {
                pauses.add(new Pause(from, to));
            }
        }
        return pauses;
    }

    private static String pauses(List<Pause> pauses) {
        List<String> texts = new ArrayList<>();
        for (Pause pause : pauses) {
            texts.add(pause.from() + "/" + text(pause.to()));
        }
        return String.join(";", texts);
    }

    private static <T extends Enum<T>> @Nullable T choice(
            String field, @Nullable String text, Class<T> type, List<FieldError> errors) {
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        errors.add(FieldError.of(field, "NOT_AN_OPTION"));
        return null;
    }

    private static @Nullable LocalDate date(String field, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            errors.add(FieldError.of(field, "NOT_A_DATE"));
            return null;
        }
    }

    private static @Nullable Integer number(String field, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            errors.add(FieldError.of(field, "NOT_A_NUMBER", 0));
            return null;
        }
    }

    private static <T> List<String> texts(List<LimitExample> examples, Function<LimitExample, @Nullable T> field) {
        return examples.stream().map(example -> text(field.apply(example))).toList();
    }

    private static String at(@Nullable List<String> values, int i) {
        return values == null || i >= values.size() ? "" : strip(values.get(i));
    }

    private static String or(@Nullable String text, @Nullable String other) {
        return strip(text).isEmpty() ? strip(other) : strip(text);
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
