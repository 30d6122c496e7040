package io.mingjing.engine;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Parsed models and open tasks at the price of what is not known yet: a parsed model never changes, so it comes from the
 * engine's cache without asking the database, and a task comes by key, with its case in two reads.
 */
@Component
class Definitions {

    private final ProcessEngineConfigurationImpl engine;
    private final RepositoryServiceImpl repository;

    /** A task and the business key of its process. */
    record TaskOfCase(Task task, String caseId) {}

    Definitions(ProcessEngine engine, RepositoryService repository) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.repository = (RepositoryServiceImpl) repository;
    }

    ProcessDefinitionEntity get(String id) {
        ProcessDefinitionEntity parsed =
                engine.getDeploymentCache().getProcessDefinitionCache().get(id);
        return parsed != null ? parsed : (ProcessDefinitionEntity) repository.getDeployedProcessDefinition(id);
    }

    /** An open task of a process. */
    Optional<Task> task(String taskId) {
        return Optional.ofNullable(engine.getCommandExecutorTxRequired()
                .execute(context -> context.getTaskManager().findTaskById(taskId)));
    }

    Optional<TaskOfCase> taskWithCase(String taskId) {
        return Optional.ofNullable(
                engine.getCommandExecutorTxRequired().execute(context -> taskWithCase(taskId, context)));
    }

    private static @Nullable TaskOfCase taskWithCase(String taskId, CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task == null || task.getProcessInstanceId() == null) {
            return null;
        }
        ExecutionEntity process = context.getExecutionManager().findExecutionById(task.getProcessInstanceId());
        return process == null ? null : new TaskOfCase(task, process.getBusinessKey());
    }
}
