package io.mingjing.statistics;

import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days a ledger covers, both included. */
public record Period(LocalDate from, LocalDate to) {

    /** @throws Refusal with field {@code to}: {@code BEFORE_FROM} */
    public Period {
        if (to.isBefore(from)) {
            throw Refusal.fields(List.of(FieldError.of("to", "BEFORE_FROM")));
        }
    }

    /** What was asked for; without a first day the year of the last one, without a last day until today. */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate first = from;
        LocalDate last = to == null ? (first != null && first.isAfter(today) ? first : today) : to;
        return new Period(first == null ? last.withDayOfYear(1) : first, last);
    }
}
