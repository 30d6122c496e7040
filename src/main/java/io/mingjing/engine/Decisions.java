package io.mingjing.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the policies that stand as DMN tables beside the models. They answer codes, never texts. */
@Service
public class Decisions {

    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * Evaluates the newest version of a table.
     *
     * @param facts inputs by name; a missing one is null to the table and matches only empty cells
     * @return one map of outputs per hit, in the order of the table; empty if no rule hits
     */
    @Transactional
    public List<Map<String, Object>> evaluate(String decisionKey, Map<String, ?> facts) {
        return decisions.evaluateDecisionTableByKey(decisionKey, new HashMap<>(facts)).stream()
                .map(hit -> (Map<String, Object>) new HashMap<>(hit.getEntryMap()))
                .toList();
    }
}
