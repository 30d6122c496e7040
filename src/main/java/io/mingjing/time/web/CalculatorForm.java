package io.mingjing.time.web;

import io.mingjing.shared.Refusal;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Pause;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calculator's fields as they were typed; what a limit cannot have is not on its form and is not read. */
record CalculatorForm(
        @Nullable String rule,
        @Nullable String start,
        @Nullable String extension,
        @Nullable String length,
        @Nullable DayUnit unit,
        @Nullable List<String> from,
        @Nullable List<String> to,
        @Nullable List<String> ground) {

    LimitRequest toRequest(LimitRule limit) {
        if (isBlank(start)) {
            throw Refusal.invalid("START_DATE_REQUIRED");
        }
        boolean extendable = limit.extensionFree() || limit.maxExtension() > 0;
        Integer days = extendable ? number(extension, "BAD_EXTENSION", limit) : null;
        return new LimitRequest(
                limit.id(),
                date(start, "startDate"),
                limit.pausable() ? pauses() : List.of(),
                days == null ? 0 : days,
                limit.setByDocument() ? number(length, "BAD_LENGTH", limit) : null,
                limit.setByDocument() ? unit : null);
    }

    private List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        int rows = Math.max(size(from), size(to));
        for (int i = 0; i < rows; i++) {
            String first = at(from, i);
            String last = at(to, i);
            if (isBlank(first) && isBlank(last)) {
                continue;
            }
            if (isBlank(first)) {
                throw Refusal.invalid("BAD_PAUSE", "", last);
            }
            String reason = at(ground, i);
            pauses.add(new Pause(
                    date(first, "pauses.from"),
                    isBlank(last) ? null : date(last, "pauses.to"),
                    isBlank(reason) ? null : reason.strip()));
        }
        return pauses;
    }

    private static int size(@Nullable List<String> values) {
        return values == null ? 0 : values.size();
    }

    private static String at(@Nullable List<String> values, int index) {
        return values == null || index >= values.size() ? "" : values.get(index);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static LocalDate date(@Nullable String text, String field) {
        try {
            return LocalDate.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("BAD_DATE", field, String.valueOf(text));
        }
    }

    private static @Nullable Integer number(@Nullable String text, String code, LimitRule limit) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw Refusal.invalid(code, limit.id(), "3650");
        }
    }
}
