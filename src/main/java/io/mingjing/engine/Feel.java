package io.mingjing.engine;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions of forms in FEEL, on the application's clock; every expression is parsed once. */
@Component
class Feel {

    private final FeelEngineApi engine;
    private final Map<String, ParsedExpression> parsed = new ConcurrentHashMap<>();

    Feel(Clock clock) {
        this.engine = FeelEngineBuilder.forJava()
                .withClock(() -> clock.instant().atZone(clock.getZone()))
                .build();
    }

    /** What is wrong with the expression; empty if it can be read. */
    Optional<String> problem(String expression) {
        ParseResult result = engine.parseExpression(expression);
        return result.isSuccess()
                ? Optional.empty()
                : Optional.of(result.failure().message());
    }

    /**
     * Which of the conditions hold, in their order. Only a plain true is true: FEEL answers null where a value is missing or
     * of another type. They are asked for together, since the engine sets its functions up anew for each question.
     */
    List<Boolean> areTrue(List<String> conditions, Map<String, @Nullable Object> values) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        EvaluationResult result = engine.evaluate(
                parsed.computeIfAbsent("[" + String.join(", ", conditions) + "]", this::read), castAway(values));
        if (result.isSuccess() && result.result() instanceof List<?> answers && answers.size() == conditions.size()) {
            return answers.stream().map(Boolean.TRUE::equals).toList();
        }
        // One that fails outright does not take the others along.
        return conditions.stream()
                .map(condition -> engine.evaluate(parsed.computeIfAbsent(condition, this::read), castAway(values)))
                .map(answer -> answer.isSuccess() && Boolean.TRUE.equals(answer.result()))
                .toList();
    }

    private ParsedExpression read(String expression) {
        return engine.parseExpression(expression).parsedExpression();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object> castAway(Map<String, @Nullable Object> values) {
        return (Map) values;
    }
}
