package io.mingjing.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;

/** One decision table, and which of its rows were hit so far. */
final class Table {

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Set<String> hit = new TreeSet<>();

    Table(String file, String key) {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add((DmnDecisionTableEvaluationListener)
                event -> event.getMatchingRules().forEach(rule -> hit.add(rule.getId())));
        engine = configuration.buildEngine();
        try (InputStream in = Files.newInputStream(Models.ROOT.resolve(file))) {
            decision = engine.parseDecision(key, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Map<String, Object>> evaluate(Map<String, Object> facts) {
        return engine.evaluateDecisionTable(decision, facts).getResultList();
    }

    Set<String> hit() {
        return hit;
    }

    Set<String> rows() {
        Set<String> rows = new TreeSet<>();
        ((DmnDecisionTableImpl) decision.getDecisionLogic()).getRules().forEach(rule -> rows.add(rule.getId()));
        return rows;
    }
}
