package io.mingjing.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs one model in memory, with delegates that only write down that they ran. Timers lie far ahead and are fired by
 * the id of their event, as the catch-up does when a date has come.
 */
public final class ModelEngine implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private final ProcessEngineCoverageExtension extension;
    private final String processKey;
    private final List<String> delegates;
    private final List<String> ran = new ArrayList<>();
    private final List<String> limitsAsked = new ArrayList<>();
    private @Nullable ProcessInstance instance;

    private ModelEngine(ProcessEngineCoverageExtension extension, String processKey, List<String> delegates) {
        this.extension = extension;
        this.processKey = processKey;
        this.delegates = List.copyOf(delegates);
    }

    /** The engine of a test class; the class fails unless its tests walk every node and every flow. */
    public static ProcessEngineCoverageExtension walkingEverything(String processKey) {
        var configuration = new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(processKey);
        configuration.setJdbcUrl("jdbc:h2:mem:model-" + processKey + ";DB_CLOSE_DELAY=-1");
        configuration.setHistory("full");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        return ProcessEngineCoverageExtension.builder(configuration)
                .assertClassCoverageAtLeast(1.0)
                .build();
    }

    /** Register beside {@code extension}; {@code delegates} are the bean names that the model calls. */
    public static ModelEngine of(ProcessEngineCoverageExtension extension, String processKey, String... delegates) {
        return new ModelEngine(extension, processKey, List.of(delegates));
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        ran.clear();
        limitsAsked.clear();
        BpmnAwareTests.init(engine());
        Mocks.register("limitTimer", new LimitTimer());
        delegates.forEach(name -> Mocks.register(name, (JavaDelegate) execution -> ran.add(name)));
        instance = engine().getRuntimeService().startProcessInstanceByKey(processKey, "case-1");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Mocks.reset();
        BpmnAwareTests.reset();
    }

    /** The instance that was started for the test at hand. */
    public ProcessInstance instance() {
        return Objects.requireNonNull(instance, "not inside a test");
    }

    /** Completes the one open task of that definition; {@code facts} are name, value, name, value. */
    public ModelEngine complete(String taskKey, String... facts) {
        Task task = engine().getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(taskKey)
                .singleResult();
        assertThat(task).as("open task " + taskKey).isNotNull();
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            variables.put(facts[i], facts[i + 1]);
        }
        engine().getTaskService().complete(task.getId(), variables);
        return this;
    }

    /** Lets the limit whose boundary event this is run out. */
    public ModelEngine lapse(String eventId) {
        var job = engine().getManagementService()
                .createJobQuery()
                .activityId(eventId)
                .singleResult();
        assertThat(job).as("waiting timer " + eventId).isNotNull();
        engine().getManagementService().executeJob(job.getId());
        return this;
    }

    /** Definition keys of the open tasks. */
    public List<String> openTasks() {
        return engine().getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** Ids of the boundary events whose timers wait. */
    public List<String> timers() {
        return engine().getManagementService().createJobQuery().timers().list().stream()
                .map(job -> engine().getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }

    /** Bean names of the delegates that ran, in order. */
    public List<String> ran() {
        return List.copyOf(ran);
    }

    /** Ids of the sub-processes that asked for the date of their timer, in order. */
    public List<String> limitsAsked() {
        return List.copyOf(limitsAsked);
    }

    private ProcessEngine engine() {
        return extension.getProcessEngine();
    }

    /** Stands in for the bean that reads a limit's row. */
    public final class LimitTimer {

        public Date of(DelegateExecution execution) {
            limitsAsked.add(execution.getCurrentActivityId());
            return Date.from(Instant.parse("2999-12-30T16:00:00Z"));
        }
    }
}
