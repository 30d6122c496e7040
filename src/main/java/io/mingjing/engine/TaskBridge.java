package io.mingjing.engine;

import io.mingjing.shared.Role;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the application about every user task that comes and goes, in the transaction in which it does. The pool that
 * the model names is taken out of the parsed task, so that the engine writes no identity links; the XML stays as it is.
 */
class TaskBridge extends AbstractBpmnParseListener {

    private static final Set<String> ROLES =
            Set.of(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new));

    private static final String POOL = "mingjing.pool";

    private final ApplicationEventPublisher events;

    TaskBridge(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        Map<String, String> properties = ModelProperties.keep(element, activity);
        String pool = pool(activity, task.getCandidateGroupIdExpressions());
        activity.setProperty(POOL, pool);
        task.getCandidateGroupIdExpressions().clear();
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, opened -> open((TaskEntity) opened, activity, pool, properties));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, closed -> close(closed, true));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, closed -> close(closed, false));
    }

    /** The role that the model named for a parsed task. */
    static String poolOf(ActivityImpl activity) {
        return (String) activity.getProperty(POOL);
    }

    /** Exactly one literal role: the engine keeps the groups in a set without order. */
    private static String pool(ActivityImpl activity, Set<Expression> groups) {
        List<String> names = groups.stream().map(Expression::getExpressionText).toList();
        if (names.size() != 1 || !ROLES.contains(names.get(0))) {
            throw new ProcessEngineException(
                    activity.getId() + ": camunda:candidateGroups must name exactly one role, not " + names);
        }
        return names.get(0);
    }

    private void open(TaskEntity task, ActivityImpl activity, String pool, Map<String, String> properties) {
        events.publishEvent(new TaskOpened(
                task.getId(),
                caseOf(task),
                task.getExecution().getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                pool,
                properties.get("organ"),
                ModelProperties.limitsAround(activity),
                properties));
    }

    private void close(DelegateTask task, boolean completed) {
        events.publishEvent(new TaskClosed(task.getId(), caseOf((TaskEntity) task), completed));
    }

    private static String caseOf(TaskEntity task) {
        return task.getProcessInstance().getBusinessKey();
    }
}
