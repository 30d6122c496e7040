package io.mingjing.identity;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.LikePattern;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People, their roles, and who stands in for whom. */
@Service
@Transactional(readOnly = true)
public class People {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");
    private static final Set<String> LOCALES = Set.of("zh-CN", "en");

    private final PersonMapper mapper;
    private final Organs organs;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<OpenWork> works;
    private final Map<String, Organs.Place> places = new ConcurrentHashMap<>();

    People(
            PersonMapper mapper,
            Organs organs,
            PasswordEncoder encoder,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<OpenWork> works) {
        this.mapper = mapper;
        this.organs = organs;
        this.encoder = encoder;
        this.clock = clock;
        this.events = events;
        this.works = works;
    }

    /** What is needed to enter a person. */
    public record NewPerson(
            String login,
            String name,
            String organId,
            Set<Role> roles,
            @Nullable String email) {}

    /**
     * A person whose password was made by the machine.
     *
     * @param oneTimePassword shown once to whoever hands it over; must be changed at the first sign-in
     */
    public record NewPassword(Person person, String oneTimePassword) {}

    /** The person of that id, active or not; refused as not found otherwise. */
    public Person get(String id) {
        return one(mapper.findById(id)).orElseThrow(() -> Refusal.notFound("PERSON_NOT_FOUND"));
    }

    /** By login, in any case of letters. */
    public Optional<Person> findByLogin(String login) {
        return one(mapper.findByLogin(normal(login)));
    }

    /** Active people of a government (its organs, not the governments below) who hold the role, by pinyin. */
    public List<Person> withRole(Role role, String governmentId) {
        return people(mapper.findByRole(role, governmentId));
    }

    /** Active people of a government (its organs, not the governments below) who work on cases, by pinyin. */
    public List<Person> officersOf(String governmentId) {
        return people(mapper.findOfficers(governmentId));
    }

    /** Active people of a government who may take part in a review 行政复议人员: officers, clerks and head of the unit. */
    public List<Person> reviewStaff(String governmentId) {
        return officersOf(governmentId).stream()
                .filter(person ->
                        person.has(Role.REVIEW_OFFICER) || person.has(Role.UNIT_HEAD) || person.has(Role.INTAKE_CLERK))
                .toList();
    }

    /** Active contacts of an organ, by pinyin. */
    public List<Person> contactsOf(String organId) {
        return inOrgan(organId).stream()
                .filter(person -> person.has(Role.ORGAN_CONTACT))
                .toList();
    }

    /** Active people of an organ, by pinyin. */
    public List<Person> inOrgan(String organId) {
        return people(mapper.findByOrgan(organId));
    }

    /** People whose name or login contains the text, active or not, by pinyin. */
    public List<Person> search(String text, int limit) {
        return people(mapper.searchByText("%" + LikePattern.escape(text.strip()) + "%", limit));
    }

    /** The actor a person is today: own roles and those lent by people on leave. Refused for inactive accounts. */
    public Actor actor(String userId) {
        return actor(get(userId));
    }

    Actor actor(Person person) {
        if (!person.active()) {
            throw Refusal.forbidden("PERSON_INACTIVE");
        }
        Organ organ = organs.get(person.organId());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles());
        for (LentRole lent : mapper.findLentRoles(person.id(), today())) {
            if (mayLend(lent, organ)) {
                roles.add(lent.role());
            }
        }
        return new Actor(person.id(), person.name(), organ.id(), organ.path(), roles);
    }

    /** What the actor may see now. The system sees through no scope: it is refused as a programming error. */
    public Sight sight(Actor actor) {
        String organId = actor.organId();
        if (organId == null) {
            throw new IllegalArgumentException("only people have a scope, not " + actor.userId());
        }
        // An organ never moves to another government, and a scope is made of ids and paths: it is asked for once.
        Organs.Place place = places.computeIfAbsent(organId, organs::placeOf);
        return Sight.of(actor, place.organ(), place.government());
    }

    /** Enters a person with a one-time password (ADMIN). */
    @Transactional
    public NewPassword create(NewPerson draft, Actor actor) {
        Permission.requireAdmin(actor);
        String login = normal(draft.login());
        if (!LOGIN.matcher(login).matches()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("login", "LOGIN_FORM")));
        }
        if (draft.name().isBlank()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("name", "REQUIRED")));
        }
        requireCompatible(draft.roles());
        if (!mapper.findByLogin(login).isEmpty()) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("login", "LOGIN_TAKEN", login)));
        }
        Organ organ = organs.get(draft.organId());
        Person person = new Person(
                Ids.next(), login, draft.name().strip(), organ.id(), draft.roles(), draft.email(), true, "zh-CN");
        String password = PasswordPolicy.oneTime();
        mapper.insert(person, PinyinOrder.key(person.name()), encoder.encode(password), true, now());
        if (!person.roles().isEmpty()) {
            mapper.insertRoles(person.id(), person.roles());
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("userId", person.id());
        facts.put("login", login);
        facts.put("organId", organ.id());
        facts.put("roles", names(person.roles()));
        events.publishEvent(
                Act.of("identity.personCreated", null, actor, facts).withPersonal(Map.of("name", person.name())));
        return new NewPassword(person, password);
    }

    /**
     * Closes an account (ADMIN); its sessions end. The last administrator stays, and so does who still has open work:
     * {@code OPEN_WORK}.
     */
    @Transactional
    public void deactivate(String userId, Actor actor) {
        Permission.requireAdmin(actor);
        Person person = get(userId);
        if (!person.active()) {
            return;
        }
        requireOtherAdmin(person);
        int open = works.stream().mapToInt(work -> work.count(userId)).sum();
        if (open > 0) {
            throw Refusal.conflict("OPEN_WORK", person.name(), open);
        }
        requireOne(mapper.updateActive(userId, false, mapper.findVersion(userId)));
        tellAccess("identity.personDeactivated", person, actor);
    }

    /** Opens a closed account again (ADMIN). */
    @Transactional
    public void reactivate(String userId, Actor actor) {
        Permission.requireAdmin(actor);
        Person person = get(userId);
        if (person.active()) {
            return;
        }
        requireOne(mapper.updateActive(userId, true, mapper.findVersion(userId)));
        tellAccess("identity.personReactivated", person, actor);
    }

    /** Replaces the roles of a person (ADMIN); sessions end, so that no page keeps an old right. */
    @Transactional
    public void setRoles(String userId, Set<Role> roles, Actor actor) {
        Permission.requireAdmin(actor);
        requireCompatible(roles);
        Person person = get(userId);
        if (person.roles().equals(roles)) {
            return;
        }
        if (!roles.contains(Role.ADMIN)) {
            requireOtherAdmin(person);
        }
        requireOne(mapper.updateVersion(userId, mapper.findVersion(userId)));
        mapper.deleteRoles(userId);
        if (!roles.isEmpty()) {
            mapper.insertRoles(userId, roles);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("userId", userId);
        facts.put("login", person.login());
        facts.put("before", names(person.roles()));
        facts.put("after", names(roles));
        events.publishEvent(Act.of("identity.rolesSet", null, actor, facts));
        events.publishEvent(new AccessChanged(person.login()));
    }

    /** Gives a person a new one-time password (ADMIN); sessions end. */
    @Transactional
    public NewPassword resetPassword(String userId, Actor actor) {
        Permission.requireAdmin(actor);
        Person person = get(userId);
        String password = PasswordPolicy.oneTime();
        requireOne(mapper.updatePassword(userId, encoder.encode(password), true, mapper.findVersion(userId)));
        tellAccess("identity.passwordReset", person, actor);
        return new NewPassword(person, password);
    }

    /** Changes the actor's own password; the old one must be given, the new one must meet the policy. */
    @Transactional
    public void changePassword(String before, String after, Actor actor) {
        Person person = get(actor.userId());
        Credentials credentials =
                mapper.findCredentials(person.login()).orElseThrow(() -> Refusal.notFound("PERSON_NOT_FOUND"));
        if (!encoder.matches(before, credentials.passwordHash())) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("before", "PASSWORD_WRONG")));
        }
        PasswordPolicy.require("after", after, person.login());
        if (before.equals(after)) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("after", "PASSWORD_SAME")));
        }
        requireOne(mapper.updatePassword(person.id(), encoder.encode(after), false, credentials.version()));
        tellAccess("identity.passwordChanged", person, actor);
    }

    /** The language of the actor's pages and mails: {@code zh-CN} or {@code en}. A preference, so not in the log. */
    @Transactional
    public void chooseLocale(String locale, Actor actor) {
        if (!LOCALES.contains(locale)) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("locale", "NOT_AN_OPTION")));
        }
        requireOne(mapper.updateLocale(actor.userId(), locale, mapper.findVersion(actor.userId())));
    }

    /**
     * Records that somebody is away and who stands in, both days included: the person away, the head of the unit of the
     * same government, or ADMIN. The substitute belongs to the same government, for a contact to the same organ, and is
     * there in all that time: nobody stands in for whom the substitute stood in for.
     *
     * <p>Refused: {@code SUBSTITUTE_SELF}, {@code PERIOD}, {@code SUBSTITUTE_ELSEWHERE}, {@code SUBSTITUTE_AWAY},
     * {@code LEAVE_OVERLAPS}, {@code LEAVE_NOT_ALLOWED}.
     */
    @Transactional
    public Delegation delegate(String fromUserId, String toUserId, LocalDate fromOn, LocalDate toOn, Actor actor) {
        requireSeesToLeaveOf(fromUserId, actor);
        if (fromUserId.equals(toUserId)) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("toUserId", "SUBSTITUTE_SELF")));
        }
        if (toOn.isBefore(fromOn) || toOn.isBefore(today())) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("toOn", "PERIOD")));
        }
        Person from = get(fromUserId);
        Person to = get(toUserId);
        if (!to.active()) {
            throw Refusal.conflict("PERSON_INACTIVE");
        }
        Organ fromOrgan = organs.get(from.organId());
        Organ toOrgan = organs.get(to.organId());
        if (!fromOrgan.governmentId().equals(toOrgan.governmentId())
                || (from.has(Role.ORGAN_CONTACT) && !fromOrgan.id().equals(toOrgan.id()))) {
            throw Refusal.conflict("SUBSTITUTE_ELSEWHERE", to.name());
        }
        if (mapper.countLeaves(fromUserId, fromOn, toOn) > 0) {
            throw Refusal.conflict("LEAVE_OVERLAPS", from.name());
        }
        if (mapper.countLeaves(toUserId, fromOn, toOn) > 0) {
            throw Refusal.conflict("SUBSTITUTE_AWAY", to.name());
        }
        Delegation delegation = new Delegation(Ids.next(), fromUserId, toUserId, fromOn, toOn);
        mapper.insertDelegation(delegation, actor.userId(), now());
        events.publishEvent(Act.of("identity.delegated", null, actor, delegationFacts(delegation)));
        return delegation;
    }

    /** Ends a delegation before its day: the person away, the head of the unit, or ADMIN. */
    @Transactional
    public void endDelegation(String delegationId, Actor actor) {
        Delegation delegation = mapper.findDelegation(delegationId);
        if (delegation == null) {
            throw Refusal.notFound("DELEGATION_NOT_FOUND");
        }
        requireSeesToLeaveOf(delegation.fromUserId(), actor);
        requireOne(mapper.updateDelegationEnded(delegationId, now()));
        events.publishEvent(Act.of("identity.delegationEnded", null, actor, delegationFacts(delegation)));
    }

    /** Delegations of a person that run or are to come. */
    public List<Delegation> delegationsFrom(String userId) {
        return mapper.findDelegationsFrom(userId, today());
    }

    private void requireSeesToLeaveOf(String userId, Actor actor) {
        if (actor.isSystem() || actor.userId().equals(userId) || actor.has(Role.ADMIN)) {
            return;
        }
        String organId = actor.organId();
        if (organId == null
                || !actor.has(Role.UNIT_HEAD)
                || !organs.get(organId)
                        .governmentId()
                        .equals(organs.get(get(userId).organId()).governmentId())
                || get(userId)
                        .has(Role.ORGAN_HEAD)) { // above the unit: nobody lends the leader's powers but the leader
            throw Refusal.forbidden("LEAVE_NOT_ALLOWED");
        }
    }

    private static Map<String, Object> delegationFacts(Delegation delegation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("delegationId", delegation.id());
        facts.put("fromUserId", delegation.fromUserId());
        facts.put("toUserId", delegation.toUserId());
        facts.put("from", delegation.fromOn().toString());
        facts.put("to", delegation.toOn().toString());
        return facts;
    }

    /** Roles of scope are lent only within that scope, and no one becomes administrator or auditor by standing in. */
    private static boolean mayLend(LentRole lent, Organ organ) {
        return switch (lent.role()) {
            case ADMIN, AUDITOR -> false;
            case ORGAN_CONTACT -> lent.organId().equals(organ.id());
            default -> lent.governmentId().equals(organ.governmentId());
        };
    }

    private void tellAccess(String kind, Person person, Actor actor) {
        events.publishEvent(Act.of(kind, null, actor, Map.of("userId", person.id(), "login", person.login())));
        events.publishEvent(new AccessChanged(person.login()));
    }

    private void requireOtherAdmin(Person person) {
        if (person.active() && person.has(Role.ADMIN) && mapper.countOtherAdmins(person.id()) == 0) {
            throw Refusal.conflict("LAST_ADMIN");
        }
    }

    /** An auditor reads everything and writes nothing, so the role stands alone. */
    private static void requireCompatible(Set<Role> roles) {
        if (roles.contains(Role.AUDITOR) && roles.size() > 1) {
            throw Refusal.fields(List.of(Refusal.FieldError.of("roles", "AUDITOR_ALONE")));
        }
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("PERSON_CHANGED");
        }
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Person> one(List<UserRow> rows) {
        return people(rows).stream().findFirst();
    }

    private static List<Person> people(List<UserRow> rows) {
        Map<String, List<UserRow>> byId = new LinkedHashMap<>();
        for (UserRow row : rows) {
            byId.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
        }
        return byId.values().stream().map(People::person).toList();
    }

    private static Person person(Collection<UserRow> rows) {
        UserRow first = rows.iterator().next();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (UserRow row : rows) {
            Role role = row.role();
            if (role != null) {
                roles.add(role);
            }
        }
        return new Person(
                first.id(),
                first.login(),
                first.name(),
                first.organId(),
                roles,
                first.email(),
                first.active(),
                first.locale());
    }
}
