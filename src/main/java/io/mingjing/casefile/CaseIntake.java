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
     * Values the start form begins with where the reader comes from somewhere.
     *
     * @param from what the address says, such as the id of an enquiry
     */
    default Map<String, Object> prefill(Actor actor, Map<String, String> from) {
        return prefill(actor);
    }

    /**
     * Enters the case and starts its process, in one transaction.
     *
     * @param values values of the start form, validated and typed
     */
    CaseFile start(Map<String, Object> values, Actor actor);
}
