package io.mingjing.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pauses that touch each other, merged into one (I5).
 *
 * @param to first day that counts again; null while open
 * @param grounds each ground once, in order of suspension
 * @param orders each document once, in order of suspension
 */
record Span(LocalDate from, @Nullable LocalDate to, List<String> grounds, List<String> orders) {

    /** Calendar days that do not count; only for a closed span. */
    static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Sorted, merged and cut to the days from {@code first} on: what lies before the first day cannot stop anything. */
    static List<Span> merge(List<Pause> pauses, LocalDate first) {
        if (pauses.isEmpty()) {
            return List.of();
        }
        List<Pause> sorted = new ArrayList<>(pauses);
        sorted.sort(Comparator.comparing(Pause::from));
        List<Span> merged = new ArrayList<>();
        for (Pause pause : sorted) {
            LocalDate from = pause.from().isBefore(first) ? first : pause.from();
            LocalDate to = pause.to();
            if (to != null && !to.isAfter(from)) {
                continue; // resumed on the day of suspension, or before the clock started
            }
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && (last.to == null || !from.isAfter(last.to))) {
                merged.set(merged.size() - 1, last.joined(to, pause));
            } else {
                merged.add(new Span(from, to, with(List.of(), pause.ground()), with(List.of(), pause.order())));
            }
        }
        return merged;
    }

    private Span joined(@Nullable LocalDate otherTo, Pause other) {
        LocalDate end = to == null || otherTo == null ? null : to.isAfter(otherTo) ? to : otherTo;
        return new Span(from, end, with(grounds, other.ground()), with(orders, other.order()));
    }

    private static List<String> with(List<String> texts, @Nullable String text) {
        if (text == null || texts.contains(text)) {
            return texts;
        }
        List<String> all = new ArrayList<>(texts);
        all.add(text);
        return List.copyOf(all);
    }
}
