package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.shared.Area;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Until when who may sue: fifteen days from a decision, from a refusal or dismissal where review is compulsory before suit,
 * and from the end of the time for deciding where nothing was decided (行政复议法 art. 34; 行政诉讼法 art. 45).
 */
@Component
class SuitWindows {

    private static final String RULE = "AR-SUE";
    private static final String DECISION = "decision";
    private static final List<String> CLOSING = List.of(DECISION, "mediation-letter", "dismissal", "refusal");
    private static final Set<String> NOT_TAKEN_ON = Set.of("dismissal", "refusal");

    private static final Set<String> ENDED = Set.of("DISMISSED", "REFUSED");

    private final Reviews reviews;
    private final ReviewDecisionMapper decisions;
    private final Letters letters;
    private final CaseLimits limits;
    private final TimeLimits time;

    SuitWindows(Reviews reviews, ReviewDecisionMapper decisions, Letters letters, CaseLimits limits, TimeLimits time) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.letters = letters;
        this.limits = limits;
        this.time = time;
    }

    /** The letter that closed the case, once it is issued. */
    Optional<Letter> closingLetter(String caseId) {
        return CLOSING.stream()
                .flatMap(type -> letters.current(caseId, type).stream())
                .filter(Letter::issued)
                .findFirst();
    }

    /** Whether that letter opens the way to the court. */
    boolean suable(Letter letter) {
        if (letter.type().equals(DECISION)) {
            return decisions
                    .find(letter.caseId())
                    .filter(decision -> decision.finalBasis() != null)
                    .isEmpty();
        }
        return NOT_TAKEN_ON.contains(letter.type())
                && reviews.get(letter.caseId()).prerequisiteGround() != null;
    }

    /** Whether a suit can follow a case that was not decided on its merits: a refusal, a dismissal, or silence. */
    boolean withoutDecision(CaseFile file) {
        if (file.area() != Area.REVIEW) {
            return false;
        }
        return switch (file.state()) {
            case OPEN -> expiredOn(file.id()) != null;
            case CLOSED ->
                ENDED.contains(String.valueOf(file.outcome()))
                        && closingLetter(file.id()).filter(this::suable).isPresent();
            case ARCHIVED -> false;
        };
    }

    /** The day on which the time for deciding ran out with nothing decided; null where it did not. */
    @Nullable
    LocalDate expiredOn(String caseId) {
        boolean silent = reviews.find(caseId)
                        .filter(review -> review.decisionOverdue() && review.decidedOn() == null)
                        .isPresent()
                && closingLetter(caseId).isEmpty();
        return silent
                ? limits.of(caseId).stream()
                        .filter(limit -> ReviewClock.DECIDE.contains(limit.rule()))
                        .reduce((first, second) -> second)
                        .map(CaseLimit::dueOn)
                        .orElse(null)
                : null;
    }

    /** Last day to sue for a party in that role; null where it may not. */
    @Nullable
    LocalDate until(
            PartyRole role, @Nullable Letter letter, @Nullable LocalDate servedOn, @Nullable LocalDate expiredOn) {
        if (letter == null) {
            return expiredOn == null || role != PartyRole.APPLICANT ? null : from(expiredOn);
        }
        return servedOn == null || role == PartyRole.RESPONDENT || !suable(letter) ? null : from(servedOn);
    }

    private @Nullable LocalDate from(LocalDate day) {
        return time.dates(LimitRequest.of(RULE, day)).due();
    }
}
