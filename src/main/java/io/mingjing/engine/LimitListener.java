package io.mingjing.engine;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;

/** Tells {@link LimitScopes} when a process enters and leaves a sub-process with the property {@code limit}. */
class LimitListener extends AbstractBpmnParseListener {

    private final ObjectProvider<LimitScopes> limits;

    LimitListener(ObjectProvider<LimitScopes> limits) {
        this.limits = limits;
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        Map<String, String> properties = ModelProperties.keep(element, activity);
        if (!properties.containsKey(ModelProperties.LIMIT)) {
            return;
        }
        if (!properties.containsKey(ModelProperties.LIMIT_START)) {
            throw new ProcessEngineException(activity.getId() + ": a sub-process with a limit names its limitStart");
        }
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::entered);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::left);
    }

    /** A scope with a timer has been entered by {@link LimitTimer} already; asking again finds the same limit. */
    private void entered(DelegateExecution execution) {
        limits.getObject().enter(scopeOf(execution));
    }

    private void left(DelegateExecution execution) {
        LimitScope scope = scopeOf(execution);
        JobEntity job = Context.getCommandContext().getCurrentJob();
        boolean byItsTimer =
                execution.isCanceled() && job != null && scope.scopeId().equals(job.getExecutionId());
        limits.getObject()
                .leave(
                        scope,
                        byItsTimer
                                ? LimitScopes.End.LAPSED
                                : execution.isCanceled() ? LimitScopes.End.CANCELLED : LimitScopes.End.DONE);
    }

    static LimitScope scopeOf(DelegateExecution execution) {
        ActivityImpl activity = ModelProperties.limitScope(((ExecutionEntity) execution).getActivity());
        if (activity == null) {
            throw new ProcessEngineException("limitTimer stands outside of a sub-process with the property limit, at "
                    + execution.getCurrentActivityId());
        }
        Map<String, String> properties = ModelProperties.of(activity);
        return new LimitScope(
                execution.getProcessBusinessKey(),
                execution.getId(),
                activity.getId(),
                ModelProperties.ruleUnder(execution.getVariable(ModelProperties.PROCEDURE), properties),
                properties.getOrDefault(ModelProperties.LIMIT_START, ""));
    }
}
