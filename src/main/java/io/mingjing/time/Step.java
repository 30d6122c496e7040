package io.mingjing.time;

import java.time.LocalDate;
import java.util.List;

/**
 * One line of an explanation, as codes; {@link Explanations} gives it words.
 *
 * @param day running count in the limit's own unit; 0 where the day does not count
 * @param code text under {@code time.step.<code>}
 * @param args what the text needs: strings, integers, dates, lists of strings or of {@link Extension}
 */
public record Step(LocalDate date, int day, String code, List<Object> args) {

    public Step {
        args = List.copyOf(args);
    }

    static Step of(LocalDate date, int day, String code, Object... args) {
        return new Step(date, day, code, List.of(args));
    }
}
