package io.mingjing.review.process;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rules that a limit of a review may have: they follow the procedure, and the organ that decides. */
final class ReviewLimits {

    /** The time for deciding (行政复议法 art. 62; 实施条例 art. 40). */
    static final List<String> DECIDE = List.of("AR-DECIDE-ORD", "AR-DECIDE-SIM", "AR-ELEVATE-DECIDE");

    static final List<String> COPY = List.of("AR-COPY-ORD", "AR-COPY-SIM");

    static final List<String> REPLY = List.of("AR-REPLY-ORD", "AR-REPLY-SIM");

    private ReviewLimits() {}

    /** The last day of the latest limit with one of these rules. */
    static LocalDate lastDay(CaseLimits limits, String caseId, List<String> rules) {
        return latest(limits, caseId, rules)
                .map(limit -> Objects.requireNonNull(limit.dueOn(), "a limit that lapsed has a last day"))
                .orElseThrow(() -> new IllegalStateException("case " + caseId + " has no limit of " + rules));
    }

    /** The open limit with one of these rules. */
    static Optional<CaseLimit> open(CaseLimits limits, String caseId, List<String> rules) {
        return limits.of(caseId).stream()
                .filter(limit -> rules.contains(limit.rule()) && limit.state().isOpen())
                .reduce((first, second) -> second);
    }

    private static Optional<CaseLimit> latest(CaseLimits limits, String caseId, List<String> rules) {
        return limits.of(caseId).stream()
                .filter(limit -> rules.contains(limit.rule()) && limit.dueOn() != null)
                .reduce((first, second) -> second);
    }
}
