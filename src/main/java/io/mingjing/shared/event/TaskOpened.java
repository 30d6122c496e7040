package io.mingjing.shared.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user task has come into being in the engine. {@code limitRules} are the rules of the limit sub-processes around it, innermost first. */
public record TaskOpened(
        String taskId,
        String caseId,
        String processKey,
        String definitionKey,
        String name,
        String pool,
        @Nullable String organRelation,
        List<String> limitRules,
        Map<String, String> properties) {}
