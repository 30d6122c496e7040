package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import java.util.Map;

/** How an area enters a new case: one for each process that people may start. The start form lies on its start event. */
public interface CaseIntake {

    Area area();

    String processKey();

    /** Whether this person may enter such a case at all; pages and API ask before they show or take the form. */
    boolean mayStart(Actor actor);

    /** Values the start form begins with. */
    default Map<String, Object> prefill(Actor actor) {
        return Map.of();
    }

    /**
     * Enters the case and starts its process, in one transaction.
     *
     * @param values values of the start form, validated and typed
     */
    CaseFile start(Map<String, Object> values, Actor actor);
}
