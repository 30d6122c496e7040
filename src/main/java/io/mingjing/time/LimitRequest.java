package io.mingjing.time;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be computed.
 *
 * @param rule id in the catalogue, such as {@code AR-DECIDE-ORD}
 * @param start day of the event (day 0); for limits counted backwards the day of the event that lies ahead
 * @param pauses in any order, overlapping or not
 * @param extensions in the order in which they were granted
 * @param length length set by a document, an order or a special statute; null for the catalogue's
 * @param unit unit of that length; only limits set by a document need it
 * @param lights lights of the organ that has the case; null for the catalogue's
 * @param endOn last day that an order or a special statute fixes; nothing is counted then. Null for none
 */
public record LimitRequest(
        String rule,
        LocalDate start,
        List<Pause> pauses,
        List<Extension> extensions,
        @Nullable Integer length,
        @Nullable DayUnit unit,
        @Nullable Thresholds lights,
        @Nullable LocalDate endOn) {

    public LimitRequest {
        pauses = List.copyOf(pauses);
        extensions = List.copyOf(extensions);
    }

    /** With an extension of which only the days are known; 0 for none. */
    public LimitRequest(
            String rule,
            LocalDate start,
            List<Pause> pauses,
            int extensionDays,
            @Nullable Integer length,
            @Nullable DayUnit unit,
            @Nullable Thresholds lights,
            @Nullable LocalDate endOn) {
        this(
                rule,
                start,
                pauses,
                extensionDays == 0 ? List.of() : List.of(Extension.of(extensionDays)),
                length,
                unit,
                lights,
                endOn);
    }

    /** Under the lights of the catalogue, counted and not fixed. */
    public LimitRequest(
            String rule,
            LocalDate start,
            List<Pause> pauses,
            int extensionDays,
            @Nullable Integer length,
            @Nullable DayUnit unit) {
        this(rule, start, pauses, extensionDays, length, unit, null, null);
    }

    /** Under the lights of the catalogue, counted and not fixed. */
    public LimitRequest(
            String rule,
            LocalDate start,
            List<Pause> pauses,
            List<Extension> extensions,
            @Nullable Integer length,
            @Nullable DayUnit unit) {
        this(rule, start, pauses, extensions, length, unit, null, null);
    }

    /** All extensions together, in the limit's own unit. */
    public int extensionDays() {
        return extensions.stream().mapToInt(Extension::days).sum();
    }

    /** The limit as the catalogue has it, without pause or extension. */
    public static LimitRequest of(String rule, LocalDate start) {
        return new LimitRequest(rule, start, List.of(), 0, null, null);
    }
}
