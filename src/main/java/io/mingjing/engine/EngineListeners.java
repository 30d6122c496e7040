package io.mingjing.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts our listeners into every model that the engine parses, old deployments included. */
@Component
public class EngineListeners extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;
    private final ObjectProvider<LimitScopes> limits;

    public EngineListeners(ApplicationEventPublisher events, ObjectProvider<LimitScopes> limits) {
        this.events = events;
        this.limits = limits;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new TaskBridge(events));
        listeners.add(new LimitListener(limits));
        engine.setCustomPostBPMNParseListeners(listeners);
    }
}
