package io.mingjing.engine;

import java.time.Clock;
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

    /** Only a plain true is true: FEEL answers null where a value is missing or of another type. */
    boolean isTrue(String expression, Map<String, @Nullable Object> values) {
        ParsedExpression condition = parsed.computeIfAbsent(
                expression, text -> engine.parseExpression(text).parsedExpression());
        EvaluationResult result = engine.evaluate(condition, castAway(values));
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object> castAway(Map<String, @Nullable Object> values) {
        return (Map) values;
    }
}
