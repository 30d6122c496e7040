package io.mingjing.casefile;

import io.mingjing.engine.Form;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a task with what it starts with.
 *
 * @param values the draft of this person, else what was handed in here last, else what the area fills in
 * @param draftSavedAt when the draft was saved; null when there is none
 * @param returned who sent the work back; null unless the step is done again for that reason
 */
public record TaskForm(
        TaskContext task,
        Form form,
        Map<String, Object> values,
        @Nullable Instant draftSavedAt,
        @Nullable Returned returned) {

    public TaskForm {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
