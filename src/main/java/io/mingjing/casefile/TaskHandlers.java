package io.mingjing.casefile;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The handlers that the areas have for their tasks; two for one task stop the start. */
@Component
class TaskHandlers implements SmartInitializingSingleton {

    private final ObjectProvider<TaskHandler> provider;
    private volatile Map<String, TaskHandler> handlers = Map.of();

    TaskHandlers(ObjectProvider<TaskHandler> provider) {
        this.provider = provider;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, TaskHandler> found = new HashMap<>();
        provider.stream().forEach(handler -> {
            TaskHandler other = found.put(key(handler.processKey(), handler.taskKey()), handler);
            if (other != null) {
                throw new IllegalStateException("two handlers for task " + handler.taskKey() + " of "
                        + handler.processKey() + ": " + other.getClass().getName() + " and "
                        + handler.getClass().getName());
            }
        });
        handlers = Map.copyOf(found);
    }

    Optional<TaskHandler> of(String processKey, String taskKey) {
        return Optional.ofNullable(handlers.get(key(processKey, taskKey)));
    }

    private static String key(String processKey, String taskKey) {
        return processKey + "/" + taskKey;
    }
}
