package io.mingjing.review;

import io.mingjing.engine.Decisions;
import io.mingjing.shared.Refusal.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which grounds bear which outcome (行政复议法 art. 63–72), as the table {@code decisionGrounds} says. */
@Component
class DecisionGrounds {

    private static final String TABLE = "decisionGrounds";
    private static final String AGREEMENT = "AGREEMENT";

    private final Decisions decisions;

    DecisionGrounds(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The article under which the ground bears the outcome, such as {@code L64.1(1)}; empty where it does not. */
    Optional<String> article(String outcome, String ground) {
        return decisions.evaluate(TABLE, Map.of("outcome", outcome, "ground", ground)).stream()
                .findFirst()
                .map(row -> String.valueOf(row.get("article")));
    }

    /**
     * The articles of a draft; what the table does not allow is added to the faults under the field that asked.
     */
    List<String> check(DecisionDraft draft, List<FieldError> faults) {
        Set<String> articles = new LinkedHashSet<>();
        if (draft.outcome().equals(AGREEMENT)) {
            checkAgreement(draft, articles, faults);
        } else if (draft.outcome().equals("UPHOLD")) {
            article("UPHOLD", draft.thirdPartyProof() ? "THIRD_PARTY_PROVED" : "ALL_LAWFUL")
                    .ifPresent(articles::add);
        } else {
            draft.findings()
                    .forEach((field, grounds) -> grounds.forEach(ground -> article(draft.outcome(), ground)
                            .ifPresentOrElse(
                                    articles::add, () -> faults.add(FieldError.of(field, "GROUND_NOT_ALLOWED")))));
            if (draft.grounds().isEmpty()) {
                faults.add(FieldError.of("outcome", "GROUND_MISSING"));
            }
        }
        if (!draft.compensation().equals("NONE")) {
            article(draft.outcome(), "COMPENSATION_" + draft.compensation())
                    .ifPresentOrElse(
                            articles::add, () -> faults.add(FieldError.of("compensation", "COMPENSATION_NOT_HERE")));
        }
        return new ArrayList<>(articles);
    }

    /** Each ground must bear a measure, and each measure rest on a ground (art. 71; 实施条例 art. 62). */
    private void checkAgreement(DecisionDraft draft, Set<String> articles, List<FieldError> faults) {
        Set<String> borne = new LinkedHashSet<>();
        for (String measure : draft.measures()) {
            List<String> found = draft.grounds().stream()
                    .flatMap(ground -> article(AGREEMENT + "_" + measure, ground).stream())
                    .toList();
            if (found.isEmpty()) {
                faults.add(FieldError.of("agreementMeasures", "MEASURE_NOT_ALLOWED"));
            }
            articles.addAll(found);
            draft.grounds().stream()
                    .filter(ground -> article(AGREEMENT + "_" + measure, ground).isPresent())
                    .forEach(borne::add);
        }
        if (draft.measures().isEmpty() || !borne.containsAll(draft.grounds())) {
            faults.add(FieldError.of("agreementGrounds", "GROUND_NOT_ALLOWED"));
        }
    }
}
