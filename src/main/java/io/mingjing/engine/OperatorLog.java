package io.mingjing.engine;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Brings what an operator does in Cockpit into our log, inside the operator's transaction: what cannot be logged does not
 * happen. The application's own commands run without engine authentication and are never heard here.
 */
class OperatorLog implements HistoryEventHandler {

    static final String KIND = "engine.intervened";

    private final ApplicationEventPublisher events;

    OperatorLog(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable && variable.getUserOperationId() != null) {
            String user = Context.getCommandContext().getAuthenticatedUserId();
            log(
                    user,
                    event.getProcessInstanceId(),
                    "SetVariable",
                    "Variable",
                    variable.getVariableName(),
                    "",
                    value(variable));
        } else if (event instanceof UserOperationLogEntryEventEntity entry && !isToldByItsVariable(entry)) {
            log(
                    entry.getUserId(),
                    entry.getProcessInstanceId(),
                    entry.getOperationType(),
                    entry.getEntityType(),
                    entry.getProperty(),
                    entry.getOrgValue(),
                    entry.getNewValue());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> several) {
        several.forEach(this::handleEvent);
    }

    /** The entry itself tells neither the name nor the value. */
    private static boolean isToldByItsVariable(UserOperationLogEntryEventEntity entry) {
        return UserOperationLogEntry.OPERATION_TYPE_SET_VARIABLE.equals(entry.getOperationType())
                || UserOperationLogEntry.OPERATION_TYPE_MODIFY_VARIABLE.equals(entry.getOperationType());
    }

    private static String value(HistoricVariableUpdateEventEntity variable) {
        return variable.getTextValue() != null
                ? variable.getTextValue()
                : Objects.toString(variable.getLongValue(), Objects.toString(variable.getDoubleValue(), ""));
    }

    private void log(
            @Nullable String user,
            @Nullable String instanceId,
            String operation,
            @Nullable String entity,
            @Nullable String property,
            @Nullable String oldValue,
            @Nullable String newValue) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("operation", operation);
        facts.put("entity", Objects.toString(entity, ""));
        facts.put("property", Objects.toString(property, ""));
        facts.put("oldValue", Objects.toString(oldValue, ""));
        facts.put("newValue", Objects.toString(newValue, ""));
        facts.put("processInstance", Objects.toString(instanceId, ""));
        String name = Objects.toString(user, "");
        events.publishEvent(
                Act.of(KIND, caseOf(instanceId), new Actor(name, name, null, null, Set.of(Role.ADMIN)), facts));
    }

    private static @Nullable String caseOf(@Nullable String instanceId) {
        if (instanceId == null) {
            return null;
        }
        ExecutionEntity instance =
                Context.getCommandContext().getExecutionManager().findExecutionById(instanceId);
        return instance == null ? null : instance.getBusinessKey();
    }
}
