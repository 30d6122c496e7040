package io.mingjing.engine;

import io.mingjing.shared.event.ProcessFailed;
import io.mingjing.shared.event.ProcessMended;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.ApplicationEventPublisher;

/** Tells of incidents of cases, in the transaction in which the engine opens or closes them. */
class IncidentBell implements HistoryEventHandler {

    private final ApplicationEventPublisher events;

    IncidentBell(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricIncidentEventEntity incident)) {
            return;
        }
        if (!event.isEventOfType(HistoryEventTypes.INCIDENT_CREATE)) {
            if (!event.isEventOfType(HistoryEventTypes.INCIDENT_MIGRATE)) {
                events.publishEvent(new ProcessMended(incident.getId()));
            }
            return;
        }
        String instance = incident.getProcessInstanceId();
        if (instance == null) {
            return;
        }
        ExecutionEntity execution =
                Context.getCommandContext().getExecutionManager().findExecutionById(instance);
        String caseId = execution == null ? null : execution.getBusinessKey();
        String activity =
                incident.getFailedActivityId() != null ? incident.getFailedActivityId() : incident.getActivityId();
        if (caseId != null) {
            events.publishEvent(new ProcessFailed(incident.getId(), caseId, activity == null ? "" : activity));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> several) {
        several.forEach(this::handleEvent);
    }
}
