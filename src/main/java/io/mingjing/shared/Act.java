package io.mingjing.shared;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain {@link Auditable}: enough for most acts. */
public record Act(
        String kind,
        @Nullable String caseId,
        Actor actor,
        Map<String, Object> facts,
        Map<String, String> personal,
        @Nullable LocalDate legalDate)
        implements Auditable {

    public Act {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        personal = Map.copyOf(personal);
    }

    public static Act of(String kind, @Nullable String caseId, Actor actor, Map<String, Object> facts) {
        return new Act(kind, caseId, actor, facts, Map.of(), null);
    }

    public Act on(LocalDate date) {
        return new Act(kind, caseId, actor, facts, personal, date);
    }

    public Act withPersonal(Map<String, String> values) {
        return new Act(kind, caseId, actor, facts, values, legalDate);
    }
}
