package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a case is decided, beyond outcome and grounds.
 *
 * @param articles provisions of the outcome and its grounds, codes such as {@code L64.1(1)}, joined by commas
 * @param orderedDays natural days ordered; null where the law's own period runs
 * @param approvalForm ORGAN_HEAD or COLLECTIVE (行政复议法 art. 61); null until approved
 * @param respondentServedOn day on which the decision reached the respondent: its periods run from there
 */
public record ReviewDecision(
        String caseId,
        String outcome,
        String grounds,
        String articles,
        String measures,
        @Nullable Integer orderedDays,
        @Nullable String worse,
        boolean thirdPartyProof,
        String compensation,
        @Nullable String finalBasis,
        @Nullable String approvalForm,
        @Nullable LocalDate respondentServedOn,
        String draftedBy,
        Instant draftedAt,
        int version) {

    public List<String> groundList() {
        return split(grounds);
    }

    public List<String> articleList() {
        return split(articles);
    }

    public List<String> measureList() {
        return split(measures);
    }

    /** Whether the respondent has something to do under the decision (art. 64–66, 71, 72). */
    public boolean ordersRespondent() {
        return orderedDays != null
                || DecisionDraft.ordersNewAct(outcome)
                || outcome.equals("ORDER_PERFORMANCE")
                || compensation.equals("GRANT")
                || compensation.equals("RETURN");
    }

    private static List<String> split(String codes) {
        return codes.isBlank() ? List.of() : List.of(codes.split(","));
    }
}
