package io.mingjing.engine;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/** Conditions of forms in FEEL, on the application's clock; every expression is parsed once. */
@Component
class Feel {

    private static final Pattern CLOCK = Pattern.compile("\\b(now|today)\\(");
    private static final int KEPT = 1_000;

    private final FeelEngineApi engine;
    private final Map<String, ParsedExpression> parsed = new ConcurrentHashMap<>();
    private final ConcurrentLruCache<Question, List<Boolean>> answers = new ConcurrentLruCache<>(KEPT, this::answer);

    /**
     * @param text the conditions as one FEEL list
     * @param values those whose names stand in the text; nothing else can matter
     */
    private record Question(List<String> conditions, String text, Map<String, @Nullable Object> values) {}

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
     * of another type. They are asked for together, since the engine sets its functions up anew for each question, and
     * answers that do not look at the clock are kept: most people fill a form in alike where its conditions look.
     */
    List<Boolean> areTrue(List<String> conditions, Map<String, @Nullable Object> values) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        String text = "[" + String.join(", ", conditions) + "]";
        Map<String, @Nullable Object> named = new HashMap<>();
        values.forEach((name, value) -> {
            if (text.contains(name)) {
                named.put(name, value);
            }
        });
        Question question = new Question(conditions, text, named);
        return CLOCK.matcher(text).find() ? answer(question) : answers.get(question);
    }

    private List<Boolean> answer(Question question) {
        EvaluationResult result =
                engine.evaluate(parsed.computeIfAbsent(question.text(), this::read), castAway(question.values()));
        int asked = question.conditions().size();
        if (result.isSuccess() && result.result() instanceof List<?> answers && answers.size() == asked) {
            return answers.stream().map(Boolean.TRUE::equals).toList();
        }
        // One that fails outright does not take the others along.
        return question.conditions().stream()
                .map(condition ->
                        engine.evaluate(parsed.computeIfAbsent(condition, this::read), castAway(question.values())))
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
