package io.mingjing.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseQuery;
import io.mingjing.casefile.CaseRow;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.ClockHealth;
import io.mingjing.casefile.Intakes;
import io.mingjing.casefile.Light;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.casefile.ResumeOrder;
import io.mingjing.engine.CatchUp;
import io.mingjing.engine.DueItems;
import io.mingjing.identity.DemoPeople;
import io.mingjing.identity.People;
import io.mingjing.review.Reviews;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.testing.ReviewCase;
import io.mingjing.testing.StoryDay;
import io.mingjing.testing.Visitor;
import io.mingjing.worklist.TaskItem;
import io.mingjing.worklist.TaskList;
import io.mingjing.worklist.TaskQuery;
import io.mingjing.worklist.Worklist;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** What the law brings about bears the law's date, however late the machine wakes, and lights need no machine at all. */
@IntegrationTest
class LawsOwnDateIT {

    private static final List<String> EFFECTS =
            List.of("review.deemedAccepted", "review.suspensionLapsed", "review.deemedGivenUp");

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Worklist worklist;

    @Autowired
    private CaseLimits limits;

    @Autowired
    private LimitActs acts;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviews reviews;

    @Autowired
    private CatchUp catchUp;

    @Autowired
    private ClockHealth health;

    @LocalServerPort
    private int port;

    private final List<Act> heard = new ArrayList<>();

    @BeforeEach
    void monday() {
        at(2, 9, 0);
    }

    @Test
    void afterTwoWeeksAsleepEverythingHappensOnceInLegalOrderWithItsLegalDate() {
        String suspended = suspended();
        at(4, 9, 0);
        String third = applied(LocalDate.of(2026, 3, 4));
        String first = applied(LocalDate.of(2026, 3, 2));
        String second = applied(LocalDate.of(2026, 3, 3));
        List<String> own = List.of(suspended, first, second, third);
        ApplicationListener<PayloadApplicationEvent<Act>> ear = listen(own);
        Dying killer = new Dying();
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("dying", killer);
        try {
            at(18, 8, 30); // two weeks later nothing has run

            killer.after = 2;
            assertThatThrownBy(catchUp::runDue).isInstanceOf(Killed.class);
            assertThat(effects())
                    .containsExactly(
                            tuple(first, "review.deemedAccepted", LocalDate.of(2026, 3, 9)),
                            tuple(second, "review.deemedAccepted", LocalDate.of(2026, 3, 10)));
            assertThat(limits.of(third))
                    .singleElement()
                    .satisfies(limit -> assertThat(limit.state()).isEqualTo(LimitState.RUNNING));

            killer.after = Integer.MAX_VALUE;
            catchUp.runDue();
            catchUp.runDue();
        } finally {
            beans.destroySingleton("dying");
            context.removeApplicationListener(ear);
        }

        assertThat(effects())
                .containsExactly(
                        tuple(first, "review.deemedAccepted", LocalDate.of(2026, 3, 9)),
                        tuple(second, "review.deemedAccepted", LocalDate.of(2026, 3, 10)),
                        tuple(third, "review.deemedAccepted", LocalDate.of(2026, 3, 11)),
                        tuple(suspended, "review.suspensionLapsed", LocalDate.of(2026, 3, 13)));
        assertThat(reviews.get(second).acceptedOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        CaseLimit intake = limit(second, "AR-INTAKE");
        assertThat(limits.changes(intake.id(), Actor.SYSTEM)).hasSize(2).last().satisfies(change -> {
            assertThat(change.effectiveOn()).isEqualTo(LocalDate.of(2026, 3, 10));
            assertThat(change.changedAt()).isEqualTo(instant(18, 8, 30));
        });
        assertThat(limit(second, "AR-DECIDE-ORD").startOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(worklist.openOfCase(suspended))
                .filteredOn(task -> task.definitionKey().equals("userTask_proposeTermination"))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.dueOn()).isEqualTo(LocalDate.of(2026, 3, 13));
                    assertThat(task.paused()).isFalse();
                });
        assertThat(cases.require(suspended).state()).isEqualTo(CaseState.OPEN);
        assertThat(health.check()).noneMatch(finding -> own.contains(finding.caseId()));
    }

    @Test
    void anEffectThatFailsLeavesNothingAndIsDoneByTheNextRun() {
        String caseId = applied(LocalDate.of(2026, 3, 2));
        ApplicationListener<PayloadApplicationEvent<Act>> fault = new ApplicationListener<>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<Act> event) {
                Act act = event.getPayload();
                if (caseId.equals(act.caseId()) && act.kind().equals("review.deemedAccepted")) {
                    throw new IllegalStateException("in the middle of the effect");
                }
            }
        };
        at(16, 8, 30);
        context.addApplicationListener(fault);
        catchUp.runDue();
        context.removeApplicationListener(fault);
        assertThat(reviews.get(caseId).acceptedOn()).isNull();
        assertThat(limit(caseId, "AR-INTAKE").state()).isEqualTo(LimitState.RUNNING);

        catchUp.runDue();

        assertThat(reviews.get(caseId).acceptedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(limit(caseId, "AR-INTAKE").state()).isEqualTo(LimitState.LAPSED);
    }

    @Test
    void sixtyDaysOfSuspensionLeadToATerminationByTheHeadsAndNotByTime() {
        String caseId = suspended();
        at(18, 8, 30);
        catchUp.runDue();

        complete(
                caseId,
                "userTask_proposeTermination",
                "review-officer",
                Map.of("termination", "TERMINATE", "terminationReason", "申请人死亡，近亲属均表示不参加行政复议。"));
        complete(caseId, "userTask_reviewTermination", "unit-head", Map.of("result", "APPROVE", "opinion", "同意终止。"));
        complete(caseId, "userTask_signTermination", "organ-head", Map.of("result", "APPROVE", "opinion", "同意终止。"));

        assertThat(worklist.openOfCase(caseId))
                .extracting(TaskItem::definitionKey)
                .containsExactly("userTask_issueTermination");
        assertThat(limit(caseId, "AR-DECIDE-ORD").state()).isEqualTo(LimitState.CANCELLED);
        assertThat(limit(caseId, "AR-SUSP60").state()).isEqualTo(LimitState.LAPSED);
        assertThat(limits.of(caseId)).noneMatch(limit -> limit.state().isOpen());
        assertThat(health.check()).noneMatch(finding -> finding.caseId().equals(caseId));
        complete(caseId, "userTask_issueTermination", "intake-clerk", Map.of("copies", 2, "sealKeeper", "赵敏"));
        assertThat(worklist.openOfCase(caseId))
                .extracting(TaskItem::definitionKey)
                .containsExactly("userTask_serveTermination");
    }

    @Test
    void aResumptionTakesTheQuestionOfTerminationAway() {
        String caseId = suspended();
        at(18, 8, 30);
        catchUp.runDue();

        acts.resume(
                limit(caseId, "AR-DECIDE-ORD").id(), ResumeOrder.of(LocalDate.of(2026, 3, 18)), actor("organ-head"));

        assertThat(worklist.openOfCase(caseId))
                .extracting(TaskItem::definitionKey)
                .doesNotContain("userTask_proposeTermination");
        assertThat(limit(caseId, "AR-SUSP60").state()).isEqualTo(LimitState.LAPSED);
        assertThat(limit(caseId, "AR-DECIDE-ORD").state()).isEqualTo(LimitState.RUNNING);
        assertThat(health.check()).noneMatch(finding -> finding.caseId().equals(caseId));
    }

    @Test
    void oneMinuteAfterMidnightEveryPlaceShowsTheRightLightWithoutAnyJob() throws Exception {
        String caseId = applied(LocalDate.of(2026, 3, 2), "柳照明");
        TaskItem task = worklist.openOfCase(caseId).get(0);
        worklist.claim(task.id(), actor("review-officer"));
        CaseLimit intake = limit(caseId, "AR-INTAKE");
        LocalDate yellow = Objects.requireNonNull(intake.yellowOn());
        LocalDate red = Objects.requireNonNull(intake.redOn());

        at(yellow.minusDays(1).getDayOfMonth(), 23, 59);
        assertLight(caseId, Light.GREEN);
        at(yellow.getDayOfMonth(), 0, 1);
        assertLight(caseId, Light.YELLOW);
        at(red.getDayOfMonth(), 0, 1);
        assertLight(caseId, Light.RED);
    }

    private void assertLight(String caseId, Light light) throws Exception {
        Actor officer = actor("review-officer");
        assertThat(worklist.list(TaskQuery.of(TaskList.MINE), officer).items())
                .filteredOn(item -> item.caseId().equals(caseId))
                .singleElement()
                .satisfies(item -> assertThat(item.light()).isEqualTo(light));
        CaseRow row = cases.search(query(caseId), officer).items().stream()
                .filter(found -> found.id().equals(caseId))
                .findFirst()
                .orElseThrow();
        assertThat(limits.light(Objects.requireNonNull(row.limit()), today())).isEqualTo(light);
        String shown = "mj-light--" + light.name().toLowerCase(java.util.Locale.ROOT);
        Visitor visitor = new Visitor(port);
        visitor.signIn("review-officer", DemoPeople.PASSWORD);
        assertThat(visitor.get("/cases/" + caseId).body()).contains(shown);
        assertThat(visitor.get("/cases/" + caseId + "/limits").body()).contains(shown);
        assertThat(rowOf(visitor.get("/worklist?list=mine").body(), caseId)).contains(shown);
        String named = "/cases?q=" + URLEncoder.encode("柳照明", StandardCharsets.UTF_8);
        assertThat(rowOf(visitor.get(named).body(), caseId)).contains(shown);
        assertThat(rowOf(visitor.get("/").body(), caseId)).contains(shown);
    }

    /** The table row that links to the case or one of its tasks. */
    private String rowOf(String html, String caseId) {
        String task = worklist.openOfCase(caseId).get(0).id();
        for (String row : html.split("<tr", -1)) {
            if (row.contains(caseId) || row.contains(task)) {
                return row;
            }
        }
        throw new AssertionError("no row of case " + caseId + " in " + html);
    }

    private CaseQuery query(String caseId) {
        return CaseQuery.all().matching(cases.require(caseId).registerNo());
    }

    /** A review accepted in January and suspended on 12 January, since the applicant has died. */
    private String suspended() {
        String caseId = applied(LocalDate.of(2026, 1, 5));
        complete(caseId, "userTask_reviewAcceptance", "review-officer", acceptance());
        complete(
                caseId,
                "userTask_approveAcceptance",
                "unit-head",
                Map.of("result", "APPROVE", "opinion", "同意受理。", "acceptedOn", "2026-01-06"));
        acts.pause(
                limit(caseId, "AR-DECIDE-ORD").id(),
                PauseOrder.of(LocalDate.of(2026, 1, 12), "1", "盛政复中〔2026〕1号"),
                actor("organ-head"));
        return caseId;
    }

    private String applied(LocalDate receivedOn) {
        return applied(receivedOn, "吴𠮷祥");
    }

    private String applied(LocalDate receivedOn, String applicant) {
        return intakes.start("administrativeReview", application(receivedOn, applicant), null, actor("intake-clerk"))
                .id();
    }

    private void complete(String caseId, String taskKey, String login, Map<String, Object> values) {
        TaskItem task = worklist.openOfCase(caseId).stream()
                .filter(open -> open.definitionKey().equals(taskKey))
                .findFirst()
                .orElseThrow();
        if (!task.heldBy(actor(login).userId())) {
            worklist.claim(task.id(), actor(login));
        }
        worklist.complete(task.id(), new HashMap<>(values), actor(login));
    }

    private CaseLimit limit(String caseId, String rule) {
        return limits.of(caseId).stream()
                .filter(limit -> limit.rule().equals(rule))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private ApplicationListener<PayloadApplicationEvent<Act>> listen(List<String> own) {
        ApplicationListener<PayloadApplicationEvent<Act>> ear = new ApplicationListener<>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<Act> event) {
                Act act = event.getPayload();
                if (own.contains(act.caseId()) && EFFECTS.contains(act.kind())) {
                    heard.add(act);
                }
            }
        };
        context.addApplicationListener(ear);
        return ear;
    }

    private List<org.assertj.core.groups.Tuple> effects() {
        return heard.stream()
                .map(act -> tuple(act.caseId(), act.kind(), act.legalDate()))
                .toList();
    }

    private Actor actor(String login) {
        return people.actor(people.findByLogin(login).orElseThrow().id());
    }

    private void at(int dayOfMarch, int hour, int minute) {
        StoryDay.set(context, instant(dayOfMarch, hour, minute));
    }

    private LocalDate today() {
        return LocalDate.now(context.getBean(java.time.Clock.class));
    }

    private static Instant instant(int dayOfMarch, int hour, int minute) {
        return LocalDateTime.of(2026, 3, dayOfMarch, hour, minute)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }

    private Map<String, Object> application(LocalDate receivedOn, String applicant) {
        return Map.ofEntries(
                Map.entry("receivedOn", receivedOn.toString()),
                Map.entry("channel", "COUNTER"),
                Map.entry("applicantKind", "PERSON"),
                Map.entry("applicantName", applicant),
                Map.entry("applicantPhone", "13900004321"),
                Map.entry("applicantAddress", "盛阳市和安区槐荫路18号"),
                Map.entry(
                        "respondentOrgan",
                        people.findByLogin("organ-contact").orElseThrow().organId()),
                Map.entry("actKind", "PENALTY"),
                Map.entry("actName", "住建罚字〔2026〕7号行政处罚决定"),
                Map.entry("requests", "请求撤销该处罚决定。"),
                Map.entry("reasons", "处罚前没有告知。"));
    }

    private static Map<String, Object> acceptance() {
        return ReviewCase.acceptance();
    }

    /** The machine dies between two effects: nothing after them is even looked for. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Kills the run once so many effects have been heard. */
    private final class Dying implements DueItems {

        private int after = Integer.MAX_VALUE;

        @Override
        public Optional<DueItem> next(Instant upTo) {
            if (heard.size() >= after) {
                throw new Killed();
            }
            return Optional.empty();
        }

        @Override
        public void run(DueItem item) {
            throw new IllegalStateException("never due");
        }
    }
}
