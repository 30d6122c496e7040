package io.mingjing.casefile;

import io.mingjing.shared.Actor;
import java.util.List;
import java.util.Map;

/**
 * A further procedure of a case beside its main process: suspension, extension, hearing. It has a model of its own on the
 * same business key, whose start event carries the form with which a person begins it. One bean for each model.
 */
public interface Procedure {

    /** Id of the process in its model. */
    String processKey();

    /** Whether this person may begin it in the present state of the case. Cheap: every case page asks. */
    boolean offered(CaseFile file, Actor actor);

    /**
     * Whether an act on a limit of this case belongs to this procedure, with its approvals and letters, and is not done on
     * the limit itself.
     *
     * @param rule of the limit
     * @param act suspend, exclude, resume, extend or convert
     */
    default boolean governs(CaseFile file, String rule, String act) {
        return false;
    }

    /** Values the start form begins with. */
    default Map<String, Object> prefill(CaseFile file) {
        return Map.of();
    }

    /** What beginning with these values would bring about. Touches nothing; {@link #start} is tried after it and undone. */
    default List<Consequence> plan(CaseFile file, Map<String, Object> values) {
        return List.of();
    }

    /**
     * Does what beginning means, before the process starts, in one transaction; a refusal undoes everything.
     *
     * @param values values of the start form, validated and typed
     * @return further process variables
     */
    Map<String, Object> start(CaseFile file, Map<String, Object> values, Actor actor);
}
