package io.mingjing.alert;

import io.mingjing.engine.Decisions;
import io.mingjing.shared.Area;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whom an alert reaches, and how: the table {@code bpmn/alert/alert-policy.dmn}. */
@Component
class AlertPolicy {

    private static final String TABLE = "alertPolicy";

    private final Decisions decisions;

    AlertPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * One row of the answer.
     *
     * @param statutory the receiver cannot switch it off
     */
    record Address(Relation relation, Way way, Level level, boolean statutory) {}

    /** @param daysOver days by which the date has passed, 0 before and on it, in natural days */
    List<Address> of(AlertKind kind, Area area, String rule, int daysOver) {
        return decisions
                .evaluate(TABLE, Map.of("kind", kind.name(), "area", area.name(), "rule", rule, "daysOver", daysOver))
                .stream()
                .map(AlertPolicy::address)
                .toList();
    }

    private static Address address(Map<String, Object> row) {
        return new Address(
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
