package io.mingjing.alert;

import io.mingjing.engine.Decisions;
import io.mingjing.shared.Area;
import io.mingjing.time.DayUnit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whom an alert reaches, when, and how: the table {@code bpmn/alert/alert-policy.dmn}. What it answers is remembered for a
 * minute of real time, since a sweep asks the same thing a hundred thousand times.
 */
@Component
class AlertPolicy {

    private static final String TABLE = "alertPolicy";
    private static final long REMEMBERED = Duration.ofMinutes(1).toNanos();

    private final Decisions decisions;
    private final Map<Question, List<Address>> answers = new ConcurrentHashMap<>();
    private volatile long since = System.nanoTime();

    AlertPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * One row of the answer.
     *
     * @param after days after the trigger on which it is said; negative = before it
     * @param unit working or natural days
     * @param statutory the receiver cannot switch it off
     */
    record Address(int after, DayUnit unit, Relation relation, Way way, Level level, boolean statutory) {}

    /** When something is said: that many days after its trigger. */
    record Step(int after, DayUnit unit) {}

    private record Question(AlertKind kind, Area area, String rule) {}

    /** All rows for that matter, of every step. */
    List<Address> of(AlertKind kind, Area area, String rule) {
        if (System.nanoTime() - since > REMEMBERED) {
            answers.clear();
            since = System.nanoTime();
        }
        Question question = new Question(kind, area, rule);
        List<Address> known = answers.get(question);
        if (known == null) {
            known = ask(question);
            answers.put(question, known);
        }
        return known;
    }

    /** The first step in any area: arming asks no database for the area. */
    Optional<Step> first(AlertKind kind, String rule) {
        return earliest(Stream.of(Area.values()).flatMap(area -> of(kind, area, rule).stream()));
    }

    /** The step after the one that was taken. */
    Optional<Step> next(AlertKind kind, Area area, String rule, int taken) {
        return earliest(of(kind, area, rule).stream().filter(address -> address.after() > taken));
    }

    private static Optional<Step> earliest(Stream<Address> addresses) {
        return addresses
                .min((one, other) -> Integer.compare(one.after(), other.after()))
                .map(address -> new Step(address.after(), address.unit()));
    }

    private List<Address> ask(Question question) {
        return decisions
                .evaluate(
                        TABLE,
                        Map.of(
                                "kind",
                                question.kind().name(),
                                "area",
                                question.area().name(),
                                "rule",
                                question.rule()))
                .stream()
                .map(AlertPolicy::address)
                .toList();
    }

    private static Address address(Map<String, Object> row) {
        return new Address(
                Integer.parseInt(text(row, "after")),
                DayUnit.valueOf(text(row, "unit")),
                Relation.valueOf(text(row, "receiver")),
                Way.valueOf(text(row, "way")),
                Level.valueOf(text(row, "level")),
                Boolean.TRUE.equals(row.get("statutory")));
    }

    private static String text(Map<String, Object> row, String output) {
        Object value = row.get(output);
        if (value == null) {
            throw new IllegalStateException(TABLE + " leaves " + output + " open");
        }
        return value.toString();
    }
}
