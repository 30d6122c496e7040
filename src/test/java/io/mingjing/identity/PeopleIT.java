package io.mingjing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import io.mingjing.testing.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;

/** People and organs on a real database. */
@IntegrationTest
class PeopleIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    People people;

    @Autowired
    Organs organs;

    @Autowired
    PersonMapper personMapper;

    @Autowired
    OrganMapper organMapper;

    @Autowired
    SignInTryMapper tries;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcTemplate jdbc;

    private Actor admin() {
        return people.actor(DemoPeople.ADMIN);
    }

    @Test
    void peopleAreFoundByRoleWithinTheirGovernmentInPinyinOrder() {
        assertThat(people.withRole(Role.REVIEW_OFFICER, DemoPeople.CITY))
                .extracting(Person::name)
                .containsSubsequence("沈若溪", "周明远");
        assertThat(people.withRole(Role.REVIEW_OFFICER, DemoPeople.HEAN)).isEmpty();
        assertThat(people.contactsOf(DemoPeople.HOUSING))
                .extracting(Person::id)
                .containsExactly(DemoPeople.ORGAN_CONTACT);
        assertThat(people.search("review-off", 1)).hasSize(1);
        assertThat(people.search("100%_", 10)).isEmpty();
    }

    @Test
    void organsKnowTheirGovernmentAndItsBureau() {
        assertThat(organs.get(DemoPeople.HOUSING).governmentId()).isEqualTo(DemoPeople.CITY);
        assertThat(organs.get(DemoPeople.HEAN).governmentId()).isEqualTo(DemoPeople.HEAN);
        assertThat(organs.bureauOf(DemoPeople.HEAN).id()).isEqualTo(DemoPeople.HEAN_BUREAU);
        assertThat(organs.search("住房", 10)).extracting(Organ::id).containsExactly(DemoPeople.HOUSING);
        assertThat(organs.all()).extracting(Organ::id).startsWith(DemoPeople.CITY, DemoPeople.CITY_BUREAU);
        assertThatThrownBy(() -> organs.get("nobody")).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyAdministratorsChangePeopleAndOrgans() {
        Actor clerk = people.actor(DemoPeople.INTAKE_CLERK);
        List<Runnable> acts = List.of(
                () -> people.create(draft("nope", Set.of()), clerk),
                () -> people.setRoles(DemoPeople.SUPERVISOR, Set.of(), clerk),
                () -> people.deactivate(DemoPeople.SUPERVISOR, clerk),
                () -> people.reactivate(DemoPeople.SUPERVISOR, clerk),
                () -> people.resetPassword(DemoPeople.SUPERVISOR, clerk),
                () -> people.delegate(DemoPeople.SUPERVISOR, DemoPeople.UNIT_HEAD, TODAY, TODAY, clerk),
                () -> organs.rename(DemoPeople.HOUSING, "x", "x", clerk));
        for (Runnable act : acts) {
            assertThat(catchThrowableOfType(Refusal.class, act::run).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        }
    }

    @Test
    void organIsEnteredUnderItsParentAndRenamed() {
        Organ created = organs.create(
                new Organs.NewOrgan("盛阳市水务局", "市水务局", DemoPeople.CITY, "swj", OrganKind.DEPARTMENT, null, 90), admin());
        assertThat(created.path()).isEqualTo("/sy/swj/");
        assertThat(created.governmentId()).isEqualTo(DemoPeople.CITY);

        assertThat(organs.rename(created.id(), "盛阳市水利局", "市水利局", admin()).name())
                .isEqualTo("盛阳市水利局");
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> organs.create(
                                        new Organs.NewOrgan(
                                                "又一个", "又一个", DemoPeople.CITY, "swj", OrganKind.DEPARTMENT, null, 91),
                                        admin()))
                        .code())
                .isEqualTo("ORGAN_EXISTS");
        assertThat(logged("identity.organRenamed", created.id())).isEqualTo(1);
    }

    @Test
    void substituteHoldsTheRolesOfTheOneWhoIsAwayOnThoseDaysOnly() {
        String away = create("away", Set.of(Role.UNIT_HEAD, Role.ADMIN));
        String standIn = create("stand-in", Set.of(Role.REVIEW_OFFICER));
        String later = create("later", Set.of(Role.FILING_OFFICER));
        Delegation now = people.delegate(away, standIn, TODAY.minusDays(1), TODAY, admin());
        people.delegate(later, standIn, TODAY.plusDays(1), TODAY.plusDays(5), admin());

        Actor actor = people.actor(standIn);
        assertThat(actor.roles()).containsExactlyInAnyOrder(Role.REVIEW_OFFICER, Role.UNIT_HEAD);
        assertThat(people.sight(actor).poolKeys())
                .containsExactly("REVIEW_OFFICER@" + DemoPeople.CITY, "UNIT_HEAD@" + DemoPeople.CITY);

        people.endDelegation(now.id(), people.actor(away));
        assertThat(people.actor(standIn).roles()).containsExactly(Role.REVIEW_OFFICER);
        assertThat(people.delegationsFrom(later)).hasSize(1);
    }

    @Test
    void substituteBelongsToTheSameGovernmentAndForAContactToTheSameOrgan() {
        assertThat(codeOf(
                        () -> people.delegate(DemoPeople.UNIT_HEAD, DemoPeople.ORGAN_CONTACT_2, TODAY, TODAY, admin())))
                .isEqualTo("SUBSTITUTE_ELSEWHERE");
        assertThat(codeOf(() -> people.delegate(DemoPeople.ORGAN_CONTACT, DemoPeople.UNIT_HEAD, TODAY, TODAY, admin())))
                .isEqualTo("SUBSTITUTE_ELSEWHERE");
        assertThat(codeOf(() -> people.delegate(
                        DemoPeople.UNIT_HEAD, DemoPeople.SUPERVISOR, TODAY, TODAY.minusDays(1), admin())))
                .isEqualTo("FIELDS");
    }

    @Test
    void closedAccountActsNoMoreAndTheLastAdministratorStays() {
        String person = create("leaver", Set.of(Role.REVIEW_OFFICER));
        people.deactivate(person, admin());
        assertThat(codeOf(() -> people.actor(person))).isEqualTo("PERSON_INACTIVE");
        people.reactivate(person, admin());
        assertThat(people.actor(person).roles()).containsExactly(Role.REVIEW_OFFICER);

        List<Person> others = people.search("", 500).stream()
                .filter(other ->
                        other.active() && other.has(Role.ADMIN) && !other.id().equals(DemoPeople.ADMIN))
                .toList();
        others.forEach(other -> people.deactivate(other.id(), admin()));
        assertThat(codeOf(() -> people.deactivate(DemoPeople.ADMIN, admin()))).isEqualTo("LAST_ADMIN");
        assertThat(codeOf(() -> people.setRoles(DemoPeople.ADMIN, Set.of(Role.UNIT_HEAD), admin())))
                .isEqualTo("LAST_ADMIN");
        assertThat(codeOf(() -> people.setRoles(person, Set.of(Role.AUDITOR, Role.UNIT_HEAD), admin())))
                .isEqualTo("FIELDS");
    }

    @Test
    void lockOutEndsAfterAQuarterOfAnHourOfRealTime() {
        String login = "waits";
        String password = people.create(draft(login, Set.of()), Actor.SYSTEM).oneTimePassword();
        HandClock wall = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
        SignIns signIns =
                new SignIns(personMapper, people, tries, new BCryptPasswordEncoder(4), wall, events, transactions);

        for (int i = 0; i < SignIns.TRIES; i++) {
            assertThat(signIns.check(login, "wrong", "127.0.0.1").result())
                    .isEqualTo(i < SignIns.TRIES - 1 ? SignIns.Result.WRONG : SignIns.Result.LOCKED);
        }
        wall.now = wall.now.plus(SignIns.LOCK).minusSeconds(1);
        assertThat(signIns.check(login, password, "").result()).isEqualTo(SignIns.Result.LOCKED);

        wall.now = wall.now.plusSeconds(1);
        assertThat(signIns.check(login, "wrong", "").result()).isEqualTo(SignIns.Result.WRONG);
        SignIns.Answer answer = signIns.check(login, password, "");
        assertThat(answer.result()).isEqualTo(SignIns.Result.GOOD);
        assertThat(answer.mustChangePassword()).isTrue();
        assertThat(tries.findByLogin(login)).isEmpty();
    }

    @Test
    void wrongTriesThatLieFarApartDoNotLock() {
        people.create(draft("slow", Set.of()), Actor.SYSTEM);
        HandClock wall = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
        SignIns signIns =
                new SignIns(personMapper, people, tries, new BCryptPasswordEncoder(4), wall, events, transactions);

        for (int i = 0; i < SignIns.TRIES + 1; i++) {
            assertThat(signIns.check("slow", "wrong", "").result()).isEqualTo(SignIns.Result.WRONG);
            wall.now = wall.now.plus(SignIns.LOCK).plusSeconds(1);
        }
    }

    @Test
    void loginNobodyHasIsLockedLikeAnyOther() {
        HandClock wall = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
        SignIns signIns =
                new SignIns(personMapper, people, tries, new BCryptPasswordEncoder(4), wall, events, transactions);

        for (int i = 0; i < SignIns.TRIES - 1; i++) {
            assertThat(signIns.check("no-such-login", "x", "").result()).isEqualTo(SignIns.Result.WRONG);
        }
        assertThat(signIns.check("no-such-login", "x", "").result()).isEqualTo(SignIns.Result.LOCKED);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where payload like '%no-such-login%'", Integer.class))
                .as("what strangers type stays out of the log")
                .isZero();
    }

    @Test
    void changedPasswordIsKnownAtOnceAndTheOldOneForgotten() {
        String id = create("changer", Set.of(Role.REVIEW_OFFICER));
        String first = people.resetPassword(id, admin()).oneTimePassword();
        SignIns signIns = new SignIns(
                personMapper,
                people,
                tries,
                new BCryptPasswordEncoder(4),
                new HandClock(Instant.parse("2026-01-01T00:00:00Z")),
                events,
                transactions);
        assertThat(signIns.check("changer", first, "").result()).isEqualTo(SignIns.Result.GOOD);

        people.changePassword(first, "a rather long phrase", people.actor(id));

        assertThat(signIns.check("changer", first, "").result()).isEqualTo(SignIns.Result.WRONG);
        SignIns.Answer answer = signIns.check("CHANGER ", "a rather long phrase", "");
        assertThat(answer.result()).isEqualTo(SignIns.Result.GOOD);
        assertThat(answer.mustChangePassword()).isFalse();
    }

    @Test
    void nobodyIsEnteredAsFirstAdministratorWherePeopleAre() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new FirstAdministrator(
                        organMapper,
                        personMapper,
                        organs,
                        people,
                        transactions,
                        "人民政府",
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .enter();
        assertThat(printed.size()).isZero();
    }

    private String create(String login, Set<Role> roles) {
        return people.create(draft(login, roles), admin()).person().id();
    }

    private static People.NewPerson draft(String login, Set<Role> roles) {
        return new People.NewPerson(login, "测试员", DemoPeople.CITY_BUREAU, roles, null);
    }

    private static String codeOf(Runnable act) {
        return catchThrowableOfType(Refusal.class, act::run).code();
    }

    private int logged(String kind, String part) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where kind = ? and payload like ?",
                Integer.class,
                kind,
                "%" + part + "%");
        return count == null ? 0 : count;
    }

    /** The clock on the wall, moved by hand. */
    private static final class HandClock extends Clock {

        private Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
