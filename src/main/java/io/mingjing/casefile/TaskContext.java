package io.mingjing.casefile;

import java.util.Map;

/** The task that is being handled. {@code properties} are the extension properties of its definition. */
public record TaskContext(String taskId, CaseFile file, String taskKey, Map<String, String> properties) {

    public TaskContext {
        properties = Map.copyOf(properties);
    }
}
