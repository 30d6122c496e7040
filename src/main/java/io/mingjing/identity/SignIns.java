package io.mingjing.identity;

import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks names and passwords. After five wrong tries within a quarter of an hour a login is locked for a quarter of an
 * hour, whether it exists or not, and even for the right password. Lock-out runs on real time, never on the driven clock.
 */
@Service
public class SignIns {

    /** Wrong tries until a login is locked. */
    public static final int TRIES = 5;

    /** How long it stays locked; also how long a wrong try counts. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    private static final int LOGIN_LENGTH = 50;

    /** Result of a check. */
    public enum Result {
        GOOD,
        WRONG,
        LOCKED
    }

    /**
     * What came out.
     *
     * @param person the person, where the password was right
     * @param mustChangePassword whether nothing but changing the password is open to the person
     */
    public record Answer(Result result, @Nullable Person person, boolean mustChangePassword) {}

    private final PersonMapper people;
    private final People peopleService;
    private final SignInTryMapper tries;
    private final PasswordEncoder encoder;
    private final Clock realTime;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final KnownPasswords knownPasswords = new KnownPasswords();

    /** Compared when the login does not exist, so that the answer takes as long. */
    private final String nobodysHash;

    SignIns(
            PersonMapper people,
            People peopleService,
            SignInTryMapper tries,
            PasswordEncoder encoder,
            @RealTime Clock realTime,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.peopleService = peopleService;
        this.tries = tries;
        this.encoder = encoder;
        this.realTime = realTime;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.nobodysHash = encoder.encode(PasswordPolicy.oneTime());
    }

    /**
     * Whether the password is that of an active account. A wrong try is counted and logged, a right one clears the count.
     *
     * @param address where the request came from; kept in the log as a personal value
     */
    public Answer check(String typedLogin, String password, String address) {
        String login = cut(People.normal(typedLogin));
        Optional<SignInTryMapper.Tries> before = tries.findByLogin(login);
        Instant now = now();
        if (before.map(SignInTryMapper.Tries::lockedUntil).filter(now::isBefore).isPresent()) {
            return new Answer(Result.LOCKED, null, false);
        }
        Optional<Credentials> credentials = people.findCredentials(login);
        boolean right = matches(credentials, password, now);
        if (!right || !credentials.orElseThrow().active()) {
            boolean locked = Boolean.TRUE.equals(
                    transaction.execute(status -> countWrong(login, credentials.orElse(null), address)));
            return new Answer(locked ? Result.LOCKED : Result.WRONG, null, false);
        }
        if (before.isPresent()) {
            transaction.executeWithoutResult(status -> tries.delete(login));
        }
        return new Answer(
                Result.GOOD,
                peopleService.findByLogin(login).orElseThrow(),
                credentials.orElseThrow().mustChangePassword());
    }

    /** A session of a person began. Calls of machines begin none and stay out of the log. */
    @Transactional
    public void began(Person person, String address) {
        events.publishEvent(
                Act.of("identity.signedIn", null, peopleService.actor(person), Map.of("login", person.login()))
                        .withPersonal(Map.of("address", address)));
    }

    /** A person ended the session. */
    @Transactional
    public void ended(String login) {
        peopleService
                .findByLogin(login)
                .filter(Person::active)
                .ifPresent(person -> events.publishEvent(Act.of(
                        "identity.signedOut", null, peopleService.actor(person), Map.of("login", person.login()))));
    }

    private boolean matches(Optional<Credentials> credentials, String password, Instant now) {
        if (credentials.isEmpty()) {
            encoder.matches(password, nobodysHash);
            return false;
        }
        Credentials known = credentials.get();
        if (knownPasswords.matches(known, password, now)) {
            return true;
        }
        boolean right = encoder.matches(password, known.passwordHash());
        if (right) {
            knownPasswords.remember(known, password, now);
        }
        return right;
    }

    /** Counts a wrong try; true where it locks the login. */
    private boolean countWrong(String login, @Nullable Credentials credentials, String address) {
        Instant now = now();
        SignInTryMapper.Tries before = lockOrInsert(login, now);
        boolean fresh = before.lastAt().plus(LOCK).isBefore(now)
                || Optional.ofNullable(before.lockedUntil()).isPresent();
        int wrong = fresh ? 1 : before.wrongTries() + 1;
        boolean lock = wrong >= TRIES;
        tries.update(new SignInTryMapper.Tries(login, wrong, now, lock ? now.plus(LOCK) : null));
        tell(lock ? "identity.lockedOut" : "identity.signInRefused", login, credentials, address);
        return lock;
    }

    private SignInTryMapper.Tries lockOrInsert(String login, Instant now) {
        Optional<SignInTryMapper.Tries> known = tries.lockByLogin(login);
        if (known.isPresent()) {
            return known.get();
        }
        tries.deleteOlder(now.minus(Duration.ofDays(1)));
        SignInTryMapper.Tries first = new SignInTryMapper.Tries(login, 0, now, null);
        try {
            tries.insert(first);
        } catch (DuplicateKeyException e) { // somebody else tried the same login at this moment
            return tries.lockByLogin(login).orElse(first);
        }
        return first;
    }

    private void tell(String kind, String login, @Nullable Credentials credentials, String address) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("known", credentials != null);
        if (credentials != null) { // what strangers type may be anything, a password too
            facts.put("login", login);
            facts.put("userId", credentials.userId());
        }
        events.publishEvent(Act.of(kind, null, Actor.SYSTEM, facts).withPersonal(Map.of("address", address)));
    }

    private Instant now() {
        return realTime.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String cut(String login) {
        return login.length() <= LOGIN_LENGTH ? login : login.substring(0, LOGIN_LENGTH);
    }
}
