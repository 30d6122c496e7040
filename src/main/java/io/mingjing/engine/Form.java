package io.mingjing.engine;

import java.util.List;
import java.util.Optional;

/**
 * A form in the version that belongs to a task.
 *
 * @param id id of the form
 * @param version version of its deployment in the engine
 * @param json the Camunda Form as it was deployed
 * @param fields its fields in order, groups laid flat
 */
public record Form(String id, int version, String json, List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }
}
