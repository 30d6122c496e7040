package io.mingjing.casefile;

import static io.mingjing.testing.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.audit.Log;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import io.mingjing.time.DayUnit;
import io.mingjing.time.LimitDraft;
import io.mingjing.time.LimitExample;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.LimitRule;
import io.mingjing.time.Method;
import io.mingjing.time.OnLapse;
import io.mingjing.time.TimeLimits;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changing the catalogue: drafts, examples, what would move, publication by a second person, local limits. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitCatalogueIT {

    private static final LocalDate TODAY = CaseWorld.MONDAY;
    private static final String RULE = "ND-RULE-FILE";
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);

    private final Cases cases;
    private final CaseLimits limits;
    private final LimitActs acts;
    private final LocalLimits locals;
    private final LimitCatalogue catalogue;
    private final TimeLimits time;
    private final Log log;
    private final JdbcTemplate jdbc;
    private final CaseWorld world;
    private final Actor otherHead;

    @Autowired
    LimitCatalogueIT(
            Cases cases,
            CaseLimits limits,
            LimitActs acts,
            LocalLimits locals,
            LimitCatalogue catalogue,
            TimeLimits time,
            Log log,
            JdbcTemplate jdbc,
            Organs organs,
            People people) {
        this.cases = cases;
        this.limits = limits;
        this.acts = acts;
        this.locals = locals;
        this.catalogue = catalogue;
        this.time = time;
        this.log = log;
        this.jdbc = jdbc;
        this.world = new CaseWorld(organs, people);
        String login = people.get(world.unitHead.userId()).login() + "-2";
        this.otherHead = people.actor(people.create(
                        new People.NewPerson(
                                login,
                                "何平",
                                organs.bureauOf(world.district.id()).id(),
                                Set.of(Role.UNIT_HEAD),
                                null),
                        Actor.SYSTEM)
                .person()
                .id());
    }

    /** The catalogue belongs to every test of this database. */
    @AfterEach
    void theCatalogueAsItWas() {
        jdbc.update("update casefile_limit set state = 'CANCELLED' where rule in (?, 'LOCAL-VISIT')", RULE);
        jdbc.update(
                "delete from time_limit_rule where organ_id is not null or (id = ? and valid_from > '2024-11-01')",
                RULE);
        jdbc.update("update time_limit_rule set valid_to = null where id = ?", RULE);
        time.reload();
    }

    private CaseLimit running(String rule, LocalDate startOn) {
        CaseFile file = cases.register(world.review("目录"), world.clerk);
        cases.setKeyDate(file.id(), "published", startOn, world.officer);
        return acts.start(file.id(), rule, "published", null, null, world.officer);
    }

    private CaseLimit now(CaseLimit limit) {
        return limits.of(limit.caseId()).get(0);
    }

    private static LimitRule version(LimitRule rule, LocalDate from, int length, boolean pausable) {
        return rule(rule, rule.id(), from, length, pausable, null);
    }

    private static LimitRule rule(
            LimitRule like, String id, LocalDate from, int length, boolean pausable, @Nullable String organId) {
        return new LimitRule(
                id,
                length,
                like.leadLength(),
                like.method(),
                like.unit(),
                like.maxExtension(),
                like.extensionFree(),
                pausable,
                like.article(),
                like.basis(),
                like.basisEn(),
                like.meaning(),
                like.meaningEn(),
                like.startEvent(),
                like.startEventEn(),
                OnLapse.URGE,
                2,
                0,
                from,
                null,
                organId);
    }

    private static LimitExample example(LocalDate start, String expected) {
        return new LimitExample(start, List.of(), 0, null, null, expected);
    }

    private LimitDraft twentyDays(String expected) {
        return catalogue.create(
                version(time.rule(RULE), FROM, 20, false),
                "修订后的备案审查条例（测试）",
                List.of(example(TODAY, expected)),
                world.admin);
    }

    @Test
    void aCaseUsesTheVersionInForceOnItsStartEvent() {
        CaseLimit before = running(RULE, LocalDate.of(2026, 2, 20));
        CaseLimit after = running(RULE, TODAY);
        assertThat(after.dueOn()).isEqualTo(LocalDate.of(2026, 4, 1));
        LimitDraft draft = twentyDays("2026-03-23");

        LimitCatalogue.Preview preview = catalogue.preview(draft.id(), 10, world.unitHead);
        assertThat(preview.publishable()).isTrue();
        assertThat(preview.moves()).singleElement().satisfies(move -> {
            assertThat(move.limitId()).isEqualTo(after.id());
            assertThat(move.dueBefore()).isEqualTo(LocalDate.of(2026, 4, 1));
            assertThat(move.dueAfter()).isEqualTo(LocalDate.of(2026, 3, 23));
            assertThat(move.lightAfter()).isEqualTo(Light.GREEN);
        });
        assertThat(now(after)).isEqualTo(after);
        Actor elsewhere = new Actor(
                world.strangerOfficer.userId(),
                world.strangerOfficer.name(),
                world.strangerOfficer.organId(),
                world.strangerOfficer.organPath(),
                Set.of(Role.UNIT_HEAD));
        LimitCatalogue.Preview counted = catalogue.preview(draft.id(), 10, elsewhere);
        assertThat(counted.moved()).isEqualTo(preview.moved());
        assertThat(counted.moves()).isEmpty();

        assertThat(catalogue.publish(draft.id(), 1, world.unitHead)).isEqualTo(1);

        assertThat(now(before)).isEqualTo(before);
        assertThat(now(after).dueOn()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(limits.changes(after.id(), world.officer))
                .last()
                .satisfies(change -> assertThat(change.cause()).isEqualTo("CATALOGUE"));
        assertThat(time.rule(RULE, FROM.minusDays(1)).length()).isEqualTo(30);
        assertThat(time.rule(RULE, FROM.minusDays(1)).validTo()).isEqualTo(FROM.minusDays(1));
        assertThat(time.rule(RULE, FROM).length()).isEqualTo(20);
        assertThat(time.rule(RULE, FROM).onLapse()).isEqualTo(OnLapse.URGE);
        assertThat(running(RULE, LocalDate.of(2026, 2, 20)).dueOn()).isEqualTo(before.dueOn());
        assertThat(log.chain(0, Integer.MAX_VALUE))
                .filteredOn(entry -> entry.kind().equals("time.limitPublished"))
                .anySatisfy(entry -> assertThat(entry.facts().toString()).contains(draft.id()));
    }

    @Test
    void anExampleThatDoesNotComeOutKeepsADraftFromBeingPublished() {
        LimitDraft wrong = twentyDays("2026-03-22");

        assertThat(catalogue.preview(wrong.id(), 10, world.admin).examples())
                .singleElement()
                .satisfies(result -> assertThat(result.found()).isEqualTo("2026-03-23"));
        refused("EXAMPLES_FAIL", () -> catalogue.publish(wrong.id(), 1, world.unitHead));

        LimitDraft right = catalogue.change(
                wrong.id(),
                1,
                wrong.rule(),
                wrong.remark(),
                List.of(example(TODAY, "2026-03-23"), pausedExample("NOT_PAUSABLE")),
                world.admin);
        refused("LIMIT_DRAFT_CHANGED", () -> catalogue.publish(right.id(), 1, world.unitHead));
        catalogue.publish(right.id(), 2, world.unitHead);

        refused("LIMIT_DRAFT_DECIDED", () -> catalogue.publish(right.id(), 3, otherHead));
        refused(
                "LIMIT_DRAFT_DECIDED",
                () -> catalogue.change(right.id(), 3, wrong.rule(), "再改", List.of(), world.admin));
        assertThat(catalogue.of(RULE, world.admin)).anySatisfy(draft -> {
            assertThat(draft.state()).isEqualTo(LimitDraft.State.PUBLISHED);
            assertThat(draft.decidedName()).isEqualTo(world.unitHead.name());
        });
    }

    private static LimitExample pausedExample(String expected) {
        return new LimitExample(
                TODAY,
                List.of(new io.mingjing.time.Pause(TODAY.plusDays(3), TODAY.plusDays(5))),
                0,
                null,
                null,
                expected);
    }

    @Test
    void administratorsDraftAndHeadsOfUnitsPublish() {
        LimitRule rule = version(time.rule(RULE), FROM, 20, false);
        List<LimitExample> examples = List.of(example(TODAY, "2026-03-23"));
        refused("ADMIN_ONLY", () -> catalogue.create(rule, "法律修改", examples, world.unitHead));
        refused("ADMIN_ONLY", () -> catalogue.create(rule, "法律修改", examples, world.officer));
        LimitDraft draft = catalogue.create(rule, "法律修改", examples, world.admin);

        refused("UNIT_HEADS_PUBLISH", () -> catalogue.publish(draft.id(), 1, world.admin));
        refused("LIMIT_DRAFT_NOT_FOUND", () -> catalogue.publish(draft.id(), 1, world.officer));
        refused("LIMIT_DRAFT_NOT_FOUND", () -> catalogue.get(draft.id(), world.supervisor));
        assertThat(catalogue.open(world.officer)).isEmpty();
        catalogue.discard(draft.id(), world.admin);
        refused("LIMIT_DRAFT_DECIDED", () -> catalogue.publish(draft.id(), 2, world.unitHead));
    }

    @Test
    void nobodyPublishesWhatTheyHaveWorkedOn() {
        Actor both = new Actor(
                world.unitHead.userId(),
                world.unitHead.name(),
                world.unitHead.organId(),
                world.unitHead.organPath(),
                Set.of(Role.ADMIN, Role.UNIT_HEAD));
        LimitDraft draft = catalogue.create(
                version(time.rule(RULE), FROM, 20, false), "法律修改", List.of(example(TODAY, "2026-03-23")), both);

        refused("OWN_LIMIT_DRAFT", () -> catalogue.publish(draft.id(), 1, both));
        LimitDraft changed = catalogue.change(draft.id(), 1, draft.rule(), "法律修改", draft.examples(), world.admin);
        refused("OWN_LIMIT_DRAFT", () -> catalogue.publish(draft.id(), changed.version(), both));
        catalogue.publish(draft.id(), changed.version(), otherHead);
        assertThat(time.rule(RULE).length()).isEqualTo(20);
    }

    @Test
    void aDraftSaysWhatIsWrongWithItsFields() {
        LimitRule last = time.rule(RULE);
        assertThat(fieldsOf(() -> catalogue.create(
                        new LimitRule(
                                RULE,
                                null,
                                3,
                                Method.CLEAR_WORKING_DAYS_BEFORE,
                                DayUnit.WORKING_DAY,
                                5,
                                true,
                                true,
                                "",
                                last.basis(),
                                last.basisEn(),
                                last.meaning(),
                                last.meaningEn(),
                                last.startEvent(),
                                last.startEventEn(),
                                last.onLapse(),
                                1,
                                2,
                                FROM,
                                FROM.minusDays(1),
                                null),
                        "",
                        List.of(example(FROM.minusDays(9), "later")),
                        world.admin)))
                .contains(
                        "remark",
                        "length",
                        "leadLength",
                        "maxExtension",
                        "method",
                        "article",
                        "red",
                        "validTo",
                        "examples");
        refused(
                "VERSION_NOT_LATER",
                () -> catalogue.create(
                        version(last, last.validFrom(), 20, false),
                        "法律修改",
                        List.of(example(TODAY, "2026-03-23")),
                        world.admin));
        assertThat(fieldsOf(() -> catalogue.create(
                        rule(last, "LOCAL-SHADOW", FROM, 20, false, null), "冒充", List.of(), world.admin)))
                .containsExactly("ruleId");
    }

    @Test
    void aDraftThatWouldEndOpenLimitsAtOnceOrCannotDateThemIsNotPublished() {
        CaseLimit supplement = running(RULE, LocalDate.of(2026, 2, 24));
        LimitDraft short1 = catalogue.create(
                version(time.rule(RULE), LocalDate.of(2026, 2, 20), 2, false),
                "缩短",
                List.of(example(TODAY, "2026-03-04")),
                world.admin);
        assertThat(catalogue.preview(short1.id(), 5, world.admin).lapsing()).isEqualTo(1);
        refused("DRAFT_LAPSES_LIMITS", () -> catalogue.publish(short1.id(), 1, world.unitHead));
        assertThat(time.rule(RULE).length()).as("rolled back as a whole").isEqualTo(30);
        assertThat(now(supplement)).isEqualTo(supplement);

        CaseLimit disclosure = running("GI-REPLY", LocalDate.of(2026, 2, 24));
        acts.pause(disclosure.id(), new PauseOrder(TODAY, "OTHER", "中〔2026〕1号", null, "征求第三方意见"), world.unitHead);
        LimitDraft firm = catalogue.create(
                version(time.rule("GI-REPLY"), LocalDate.of(2026, 2, 20), 20, false),
                "不得停止计算",
                List.of(example(TODAY, "2026-03-30")),
                world.admin);
        assertThat(catalogue.preview(firm.id(), 5, world.admin).refused()).isPositive();
        refused("DRAFT_BREAKS_LIMITS", () -> catalogue.publish(firm.id(), 1, world.unitHead));
    }

    @Test
    void aLimitEndsOnADayAndAnotherVersionMayFollow() {
        running(RULE, TODAY);
        LimitDraft early = catalogue.end(RULE, FROM, "废止", world.admin);
        refused("LIMIT_STILL_RUNS", () -> catalogue.publish(early.id(), 1, world.unitHead));
        LimitDraft late = catalogue.end(RULE, LocalDate.of(2026, 6, 30), "废止", world.admin);

        catalogue.publish(late.id(), 1, world.unitHead);

        assertThat(time.computeDue(LimitRequest.of(RULE, LocalDate.of(2026, 6, 30)))
                        .due())
                .isEqualTo(LocalDate.of(2026, 7, 30));
        refused("TIME_LIMIT_ENDED", () -> time.computeDue(LimitRequest.of(RULE, LocalDate.of(2026, 7, 1))));
        LimitDraft next = catalogue.create(
                version(time.rule(RULE), LocalDate.of(2026, 9, 1), 10, false),
                "重新规定",
                List.of(example(LocalDate.of(2026, 9, 1), "2026-09-11")),
                world.admin);
        catalogue.publish(next.id(), 1, world.unitHead);

        refused("TIME_LIMIT_ENDED", () -> time.computeDue(LimitRequest.of(RULE, LocalDate.of(2026, 8, 31))));
        assertThat(time.computeDue(LimitRequest.of(RULE, LocalDate.of(2026, 9, 1)))
                        .due())
                .isEqualTo(LocalDate.of(2026, 9, 11));
    }

    @Test
    void anOrgansLocalLimitRunsInItsOwnCasesAlone() {
        LimitRule local = rule(time.rule("AR-INTAKE"), "LOCAL-VISIT", FROM, 3, false, world.district.id());
        List<LimitExample> examples = List.of(example(TODAY, "2026-03-05"));
        refused("LOCAL_LIMIT_EDITORS", () -> catalogue.create(local, "本区规定", examples, world.officer));
        refused(
                "LIMIT_OF_OTHER_ORGAN",
                () -> catalogue.create(
                        rule(local, "LOCAL-VISIT", FROM, 3, false, world.otherDistrict.id()),
                        "他区规定",
                        examples,
                        world.unitHead));
        LimitDraft draft = catalogue.create(local, "本区规定", examples, world.unitHead);
        refused("OWN_LIMIT_DRAFT", () -> catalogue.publish(draft.id(), 1, world.unitHead));
        catalogue.publish(draft.id(), 1, otherHead);

        CaseFile file = cases.register(world.review("回访"), world.clerk);
        assertThat(locals.of(file)).extracting(LimitRule::id).containsExactly("LOCAL-VISIT");
        refused("NOT_HANDLER", () -> locals.start(file.id(), "LOCAL-VISIT", TODAY, null, null, world.organHead));
        CaseLimit limit = locals.start(file.id(), "LOCAL-VISIT", TODAY, null, null, world.unitHead);
        assertThat(limit.dueOn()).isEqualTo(LocalDate.of(2026, 3, 5));
        refused("LIMIT_RUNS_ALREADY", () -> locals.start(file.id(), "LOCAL-VISIT", TODAY, null, null, world.unitHead));
        refused("NOT_A_LOCAL_LIMIT", () -> locals.start(file.id(), "AR-INTAKE", TODAY, null, null, world.unitHead));
        refused(
                "LIMIT_NOT_YET_VALID",
                () -> locals.start(file.id(), "LOCAL-VISIT", FROM.minusDays(3), null, null, world.unitHead));
        refused("FIELDS", () -> locals.start(file.id(), "LOCAL-VISIT", TODAY.plusDays(1), null, null, world.unitHead));
        assertThat(locals.meet(limit.id(), TODAY, world.unitHead).state()).isEqualTo(LimitState.MET);
        refused("LIMIT_ENDED", () -> locals.cancel(limit.id(), "重复", world.unitHead));

        CaseLimit second = locals.start(file.id(), "LOCAL-VISIT", TODAY, null, null, world.unitHead);
        refused("FIELDS", () -> locals.cancel(second.id(), " ", world.unitHead));
        assertThat(locals.cancel(second.id(), "登记有误", world.unitHead).state()).isEqualTo(LimitState.CANCELLED);

        CaseFile other = cases.register(
                new NewCase(
                        io.mingjing.shared.Area.REVIEW,
                        "administrativeReview",
                        "他区案件",
                        world.otherDistrict.id(),
                        TODAY,
                        List.of(NewParty.person(PartyRole.APPLICANT, "李四"))),
                world.clerk);
        assertThat(locals.of(other)).isEmpty();
        refused(
                "LOCAL_LIMIT_OF_OTHERS",
                () -> locals.start(other.id(), "LOCAL-VISIT", TODAY, null, null, Actor.SYSTEM));
    }

    private static List<String> fieldsOf(ThrowingCallable act) {
        Refusal refusal = (Refusal) org.assertj.core.api.Assertions.catchThrowable(act);
        return refusal.errors().stream()
                .map(Refusal.FieldError::field)
                .distinct()
                .toList();
    }
}
