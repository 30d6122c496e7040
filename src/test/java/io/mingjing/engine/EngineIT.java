package io.mingjing.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.engine.Processes.OpenTask;
import io.mingjing.engine.Processes.Timer;
import io.mingjing.shared.Act;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.event.TaskClosed;
import io.mingjing.shared.event.TaskOpened;
import io.mingjing.testing.FreshDatabase;
import io.mingjing.testing.FreshH2;
import io.mingjing.testing.StoryDay;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine alone, without the modules that use it, on either database. */
class EngineIT {

    /** What happened, in order. */
    static class Heard {

        final List<Object> events = new ArrayList<>();
        final List<String> work = new ArrayList<>();
        final List<DueItems.DueItem> due = new ArrayList<>();
        Instant limit = StoryDay.MORNING.plus(Duration.ofDays(5));
        boolean failing;

        @EventListener
        void on(TaskOpened event) {
            events.add(event);
        }

        @EventListener
        void on(TaskClosed event) {
            events.add(event);
        }

        @EventListener
        void on(Act event) {
            events.add(event);
        }

        <T> List<T> of(Class<T> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = Processes.class)
    @ComponentScan(
            basePackageClasses = Processes.class,
            excludeFilters = @ComponentScan.Filter(pattern = ".*(IT|Test).*", type = FilterType.REGEX))
    @EnableConfigurationProperties(DrivenTime.class)
    static class EngineAlone {

        /** The health of the clocks is the business of a module above. */
        static final String READY = "management.endpoint.health.group.readiness.include=readinessState,db";

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        LimitScopes limits(Heard heard) {
            return new LimitScopes() {
                @Override
                public Instant enter(LimitScope scope) {
                    return heard.limit;
                }

                @Override
                public void leave(LimitScope scope, End end) {
                    heard.work.add("left " + scope.rule() + (end == End.LAPSED ? " lapsed" : ""));
                }
            };
        }

        @Bean
        DueItems items(Heard heard, Clock clock) {
            return new DueItems() {
                @Override
                public Optional<DueItem> next(Instant upTo) {
                    return heard.due.stream()
                            .filter(item -> !item.due().isAfter(upTo))
                            .min(Comparator.comparing(DueItem::due).thenComparing(DueItem::id));
                }

                @Override
                public void run(DueItem item) {
                    heard.due.remove(item);
                    heard.work.add(item.id() + " at "
                            + Duration.between(StoryDay.MORNING, clock.instant())
                                    .toHours() + "h");
                }
            };
        }

        @Bean
        JavaDelegate recordNoReplyTask(Heard heard, Clock clock) {
            return execution -> {
                if (heard.failing) {
                    throw new IllegalStateException("on purpose");
                }
                heard.work.add("timer at "
                        + Duration.between(StoryDay.MORNING, clock.instant()).toHours() + "h");
            };
        }
    }

    abstract static class Scenarios {

        @Autowired
        Processes processes;

        @Autowired
        Forms forms;

        @Autowired
        Decisions decisions;

        @Autowired
        Timekeeper time;

        @Autowired
        CatchUp catchUp;

        @Autowired
        Heard heard;

        @Autowired
        Clock clock;

        @Autowired
        DrivenClock driven;

        @Autowired
        ModelDeployment deployment;

        @Autowired
        RepositoryService repository;

        @Autowired
        RuntimeService runtime;

        @Autowired
        ManagementService management;

        @Autowired
        IdentityService identity;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        PlatformTransactionManager transactions;

        private final String caseId = UUID.randomUUID().toString();

        @BeforeEach
        void fresh() {
            driven.set(StoryDay.MORNING, false);
            runtime.createProcessInstanceQuery()
                    .list()
                    .forEach(old -> runtime.deleteProcessInstance(old.getId(), "next test"));
            repository
                    .createDeployment()
                    .name("sample")
                    .source("test")
                    .enableDuplicateFiltering(false)
                    .addClasspathResource("engine-sample.bpmn")
                    .addClasspathResource("engine-sample.form")
                    .addClasspathResource("engine-sample.dmn")
                    .deploy();
            heard.events.clear();
            heard.work.clear();
            heard.due.clear();
            heard.failing = false;
            heard.limit = StoryDay.MORNING.plus(Duration.ofDays(5));
        }

        private OpenTask start() {
            processes.start("engineSample", caseId, Map.of());
            return processes.openTasks(caseId).get(0);
        }

        private Timer timer(String activityId) {
            return processes.timers().stream()
                    .filter(timer -> timer.activityId().equals(activityId))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void anOpenTaskTellsWhatTheModelSaysOfIt() {
            OpenTask task = start();

            assertThat(task)
                    .extracting(OpenTask::caseId, OpenTask::processKey, OpenTask::definitionKey, OpenTask::name)
                    .containsExactly(caseId, "engineSample", "userTask_reply", "答复");
            assertThat(task.properties()).containsEntry("organ", "RESPONDENT").containsEntry("stage", "reply");
            assertThat(task.limitScopes()).containsExactly("AR-REPLY-ORD", "AR-DECIDE-ORD");
            assertThat(processes.findTask(task.id())).contains(task);
            assertThat(processes.openTasks()).contains(task);
            assertThat(heard.of(TaskOpened.class))
                    .extracting(TaskOpened::taskId)
                    .containsExactly(task.id());
        }

        @Test
        void aTaskCompletesOnce() {
            OpenTask task = start();
            processes.complete(task.id(), Map.of());

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> processes.complete(task.id(), Map.of()))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("TASK_GONE"));
            assertThat(processes.findTask(task.id())).isEmpty();
        }

        @Test
        void whatIsRolledBackLeavesNothing() {
            new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                start();
                transaction.setRollbackOnly();
            });

            assertThat(processes.openTasks(caseId)).isEmpty();
            assertThat(processes.timers()).isEmpty();
        }

        @Test
        void aMessageThatNobodyAwaitsIsRefused() {
            start();
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> processes.correlate("review.withdrawn", caseId, Map.of()))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("STEP_NOT_WAITING"));
        }

        @Test
        void aTimerMovesRestsAndRunsAgain() {
            start();
            Timer timer = timer("event_replyLapsed");
            assertThat(timer)
                    .extracting(Timer::caseId, Timer::due, Timer::suspended)
                    .containsExactly(caseId, heard.limit, false);

            processes.redateTimer(timer.scopeId(), StoryDay.MORNING.minusSeconds(1));
            processes.suspendTimer(timer.scopeId());
            assertThat(timer("event_replyLapsed").suspended()).isTrue();
            assertThat(catchUp.runDue()).isZero();

            processes.resumeTimer(timer.scopeId(), StoryDay.MORNING.minusSeconds(1));
            assertThat(catchUp.runDue()).isEqualTo(1);
            assertThat(heard.work).containsExactly("left AR-REPLY-ORD lapsed", "timer at 0h");
            assertThat(heard.of(TaskClosed.class))
                    .extracting(TaskClosed::completed)
                    .containsExactly(false);
        }

        @Test
        void timeBringsJobsAndItemsInLegalOrderEachAtItsOwnHour() {
            start();
            processes.redateTimer(timer("event_replyLapsed").scopeId(), StoryDay.MORNING.plus(Duration.ofHours(30)));
            heard.due.add(new DueItems.DueItem(StoryDay.MORNING.plus(Duration.ofHours(40)), "later"));
            heard.due.add(new DueItems.DueItem(StoryDay.MORNING.plus(Duration.ofHours(20)), "b"));
            heard.due.add(new DueItems.DueItem(StoryDay.MORNING.plus(Duration.ofHours(20)), "a"));
            heard.due.add(new DueItems.DueItem(StoryDay.MORNING.plus(Duration.ofHours(49)), "beyond"));

            assertThat(time.advanceTo(StoryDay.MORNING.plus(Duration.ofHours(48))))
                    .isEqualTo(4);

            assertThat(heard.work)
                    .containsExactly(
                            "a at 20h", "b at 20h", "left AR-REPLY-ORD lapsed", "timer at 30h", "later at 40h");
            assertThat(clock.instant()).isEqualTo(StoryDay.MORNING.plus(Duration.ofHours(48)));
            assertThat(jdbc.queryForObject(
                            "select count(*) from engine_clock where stands_at = '2026-03-04 09:00:00'", Integer.class))
                    .isEqualTo(1);
        }

        @Test
        void timeDoesNotRunBackwards() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> time.advanceTo(StoryDay.MORNING.minusSeconds(1)))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("TIME_RUNS_FORWARD"));
        }

        @Test
        void aJobThatFailsStopsNothingElseAndEndsAsAnIncident() {
            heard.failing = true;
            start();
            processes.redateTimer(timer("event_replyLapsed").scopeId(), StoryDay.MORNING);
            heard.due.add(new DueItems.DueItem(StoryDay.MORNING, "zz"));

            assertThat(catchUp.runDue()).isEqualTo(1);
            catchUp.runDue();
            catchUp.runDue();

            assertThat(heard.work).contains("zz at 0h").noneMatch(done -> done.startsWith("timer"));
            assertThat(processes.openTasks(caseId)).hasSize(1);
            assertThat(management.createJobQuery().noRetriesLeft().list()).hasSize(1);
            assertThat(runtime.createIncidentQuery().count()).isEqualTo(1);
        }

        @Test
        void theIncidentOfAFailedJobGoesWithTheTryThatSucceeds() {
            heard.failing = true;
            start();
            processes.redateTimer(timer("event_replyLapsed").scopeId(), StoryDay.MORNING);
            catchUp.runDue();
            catchUp.runDue();
            catchUp.runDue();
            heard.failing = false;

            management.setJobRetries(
                    management.createJobQuery().noRetriesLeft().singleResult().getId(), 1);
            assertThat(runtime.createIncidentQuery().count()).isZero();
            catchUp.runDue();

            assertThat(heard.work).anyMatch(done -> done.startsWith("timer"));
        }

        @Test
        void theTraceKnowsVisitsFlowsAndWhereItStands() {
            OpenTask task = start();
            processes.complete(task.id(), Map.of());
            processes.complete(processes.openTasks(caseId).get(0).id(), Map.of("result", "RETURN"));
            processes.redateTimer(timer("event_replyLapsed").scopeId(), StoryDay.MORNING);
            catchUp.runDue();

            Trace trace = processes.trace(course());

            assertThat(trace.current()).containsExactly("userTask_decide");
            assertThat(trace.flows())
                    .containsExactlyInAnyOrder(
                            "flow_begun",
                            "flow_outer",
                            "flow_inner",
                            "flow_innerDone",
                            "flow_replied",
                            "flow_decided",
                            "flow_again",
                            "flow_lapsed",
                            "flow_recorded");
            assertThat(trace.visits())
                    .filteredOn(visit -> visit.activityId().equals("userTask_reply"))
                    .extracting(Trace.Visit::canceled)
                    .containsExactly(false, true);
            assertThat(processes.modelXml(course())).contains("id=\"engineSample\"");
        }

        @Test
        void processesOfACaseAreToldApartAndStoppedByKind() {
            assertThat(processes.courses(caseId)).isEmpty();
            OpenTask task = start();
            assertThat(processes.running("engineSample", caseId)).isTrue();
            assertThat(processes.running("another", caseId)).isFalse();

            processes.stop("another", caseId, "test");
            assertThat(processes.findTask(task.id())).isPresent();
            assertThat(course().end()).isNull();

            processes.stop("engineSample", caseId, "test");
            assertThat(processes.openTasks(caseId)).isEmpty();
            assertThat(course().end()).isNotNull();
        }

        private Processes.Course course() {
            return processes.courses(caseId).get(0);
        }

        @Test
        void aTaskHasItsFormInTheVersionOfItsDeployment() {
            OpenTask task = start();

            Form form = forms.ofTask(task.id());

            assertThat(form.id()).isEqualTo("engine-sample");
            assertThat(form.fields()).extracting(Field::key).containsExactly("copies");
            assertThat(forms.of(form.id(), form.version())).isEqualTo(form);
            assertThat(forms.validate(form, Map.of("copies", "2"))).containsEntry("copies", new BigDecimal(2));
            assertThat(forms.defaults(form)).containsEntry("copies", new BigDecimal(1));
        }

        @Test
        void aStartHasAForm() {
            assertThat(forms.ofStart("administrativeReview").field("receivedOn"))
                    .isPresent();
        }

        @Test
        void aTableAnswersOneMapPerHitAndReadsFeel() {
            assertThat(decisions.evaluate("engineSample", Map.of("kind", "YELLOW", "daysOver", 3)))
                    .extracting(hit -> hit.get("receiver"), hit -> hit.get("level"))
                    .containsExactly(tuple("HANDLER", "NOTICE"), tuple("HEAD", "URGENT"));
            assertThat(decisions.evaluate("engineSample", Map.of("kind", "YELLOW", "daysOver", 0)))
                    .hasSize(1);
            assertThat(decisions.evaluate("engineSample", Map.of("kind", "RED", "daysOver", 0)))
                    .isEmpty();
        }

        @Test
        void foldersThatDidNotChangeAreNotDeployedAgain() {
            long before = repository.createDeploymentQuery().count();
            deployment.afterSingletonsInstantiated();
            assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
            assertThat(repository
                            .createDeploymentQuery()
                            .deploymentSource("mingjing")
                            .list())
                    .extracting(Deployment::getName)
                    .contains("review", "supervision", "filing");
        }

        @Test
        void whatAnOperatorDoesIsHeardWithItsCaseAndWhatTheApplicationDoesIsNot() {
            start();
            Job job = management.createJobQuery().activityId("event_overdue").singleResult();
            management.setJobRetries(job.getId(), 5);
            assertThat(heard.of(Act.class)).isEmpty();

            identity.setAuthenticatedUserId("admin");
            try {
                management.setJobRetries(job.getId(), 2);
                runtime.setVariable(job.getProcessInstanceId(), "result", "APPROVE");
            } finally {
                identity.clearAuthentication();
            }

            assertThat(heard.of(Act.class)).allSatisfy(act -> {
                assertThat(act.kind()).isEqualTo("engine.intervened");
                assertThat(act.caseId()).isEqualTo(caseId);
                assertThat(act.actor().userId()).isEqualTo("admin");
            });
            assertThat(heard.of(Act.class))
                    .extracting(
                            act -> act.facts().get("operation"),
                            act -> act.facts().get("property"),
                            act -> act.facts().get("newValue"))
                    .containsExactly(tuple("SetJobRetries", "retries", "2"), tuple("SetVariable", "result", "APPROVE"));
        }

        @Test
        void aCancelledCaseClosesItsTasks() {
            start();
            processes.cancel(caseId, "test");
            assertThat(processes.openTasks(caseId)).isEmpty();
            assertThat(heard.of(TaskClosed.class))
                    .extracting(TaskClosed::completed)
                    .containsExactly(false);
            assertThat(heard.work).containsExactly("left AR-REPLY-ORD", "left AR-DECIDE-ORD");
        }
    }

    @Nested
    @SpringBootTest(classes = EngineAlone.class, properties = EngineAlone.READY)
    @ActiveProfiles("it")
    @ContextConfiguration(initializers = FreshDatabase.class)
    @TestExecutionListeners(
            listeners = StoryDay.class,
            mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
    class OnTheServer extends Scenarios {}

    @Nested
    @SpringBootTest(classes = EngineAlone.class, properties = EngineAlone.READY)
    @ActiveProfiles("it")
    @ContextConfiguration(initializers = FreshH2.class)
    @TestExecutionListeners(
            listeners = StoryDay.class,
            mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
    class OnH2 extends Scenarios {}
}
