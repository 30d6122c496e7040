package io.mingjing.review;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the officer proposes to decide.
 *
 * @param outcome code of DOMAIN.md section 3.8
 * @param findings ticked grounds by the field of the form that asked for them
 * @param measures what is decided in a case about an agreement (行政复议法 art. 71); empty for other outcomes
 * @param orderedDays natural days from receipt within which the respondent must act; null where the law's own period runs
 * @param worse answer to whether a change is worse for the applicant: NO, THIRD_PARTY or YES (art. 63.2)
 * @param thirdPartyProof whether a third party proved an act that the respondent did not defend (art. 70)
 * @param compensation NONE, GRANT, RETURN or REFUSE (art. 72)
 * @param finalBasis provision that makes the decision final; null where a suit is open
 * @param holding operative part in the officer's words; null for the standard wording
 */
public record DecisionDraft(
        String outcome,
        Map<String, List<String>> findings,
        List<String> measures,
        @Nullable Integer orderedDays,
        @Nullable String worse,
        boolean thirdPartyProof,
        String compensation,
        @Nullable String finalBasis,
        @Nullable String holding) {

    private static final Set<String> NEW_ACT = Set.of("REVOKE_REDO", "REVOKE_PART_REDO");

    public DecisionDraft {
        findings = Map.copyOf(findings);
        measures = List.copyOf(measures);
    }

    /** Whether the outcome orders a new act. */
    public static boolean ordersNewAct(String outcome) {
        return NEW_ACT.contains(outcome);
    }

    List<String> grounds() {
        return findings.values().stream().flatMap(List::stream).toList();
    }
}
