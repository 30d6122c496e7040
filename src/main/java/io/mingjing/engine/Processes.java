package io.mingjing.engine;

import io.mingjing.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts, moves and reads processes. The business key of every process is the id of its case. Everything takes part in
 * the caller's transaction; after a refusal that transaction cannot be committed.
 */
@Service
@Transactional
public class Processes {

    /**
     * A user task that waits.
     *
     * @param id the engine's id
     * @param definitionKey id of the task in the model
     * @param pool the role that may claim it
     * @param properties the task's extension properties in the model
     * @param limitScopes rules of the limit sub-processes around it, innermost first
     */
    public record OpenTask(
            String id,
            String caseId,
            String processKey,
            String processDefinitionId,
            String definitionKey,
            String name,
            String pool,
            Map<String, String> properties,
            List<String> limitScopes) {}

    /**
     * A timer that waits.
     *
     * @param scopeId execution of the scope it guards
     * @param activityId id of the timer event in the model
     */
    public record Timer(
            String jobId, String caseId, String scopeId, String activityId, Instant due, boolean suspended) {}

    /**
     * A step that a process has passed.
     *
     * @param taskId id of the task that was completed there
     * @param pool the role that could claim it
     */
    public record PassedStep(
            String taskId, String definitionKey, String name, String pool, Map<String, String> properties) {}

    /**
     * One process of a case.
     *
     * @param id the engine's id
     * @param end null while it runs
     */
    public record Course(
            String id,
            String definitionId,
            String processKey,
            String name,
            Instant start,
            @Nullable Instant end) {}

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final RepositoryService repository;
    private final HistoryService history;
    private final Definitions definitions;

    Processes(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            RepositoryService repository,
            HistoryService history,
            Definitions definitions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.repository = repository;
        this.history = history;
        this.definitions = definitions;
    }

    /** Starts the newest version of the process for a case. */
    public void start(String processKey, String caseId, Map<String, ?> variables) {
        runtime.startProcessInstanceByKey(processKey, caseId, new HashMap<>(variables));
    }

    /**
     * Starts the newest version of the process for a case that was handled elsewhere before, at a later step: the scopes
     * around that step open with their limits, nothing before it happens.
     *
     * @param activityId the step, such as a task of the model
     */
    public void startAt(String processKey, String caseId, String activityId, Map<String, ?> variables) {
        runtime.createProcessInstanceByKey(processKey)
                .businessKey(caseId)
                .setVariables(new HashMap<>(variables))
                .startBeforeActivity(activityId)
                .execute();
    }

    /**
     * Gives a message to the process of the case that waits for it.
     *
     * @throws Refusal {@code STEP_NOT_WAITING} if none does
     */
    public void correlate(String message, String caseId, Map<String, ?> variables) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(caseId)
                    .setVariables(new HashMap<>(variables))
                    .correlate();
        } catch (MismatchingMessageCorrelationException e) {
            throw refusal("STEP_NOT_WAITING", e);
        }
    }

    /**
     * Completes a task. Only gateway variables belong in {@code variables}; the case's facts have tables of their own.
     *
     * @throws Refusal {@code TASK_GONE} if somebody or something else was first
     */
    public void complete(String taskId, Map<String, ?> variables) {
        try {
            tasks.complete(taskId, new HashMap<>(variables));
        } catch (NullValueException | OptimisticLockingException e) {
            throw refusal("TASK_GONE", e);
        }
    }

    /**
     * The steps that the process has completed before a task within the innermost sub-process around it, the latest
     * first, each once. What lies before a limit that has begun and ended there is left out: no way leads back to it.
     */
    @Transactional(readOnly = true)
    public List<PassedStep> passedBefore(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            return List.of();
        }
        ProcessDefinitionEntity definition = definitions.get(task.getProcessDefinitionId());
        return new TraceReader(history, repository)
                        .completedBefore(
                                task.getProcessInstanceId(),
                                taskId,
                                node -> ModelProperties.of(definition.findActivity(node))
                                        .containsKey(ModelProperties.LIMIT))
                        .stream()
                        .map(visit -> passed(visit, definition.findActivity(visit.getActivityId())))
                        .toList();
    }

    private static PassedStep passed(HistoricActivityInstance visit, ActivityImpl node) {
        return new PassedStep(
                visit.getTaskId(),
                visit.getActivityId(),
                visit.getActivityName(),
                TaskBridge.poolOf(node),
                ModelProperties.of(node));
    }

    /**
     * Puts the process back from a task to an earlier step of the same sub-process: the task is cancelled, the step
     * opens anew, every limit and timer around them stays as it is.
     *
     * @param definitionKey a step of {@link #passedBefore}
     * @return id of the new task
     * @throws Refusal {@code TASK_GONE} if somebody or something else was first
     */
    public String putBack(String taskId, String definitionKey) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw Refusal.conflict("TASK_GONE");
        }
        String instance = task.getProcessInstanceId();
        HistoricActivityInstance visit = new TraceReader(history, repository).ofTask(instance, taskId);
        Set<String> before = tasks.createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getId)
                .collect(Collectors.toSet());
        try {
            runtime.createProcessInstanceModification(instance)
                    .startBeforeActivity(definitionKey, visit.getParentActivityInstanceId())
                    .cancelActivityInstance(visit.getId())
                    .execute();
        } catch (OptimisticLockingException e) {
            throw refusal("TASK_GONE", e);
        }
        return tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(definitionKey).list().stream()
                .map(Task::getId)
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(definitionKey + " did not open"));
    }

    /** Gives a message to everything in the case's processes that waits for it; nothing happens where nothing does. */
    public void correlateAll(String message, String caseId) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(caseId)
                .correlateAll();
    }

    private static Refusal refusal(String code, RuntimeException cause) {
        Refusal refusal = Refusal.conflict(code);
        refusal.initCause(cause);
        return refusal;
    }

    /** Whether a process of that kind is under way for the case. */
    @Transactional(readOnly = true)
    public boolean running(String processKey, String caseId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(processKey)
                        .processInstanceBusinessKey(caseId)
                        .count()
                > 0;
    }

    /** Ends the case's processes of that kind where they stand: tasks are cancelled, limits given up. */
    public void stop(String processKey, String caseId, String reason) {
        for (ProcessInstance running : running(caseId)) {
            if (definitions.get(running.getProcessDefinitionId()).getKey().equals(processKey)) {
                runtime.deleteProcessInstance(running.getId(), reason);
            }
        }
    }

    /** The name of a process in its newest version, as the model has it. */
    @Transactional(readOnly = true)
    public String nameOf(String processKey) {
        return String.valueOf(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult()
                .getName());
    }

    /** Ends every process of the case where it stands. */
    public void cancel(String caseId, String reason) {
        for (ProcessInstance running : running(caseId)) {
            runtime.deleteProcessInstance(running.getId(), reason);
        }
    }

    @Transactional(readOnly = true)
    public Optional<OpenTask> findTask(String taskId) {
        return definitions.taskWithCase(taskId).map(found -> open(found.task(), found.caseId()));
    }

    /**
     * The open task of that id, for a caller who knows its case: one read by key.
     *
     * @param caseId the case of the task, which never changes; not asked for again
     */
    @Transactional(readOnly = true)
    public Optional<OpenTask> findTask(String taskId, String caseId) {
        return definitions.task(taskId).map(task -> open(task, caseId));
    }

    @Transactional(readOnly = true)
    public List<OpenTask> openTasks(String caseId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseId).orderByTaskId().asc().list().stream()
                .map(task -> open(task, caseId))
                .toList();
    }

    /** Every open task of the installation: for reconciliation, never for a screen. */
    @Transactional(readOnly = true)
    public List<OpenTask> openTasks() {
        Map<String, String> cases = casesByInstance();
        return tasks.createTaskQuery().orderByTaskId().asc().list().stream()
                .flatMap(task -> Stream.ofNullable(cases.get(task.getProcessInstanceId()))
                        .map(caseId -> open(task, caseId)))
                .toList();
    }

    private OpenTask open(Task task, String caseId) {
        ProcessDefinitionEntity definition = definitions.get(task.getProcessDefinitionId());
        ActivityImpl node = definition.findActivity(task.getTaskDefinitionKey());
        return new OpenTask(
                task.getId(),
                caseId,
                definition.getKey(),
                definition.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                TaskBridge.poolOf(node),
                ModelProperties.of(node),
                ModelProperties.limitsAround(node));
    }

    private List<ProcessInstance> running(String caseId) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .list();
    }

    private Map<String, String> casesByInstance() {
        return runtime.createProcessInstanceQuery().list().stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    /** Moves the timer of a scope; a scope without one is left alone. */
    public void redateTimer(String scopeId, Instant due) {
        for (Job job : timersOf(scopeId)) {
            management.setJobDuedate(job.getId(), Date.from(due));
        }
    }

    /** Stops the timer of a scope from firing. Work inside the scope goes on. */
    public void suspendTimer(String scopeId) {
        for (Job job : timersOf(scopeId)) {
            management.suspendJobById(job.getId());
        }
    }

    /** Lets the timer of a scope run again, to a new date. */
    public void resumeTimer(String scopeId, Instant due) {
        for (Job job : timersOf(scopeId)) {
            management.setJobDuedate(job.getId(), Date.from(due));
            management.activateJobById(job.getId());
        }
    }

    private List<Job> timersOf(String scopeId) {
        return management.createJobQuery().executionId(scopeId).timers().list();
    }

    /** Every timer of the installation: for the check of the clocks, never for a screen. */
    @Transactional(readOnly = true)
    public List<Timer> timers() {
        Map<String, String> cases = casesByInstance();
        Map<String, String> nodes = management.createJobDefinitionQuery().list().stream()
                .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
        return management.createJobQuery().timers().orderByJobDuedate().asc().orderByJobId().asc().list().stream()
                .flatMap(job -> Stream.ofNullable(cases.get(job.getProcessInstanceId()))
                        .map(caseId -> new Timer(
                                job.getId(),
                                caseId,
                                job.getExecutionId(),
                                nodes.getOrDefault(job.getJobDefinitionId(), ""),
                                job.getDuedate().toInstant(),
                                job.isSuspended())))
                .toList();
    }

    /** Every process of the case, running or ended, in the order in which they began. */
    @Transactional(readOnly = true)
    public List<Course> courses(String caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(instance -> new Course(
                        instance.getId(),
                        instance.getProcessDefinitionId(),
                        instance.getProcessDefinitionKey(),
                        String.valueOf(instance.getProcessDefinitionName()),
                        instance.getStartTime().toInstant(),
                        instance.getEndTime() == null
                                ? null
                                : instance.getEndTime().toInstant()))
                .toList();
    }

    /** BPMN XML of the version in which the process runs or ran. */
    @Transactional(readOnly = true)
    public String modelXml(Course course) {
        try (InputStream model = repository.getProcessModel(course.definitionId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The way the process has taken. */
    @Transactional(readOnly = true)
    public Trace trace(Course course) {
        return new TraceReader(history, repository).read(course.id(), course.definitionId());
    }
}
