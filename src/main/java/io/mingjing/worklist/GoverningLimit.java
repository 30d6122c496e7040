package io.mingjing.worklist;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which limit dates a task: the one with the earliest due day among the running limits that enclose it in the model, else
 * the limit for the decision. A paused limit dates a task only where no other runs, for its clock stands still.
 */
final class GoverningLimit {

    /** The limits for the decision differ by procedure (L62.1: 60 and 30 days), but share their name. */
    private static final String DECISION = "AR-DECIDE-";

    private static final Comparator<LimitRow> EARLIEST = Comparator.comparing(
                    LimitRow::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(LimitRow::id);

    private GoverningLimit() {}

    /**
     * @param limits running and paused limits of the case
     * @param enclosing rules of the limit sub-processes around the task
     */
    static Optional<LimitRow> of(List<LimitRow> limits, List<String> enclosing) {
        Optional<LimitRow> around = limits.stream()
                .filter(limit -> enclosing.contains(limit.rule()))
                .min(EARLIEST);
        return around.isPresent()
                ? around
                : limits.stream()
                        .filter(limit -> limit.rule().startsWith(DECISION))
                        .min(EARLIEST);
    }
}
