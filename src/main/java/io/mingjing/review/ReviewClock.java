package io.mingjing.review;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The clock of a review: the time for deciding, under whichever rule it runs. */
@Component
class ReviewClock {

    static final String ORDINARY = "AR-DECIDE-ORD";

    static final String SIMPLIFIED = "AR-DECIDE-SIM";

    static final String ELEVATED = "AR-ELEVATE-DECIDE";

    /** The time for deciding (行政复议法 art. 62; 实施条例 art. 40). */
    static final List<String> DECIDE = List.of(ORDINARY, SIMPLIFIED, ELEVATED);

    private final CaseLimits limits;

    ReviewClock(CaseLimits limits) {
        this.limits = limits;
    }

    Optional<CaseLimit> find(String caseId) {
        return limits.of(caseId).stream()
                .filter(limit -> DECIDE.contains(limit.rule()) && limit.state().isOpen())
                .reduce((first, second) -> second);
    }

    /** @throws Refusal {@code NOT_UNDER_REVIEW} before acceptance and after the decision */
    CaseLimit require(String caseId) {
        return find(caseId).orElseThrow(() -> Refusal.conflict("NOT_UNDER_REVIEW"));
    }

    List<CaseLimit> open(String caseId, Set<String> rules) {
        return limits.of(caseId).stream()
                .filter(limit -> rules.contains(limit.rule()) && limit.state().isOpen())
                .toList();
    }

    /**
     * Moves a limit in the name of whoever has approved it in the procedure: the approvals of the letters have been
     * checked there.
     */
    static Actor inTheNameOf(String approver) {
        return new Actor(Actor.SYSTEM.userId(), approver, null, null, Set.of());
    }
}
