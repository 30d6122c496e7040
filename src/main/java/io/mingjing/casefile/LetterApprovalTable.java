package io.mingjing.casefile;

import io.mingjing.document.ApprovalChains;
import io.mingjing.engine.Decisions;
import io.mingjing.shared.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads approval chains from the decision table {@code letterApproval}. */
@Component
class LetterApprovalTable implements ApprovalChains {

    private static final String DECISION = "letterApproval";

    private final Decisions decisions;
    private final CaseVisibility cases;

    LetterApprovalTable(Decisions decisions, CaseVisibility cases) {
        this.decisions = decisions;
        this.cases = cases;
    }

    @Override
    public List<Role> levels(String letterType, String caseId) {
        String area = cases.find(caseId).area().name();
        return decisions.evaluate(DECISION, Map.of("letterType", letterType, "area", area)).stream()
                .sorted(Comparator.comparingInt(LetterApprovalTable::order))
                .map(row -> Role.valueOf(String.valueOf(row.get("level"))))
                .toList();
    }

    private static int order(Map<String, Object> row) {
        return row.get("order") instanceof Number order ? order.intValue() : Integer.MAX_VALUE;
    }
}
