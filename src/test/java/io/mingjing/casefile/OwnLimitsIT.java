package io.mingjing.casefile;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.audit.Log;
import io.mingjing.engine.Processes;
import io.mingjing.engine.Timekeeper;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Refusal;
import io.mingjing.testing.IntegrationTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lights of an organ, and the length or last day that an order gives to a limit of one case. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnLimitsIT {

    private static final LocalDate TODAY = CaseWorld.MONDAY;
    private static final String RULE = "AR-DECIDE-ORD";
    private static final LimitOrder.Basis BASIS =
            new LimitOrder.Basis("关于集中办理案件期限的决定", "沈和政发〔2026〕3号", LocalDate.of(2026, 2, 27), "特别法另有规定");

    private final Cases cases;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final OrganLights lights;
    private final LimitOrders orders;
    private final Log log;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CaseWorld world;
    private final LimitedProcess process;

    @Autowired
    OwnLimitsIT(
            Cases cases,
            CaseLimits limits,
            LimitActs acts,
            OrganLights lights,
            LimitOrders orders,
            Log log,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            RepositoryService repository,
            Processes processes,
            Organs organs,
            People people) {
        this.cases = cases;
        this.limits = limits;
        this.acts = acts;
        this.lights = lights;
        this.orders = orders;
        this.log = log;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.world = new CaseWorld(organs, people);
        this.process = new LimitedProcess(repository, processes);
    }

    private CaseLimit started() {
        String id = transaction.execute(status -> {
            CaseFile file = cases.register(world.review("另定期限"), world.clerk);
            cases.setKeyDate(file.id(), "accepted", TODAY, world.officer);
            process.start(file.id());
            return file.id();
        });
        return now(Objects.requireNonNull(id));
    }

    private CaseLimit now(String caseId) {
        return limits.of(caseId).get(0);
    }

    private @Nullable LocalDate inTheWorklist(String caseId, String column) {
        return jdbc.queryForObject(
                "select " + column + " from worklist_task where case_id = ? and state = 'OPEN'",
                LocalDate.class,
                caseId);
    }

    private Instant timer(String caseId) {
        return process.timers(caseId).get(0).due();
    }

    private List<String> logged(String caseId) {
        return log.ofCase(caseId, 0, 100).stream().map(entry -> entry.kind()).toList();
    }

    @Test
    void theLightsOfTheOrganReachItsOpenAndItsNewLimitsAndNoOthers() {
        CaseLimit open = started();
        assertThat(open.yellowOn()).isEqualTo(LocalDate.of(2026, 4, 26));
        CaseFile elsewhere = cases.register(
                new NewCase(
                        io.mingjing.shared.Area.REVIEW,
                        "administrativeReview",
                        "他区案件",
                        world.otherDistrict.id(),
                        TODAY,
                        List.of(NewParty.person(PartyRole.APPLICANT, "李四"))),
                world.clerk);
        cases.setKeyDate(elsewhere.id(), "accepted", TODAY, world.strangerOfficer);
        CaseLimit other = acts.start(elsewhere.id(), RULE, "accepted", null, null, world.strangerOfficer);

        int moved = lights.set(world.district.id(), RULE, 20, 5, world.supervisor);

        assertThat(moved).isPositive();
        CaseLimit after = now(open.caseId());
        assertThat(after.dueOn()).isEqualTo(open.dueOn());
        assertThat(after.yellowOn()).isEqualTo(LocalDate.of(2026, 4, 16));
        assertThat(after.redOn()).isEqualTo(LocalDate.of(2026, 5, 2));
        assertThat(after.version()).isEqualTo(open.version() + 1);
        assertThat(limits.changes(open.id(), world.officer)).last().satisfies(change -> {
            assertThat(change.cause()).isEqualTo("LIGHTS");
            assertThat(change.inputs()).contains("\"yellow\":20", "\"red\":5");
        });
        assertThat(inTheWorklist(open.caseId(), "yellow_on")).isEqualTo(after.yellowOn());
        assertThat(now(elsewhere.id())).isEqualTo(other);
        CaseLimit fresh = started();
        assertThat(fresh.yellowOn()).isEqualTo(LocalDate.of(2026, 4, 16));
        assertThat(acts.extend(fresh.id(), ExtensionOrder.of(10, "案情复杂"), world.unitHead)
                        .yellowOn())
                .as("20 days before 2026-05-11")
                .isEqualTo(LocalDate.of(2026, 4, 21));
        assertThat(lights.set(world.district.id(), RULE, 20, 5, world.unitHead)).isZero();

        lights.clear(world.district.id(), RULE, world.admin);

        assertThat(now(open.caseId()).yellowOn()).isEqualTo(open.yellowOn());
        assertThat(now(open.caseId()).redOn()).isEqualTo(open.redOn());
        assertThat(lights.of(world.district.id())).isEmpty();
        refused("LIGHTS_NOT_SET", () -> lights.clear(world.district.id(), RULE, world.admin));
        assertThat(log.chain(0, Integer.MAX_VALUE).stream().map(entry -> entry.kind()))
                .contains("casefile.lightsSet", "casefile.lightsCleared");
    }

    @Test
    void whoSetsTheFirstLightsAtTheSameMomentAsAnotherIsToldSo() throws Exception {
        List<String> ends = new ArrayList<>();
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Integer>> asked = new ArrayList<>();
            for (int yellow : new int[] {18, 19}) {
                asked.add(both.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return lights.set(world.otherDistrict.id(), RULE, yellow, 4, world.admin);
                }));
            }
            for (Future<Integer> one : asked) {
                try {
                    one.get();
                    ends.add("SET");
                } catch (ExecutionException e) {
                    ends.add(((Refusal) Objects.requireNonNull(e.getCause())).code());
                }
            }
        } finally {
            both.shutdownNow();
        }
        assertThat(ends).contains("SET").isSubsetOf("SET", "LIGHTS_CHANGED");
        assertThat(lights.of(world.otherDistrict.id())).containsKey(RULE);
        lights.clear(world.otherDistrict.id(), RULE, world.admin);
    }

    @Test
    void onlyThoseWhoAnswerForTheOrganSetItsLights() {
        refused("LIGHTS_SETTERS", () -> lights.set(world.district.id(), RULE, 20, 5, world.officer));
        refused("LIGHTS_SETTERS", () -> lights.clear(world.district.id(), RULE, world.auditor));
        refused("LIGHTS_OF_OTHERS", () -> lights.set(world.otherDistrict.id(), RULE, 20, 5, world.supervisor));
        refused("LIGHTS_OF_OTHERS", () -> lights.set(world.district.id(), RULE, 20, 5, world.citySupervisor));
        refused("FIELDS", () -> lights.set(world.district.id(), RULE, 5, 6, world.supervisor));
        refused("FIELDS", () -> lights.set(world.district.id(), RULE, 61, 0, world.supervisor));
        refused("FIELDS", () -> lights.set(world.district.id(), RULE, -1, -1, world.supervisor));
        refused("FIELDS", () -> lights.set(world.police.id(), RULE, 5, 0, world.admin));
        refused("UNKNOWN_TIME_LIMIT", () -> lights.set(world.district.id(), "AR-NONE", 5, 0, world.supervisor));
        assertThat(lights.governmentsOf(world.unitHead)).containsExactly(world.district);
        assertThat(lights.governmentsOf(world.admin)).contains(world.district, world.city);
        assertThat(lights.governmentsOf(world.officer)).isEmpty();
    }

    @Test
    void anOrderGivesALimitAnotherLengthAndTimerWorklistAndLogFollow() {
        CaseLimit before = started();
        LimitPlan plan = orders.plan(before.id(), 45, null, BASIS, world.unitHead);
        assertThat(plan.dueAfter()).isEqualTo(LocalDate.of(2026, 4, 16));
        assertThat(now(before.caseId())).isEqualTo(before);

        CaseLimit after = orders.order(before.id(), 45, null, BASIS, world.unitHead);

        assertThat(after).isEqualTo(now(before.caseId()));
        assertThat(after.dueOn()).isEqualTo(LocalDate.of(2026, 4, 16));
        assertThat(timer(before.caseId())).isEqualTo(midnightAfter(after.dueOn()));
        assertThat(inTheWorklist(before.caseId(), "due_on")).isEqualTo(after.dueOn());
        assertThat(limits.changes(before.id(), world.officer)).last().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(LimitChange.Kind.ORDERED);
            assertThat(change.orderNo()).isEqualTo("沈和政发〔2026〕3号");
        });
        assertThat(orders.standing(before.id()))
                .get()
                .extracting(LimitOrder::documentName)
                .isEqualTo(BASIS.documentName());
        assertThat(logged(before.caseId())).contains("casefile.limitOrdered", "casefile.orderRecorded");
        assertThat(acts.extend(before.id(), ExtensionOrder.of(10, "案情复杂"), world.unitHead)
                        .dueOn())
                .as("an own length is still counted, and may be extended")
                .isEqualTo(LocalDate.of(2026, 4, 27));

        CaseLimit back = orders.lift(before.id(), BASIS, world.unitHead);

        assertThat(back.dueOn()).isEqualTo(LocalDate.of(2026, 5, 11));
        assertThat(back.setLength()).isNull();
        assertThat(orders.standing(before.id())).isEmpty();
        assertThat(orders.of(before.id())).hasSize(2);
        refused("ORDER_NONE", () -> orders.lift(before.id(), BASIS, world.unitHead));
    }

    @Test
    void anOrderedLastDayStandsUntilAnotherOrder() {
        CaseLimit before = started();

        CaseLimit after = orders.order(before.id(), null, LocalDate.of(2026, 4, 4), BASIS, world.unitHead);

        assertThat(after.dueOn()).as("a Saturday that is no working day").isEqualTo(LocalDate.of(2026, 4, 4));
        assertThat(timer(before.caseId())).isEqualTo(midnightAfter(after.dueOn()));
        refused("LIMIT_END_ORDERED", () -> acts.extend(before.id(), ExtensionOrder.of(10, "案情复杂"), world.unitHead));
        refused(
                "LIMIT_END_ORDERED",
                () -> acts.pause(before.id(), PauseOrder.of(TODAY, "6", "中〔2026〕1号"), world.organHead));
        CaseLimit again = orders.order(before.id(), null, LocalDate.of(2026, 4, 8), BASIS, world.unitHead);
        assertThat(again.dueOn()).isEqualTo(LocalDate.of(2026, 4, 8));
        assertThat(orders.lift(before.id(), BASIS, world.unitHead).dueOn()).isEqualTo(before.dueOn());
    }

    @Test
    void anOrderNeedsItsBasisItsPersonAndADayThatIsNotPast() {
        CaseLimit limit = started();
        String id = limit.id();
        refused("UNIT_HEAD_ONLY", () -> orders.order(id, 45, null, BASIS, world.officer));
        refused("UNIT_HEAD_ONLY", () -> orders.lift(id, BASIS, world.officer));
        refused("CASE_NOT_FOUND", () -> orders.order(id, 45, null, BASIS, world.strangerOfficer));
        refused("ORDER_ONE_OF", () -> orders.order(id, null, null, BASIS, world.unitHead));
        refused("ORDER_ONE_OF", () -> orders.order(id, 45, TODAY.plusDays(9), BASIS, world.unitHead));
        refused(
                "FIELDS",
                () -> orders.order(id, 45, null, new LimitOrder.Basis(" ", null, null, null), world.unitHead));
        refused(
                "FIELDS",
                () -> orders.order(
                        id, 45, null, new LimitOrder.Basis("决定", "1号", TODAY.plusDays(1), null), world.unitHead));
        refused("END_BEFORE_START", () -> orders.order(id, null, TODAY, BASIS, world.unitHead));
        refused("BAD_LENGTH", () -> orders.order(id, 0, null, BASIS, world.unitHead));
        assertThat(now(limit.caseId())).isEqualTo(limit);

        CaseFile old = cases.register(world.review("旧案"), world.clerk);
        cases.setKeyDate(old.id(), "accepted", TODAY.minusDays(20), world.officer);
        CaseLimit running = acts.start(old.id(), RULE, "accepted", null, null, world.officer);
        refused("ORDER_BEFORE_TODAY", () -> orders.order(running.id(), 10, null, BASIS, world.unitHead));
        refused(
                "ORDER_BEFORE_TODAY",
                () -> orders.order(running.id(), null, TODAY.minusDays(1), BASIS, world.unitHead));
        acts.pause(running.id(), PauseOrder.of(TODAY, "6", "中〔2026〕1号"), world.organHead);
        refused("LIMIT_PAUSED", () -> orders.order(running.id(), 45, null, BASIS, world.unitHead));
        acts.cancel(running.id(), "撤回", world.unitHead);
        refused("LIMIT_ENDED", () -> orders.order(running.id(), 45, null, BASIS, world.unitHead));
    }

    private static Instant midnightAfter(@Nullable LocalDate day) {
        return Objects.requireNonNull(day)
                .plusDays(1)
                .atStartOfDay(Timekeeper.ZONE)
                .toInstant();
    }
}
