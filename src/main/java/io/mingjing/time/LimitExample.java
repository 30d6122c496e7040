package io.mingjing.time;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worked example of a version of a limit: what somebody has counted by hand and the clock must find too.
 *
 * @param start day of the event
 * @param extension in the unit of the limit; 0 for none
 * @param length length set by the document; only for limits set by a document
 * @param unit unit of that length
 * @param expected last day as {@code 2026-05-06}, or the code of the refusal
 */
public record LimitExample(
        LocalDate start,
        List<Pause> pauses,
        int extension,
        @Nullable Integer length,
        @Nullable DayUnit unit,
        String expected) {

    public LimitExample {
        pauses = List.copyOf(pauses);
        expected = expected.strip();
    }

    LimitRequest request(String rule) {
        return new LimitRequest(rule, start, pauses, extension, length, unit);
    }

    /**
     * What the clock says to an example.
     *
     * @param found last day, or code of the refusal
     */
    public record Result(LimitExample example, String found) {

        public boolean passed() {
            return example.expected().equals(found);
        }
    }
}
