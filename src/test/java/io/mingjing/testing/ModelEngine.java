package io.mingjing.testing;

import io.mingjing.engine.EngineListeners;
import io.mingjing.engine.LimitScope;
import io.mingjing.engine.LimitScopes;
import io.mingjing.engine.LimitTimer;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.ObjectProvider;

/**
 * One model in an engine in memory, with the application's own listeners, recorded events, limits that never lapse by
 * themselves, and a recording stand-in for every delegate that the model names. For {@code *ProcessTest}:
 *
 * <pre>{@code
 * class SupervisionOrderProcessTest {
 *
 *     static final ModelEngine MODEL = ModelEngine.of("bpmn/supervision/supervision-order.bpmn");
 *
 *     @RegisterExtension
 *     static final ProcessEngineCoverageExtension COVERAGE = MODEL.coverage(1.0);   // floor over the whole class
 *
 *     @RegisterExtension
 *     final ModelEngine model = MODEL;                                              // forgets the last test's records
 *
 *     @Test
 *     void anUnansweredOrderEscalatesAndStaysOpen() {
 *         ProcessInstance order = model.start();
 *         model.complete("userTask_draftOrder", Map.of());
 *         ...
 *         model.fire("event_replyOverdue");
 *         assertThat(order).isWaitingAt("userTask_signOrder").hasPassed("serviceTask_escalateOverdue");
 *         assertThat(model.ran()).containsExactly("escalateOverdueTask");
 *     }
 * }
 * }</pre>
 *
 * <p>Use the assertions of {@code BpmnAwareTests}. A delegate that must set a variable or throw a {@code BpmnError} gets
 * its behaviour by {@link #let}.
 */
public final class ModelEngine implements BeforeEachCallback, AfterEachCallback {

    private static final Pattern DELEGATE = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");

    /** A limit that the process has left. */
    public record Left(String rule, boolean lapsed) {}

    private final String resource;
    private final String key;
    private final StandaloneInMemProcessEngineConfiguration configuration;
    private final Set<String> delegates = new TreeSet<>();
    private final LimitTimer timer;
    private final List<Object> events = new ArrayList<>();
    private final List<LimitScope> entered = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private final Map<String, JavaDelegate> behaviour = new HashMap<>();
    private @Nullable ProcessEngineCoverageExtension coverage;
    private Instant due = Instant.parse("9999-12-30T16:00:00Z");

    private ModelEngine(String resource) {
        this.resource = resource;
        String xml = text(resource);
        this.key = first(xml, "<bpmn2?:process id=\"(\\w+)\"");
        ObjectProvider<LimitScopes> limits = new Limits();
        this.configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("model-" + key + "-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.getProcessEnginePlugins().add(new EngineListeners(events::add, limits));
        ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
        Matcher matcher = DELEGATE.matcher(xml);
        while (matcher.find()) {
            delegates.add(matcher.group(1));
        }
        this.timer = new LimitTimer(limits);
    }

    /** An engine for the model at this place of the classpath. */
    public static ModelEngine of(String resource) {
        return new ModelEngine(resource);
    }

    /** The extension that measures which nodes and flows the tests of the class pass; the class fails below the floor. */
    public ProcessEngineCoverageExtension coverage(double floor) {
        ProcessEngineCoverageExtension extension = ProcessEngineCoverageExtension.builder(configuration)
                .assertClassCoverageAtLeast(floor)
                .build();
        coverage = extension;
        return extension;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        events.clear();
        entered.clear();
        left.clear();
        ran.clear();
        behaviour.clear();
        Mocks.register("limitTimer", timer);
        for (String delegate : delegates) {
            Mocks.register(delegate, (JavaDelegate) execution -> run(delegate, execution));
        }
        BpmnAwareTests.init(engine());
        for (ProcessInstance running :
                engine().getRuntimeService().createProcessInstanceQuery().list()) {
            engine().getRuntimeService().deleteProcessInstance(running.getId(), "next test");
        }
        events.clear();
        entered.clear();
        left.clear();
        if (engine().getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count()
                == 0) {
            DeploymentBuilder deployment = engine().getRepositoryService().createDeployment();
            deployment.addClasspathResource(resource).deploy();
        }
    }

    /** Stand-ins belong to the thread and would reach other engines too. */
    @Override
    public void afterEach(ExtensionContext context) {
        Mocks.reset();
    }

    private void run(String delegate, DelegateExecution execution) throws Exception {
        ran.add(delegate);
        JavaDelegate own = behaviour.get(delegate);
        if (own != null) {
            own.execute(execution);
        }
    }

    /** Starts the model's process for a new case. */
    public ProcessInstance start() {
        return start(Map.of());
    }

    public ProcessInstance start(Map<String, Object> variables) {
        return engine().getRuntimeService()
                .startProcessInstanceByKey(key, UUID.randomUUID().toString(), variables);
    }

    /** Completes the one open task of this definition. */
    public void complete(String taskKey, Map<String, Object> variables) {
        Task task = engine().getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(taskKey)
                .singleResult();
        if (task == null) {
            throw new AssertionError("No open task " + taskKey + "; open are " + openTasks());
        }
        engine().getTaskService().complete(task.getId(), new HashMap<>(variables));
    }

    /** The same in a row of steps: facts are name, value, name, value. */
    public ModelEngine complete(String taskKey, String... facts) {
        Map<String, Object> variables = new HashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            variables.put(facts[i], facts[i + 1]);
        }
        complete(taskKey, variables);
        return this;
    }

    public List<String> openTasks() {
        return engine().getTaskService().createTaskQuery().list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Lets the boundary timer with this id fire now, whatever its date. */
    public void fire(String timerId) {
        Job job = engine().getManagementService()
                .createJobQuery()
                .activityId(timerId)
                .singleResult();
        if (job == null) {
            throw new AssertionError("No timer waits at " + timerId);
        }
        engine().getManagementService().executeJob(job.getId());
    }

    /** Gives a message to everything that waits for it. */
    public ModelEngine send(String message) {
        engine().getRuntimeService().createMessageCorrelation(message).correlateAll();
        return this;
    }

    /** Gives a message with one variable to everything that waits for it. */
    public ModelEngine send(String message, String name, Object value) {
        engine().getRuntimeService()
                .createMessageCorrelation(message)
                .setVariable(name, value)
                .correlateAll();
        return this;
    }

    /** Gives the stand-in of a delegate something to do. */
    public void let(String delegate, JavaDelegate does) {
        behaviour.put(delegate, does);
    }

    /** When limits entered from now on fire. */
    public void dueAt(Instant instant) {
        due = instant;
    }

    /** Delegates that ran, in order. */
    public List<String> ran() {
        return List.copyOf(ran);
    }

    /** Limits entered, in order; a limit with a timer asks twice and counts once. */
    public List<LimitScope> limitsEntered() {
        return entered.stream().distinct().toList();
    }

    /** Rules of the limits entered, in order. */
    public List<String> rulesEntered() {
        return limitsEntered().stream().map(LimitScope::rule).toList();
    }

    public List<Left> limitsLeft() {
        return List.copyOf(left);
    }

    public List<TaskOpened> opened() {
        return of(TaskOpened.class);
    }

    public List<TaskClosed> closed() {
        return of(TaskClosed.class);
    }

    /** The engine that the coverage extension has built. */
    public ProcessEngine engine() {
        return Objects.requireNonNull(coverage, "register coverage(..) first").getProcessEngine();
    }

    private <T> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No " + pattern);
        }
        return Objects.requireNonNull(matcher.group(1));
    }

    private static String text(String resource) {
        try (InputStream in = ModelEngine.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No " + resource + " on the classpath");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private final class Limits implements ObjectProvider<LimitScopes>, LimitScopes {

        @Override
        public LimitScopes getObject() {
            return this;
        }

        @Override
        public LimitScopes getObject(@Nullable Object... args) {
            return this;
        }

        @Override
        public Instant enter(LimitScope scope) {
            entered.add(scope);
            return due;
        }

        @Override
        public void leave(LimitScope scope, End end) {
            left.add(new Left(scope.rule(), end == End.LAPSED));
        }
    }
}
