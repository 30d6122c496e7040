package io.mingjing.portal;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.CaseTasks;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.PersonalTexts;
import io.mingjing.casefile.Procedures;
import io.mingjing.document.Deposit;
import io.mingjing.document.Deposits;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.identity.People;
import io.mingjing.review.Reviews;
import io.mingjing.review.Withdrawals;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant sends to a case that is under way. A correction counts from the day on which it reaches the system
 * (实施条例 art. 28): on the designated channel it is recorded at once, and the time for intake begins anew; elsewhere the
 * clerk records it. A request to withdraw goes to the officer, who decides on it (行政复议法 art. 74).
 */
@Service
@Transactional
public class Correspondence {

    /** What it is. */
    public enum Kind {
        CORRECTION,
        WITHDRAWAL
    }

    /** Whether the officer must still deal with it. */
    public enum State {
        OPEN,
        DONE
    }

    private static final String RECORD_CORRECTION = "userTask_recordCorrection";
    private static final String CORRECTION_NOTICE = "correction-notice";
    private static final String WITHDRAWAL = "withdrawal";
    private static final Set<String> LOOKED_INTO = Set.of("review.withdrawalProposed", "review.withdrawalDropped");
    private static final int MAX_BODY = 2000;

    private final CorrespondenceMapper mapper;
    private final PersonalTexts texts;
    private final Channels channels;
    private final Cases cases;
    private final CaseTasks tasks;
    private final Reviews reviews;
    private final Withdrawals withdrawals;
    private final Procedures procedures;
    private final Letters letters;
    private final Deposits deposits;
    private final Tries tries;
    private final PortalSettings settings;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Correspondence(
            CorrespondenceMapper mapper,
            PersonalTexts texts,
            Channels channels,
            Cases cases,
            CaseTasks tasks,
            Reviews reviews,
            Withdrawals withdrawals,
            Procedures procedures,
            Letters letters,
            Deposits deposits,
            Tries tries,
            PortalSettings settings,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.texts = texts;
        this.channels = channels;
        this.cases = cases;
        this.tasks = tasks;
        this.reviews = reviews;
        this.withdrawals = withdrawals;
        this.procedures = procedures;
        this.letters = letters;
        this.deposits = deposits;
        this.tries = tries;
        this.settings = settings;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** One of them, with what was written. */
    public record Message(
            String id,
            Kind kind,
            String body,
            State state,
            Instant arrivedAt,
            @Nullable String doneByName,
            @Nullable Instant doneAt,
            int version) {}

    /** What the correction notice asks for. */
    public record Wanted(String items, List<Deposit> files) {
        public Wanted {
            files = List.copyOf(files);
        }
    }

    /** What is to be corrected; empty while no correction is waited for. */
    @Transactional(readOnly = true)
    public Optional<Wanted> wanted(String caseId) {
        return tasks.openTask(caseId, RECORD_CORRECTION).map(task -> {
            String items = letters.current(caseId, CORRECTION_NOTICE)
                    .map(Letter::id)
                    .map(letters::fields)
                    .map(fields -> String.valueOf(fields.getOrDefault("correctionItems", "")))
                    .orElse("");
            return new Wanted(items, deposits.of(place(caseId)));
        });
    }

    /**
     * Leaves a corrected paper; it comes into the case when the correction is sent.
     *
     * @throws Refusal {@code NO_CORRECTION_OPEN}, {@code TOO_MANY_TRIES} and as {@link Deposits#leave}
     */
    public void addFile(String caseId, String fileName, InputStream in, String address) {
        tries.require(Tries.What.FILE, address, settings.filesPerAddress());
        tries.count(Tries.What.FILE, address);
        cases.lock(caseId);
        requireTask(caseId);
        deposits.leave(place(caseId), "CORRECTION", fileName, in, settings.fileBytes(), settings.files());
    }

    public void removeFile(String caseId, String fileId) {
        deposits.remove(place(caseId), fileId);
    }

    /**
     * Sends the correction with its papers.
     *
     * @param formKey made when the page was shown; sent twice it is one
     * @throws Refusal {@code NO_CORRECTION_OPEN} before the notice was served and after its time is over, {@code FIELDS}
     */
    public void correct(String caseId, String body, String formKey) {
        CaseFile file = locked(caseId);
        if (mapper.find(formKey).isPresent()) {
            return;
        }
        String text = checked(body);
        String taskId = requireTask(caseId);
        for (Deposit deposit : deposits.of(place(caseId))) {
            deposits.file(deposit, caseId, taskId, "补正材料", Actor.PUBLIC);
        }
        deposits.clear(place(caseId));
        LocalDate today = LocalDate.now(clock);
        boolean recorded = channels.designated(file.governmentId());
        keep(formKey, caseId, Kind.CORRECTION, text, recorded ? State.DONE : State.OPEN);
        events.publishEvent(Act.of("portal.correctionArrived", caseId, Actor.PUBLIC, Map.of("recorded", recorded))
                .on(today));
        if (recorded) {
            tasks.complete(
                    taskId,
                    caseId,
                    Map.of("correctedOn", today.toString(), "channel", "ONLINE", "materials", text),
                    formKey,
                    null,
                    Actor.PUBLIC);
        }
    }

    /** Whether the applicant may still ask to withdraw: before the decision is made (行政复议法 art. 74). */
    @Transactional(readOnly = true)
    public boolean mayWithdraw(String caseId) {
        return cases.require(caseId).state() == CaseState.OPEN
                && reviews.get(caseId).decidedOn() == null
                && mapper.findByCase(caseId).stream()
                        .noneMatch(row -> row.kind() == Kind.WITHDRAWAL && row.state() == State.OPEN);
    }

    /**
     * Asks to withdraw the application. Nothing ends by it: the unit allows it, or not. Of a case under review it begins the
     * procedure of withdrawal with the officer's look at the request; before acceptance the request waits among the messages.
     *
     * @throws Refusal {@code WITHDRAWAL_LATE} once the decision is made, or one is asked for already
     */
    public void withdraw(String caseId, String reason, String formKey) {
        locked(caseId);
        if (mapper.find(formKey).isPresent()) {
            return;
        }
        if (!mayWithdraw(caseId)) {
            throw Refusal.conflict("WITHDRAWAL_LATE");
        }
        String text = checked(reason);
        LocalDate today = LocalDate.now(clock);
        keep(formKey, caseId, Kind.WITHDRAWAL, text, State.OPEN);
        events.publishEvent(
                Act.of("portal.withdrawalAsked", caseId, Actor.PUBLIC, Map.of()).on(today));
        if (withdrawals.ask(caseId, text, today, Actor.PUBLIC)) {
            procedures.begin(caseId, WITHDRAWAL, Map.of("asked", "ONLINE"));
        }
    }

    /** Whoever looked into the request has dealt with the message. */
    @EventListener
    void on(Act act) {
        String caseId = act.caseId();
        if (caseId == null || !LOOKED_INTO.contains(act.kind()) || act.actor().equals(Actor.PUBLIC)) {
            return;
        }
        mapper.findByCase(caseId).stream()
                .filter(row -> row.kind() == Kind.WITHDRAWAL && row.state() == State.OPEN)
                .forEach(row -> mapper.updateDone(
                        row.id(),
                        row.version(),
                        act.actor().userId(),
                        act.actor().name(),
                        now()));
    }

    /** All of a case, oldest first, for its officers. */
    @Transactional(readOnly = true)
    public List<Message> of(String caseId, Actor actor) {
        cases.get(caseId, actor);
        if (!people.sight(actor).officer()) {
            throw Refusal.forbidden("OFFICERS_ONLY");
        }
        return mapper.findByCase(caseId).stream().map(this::opened).toList();
    }

    /** How many the officers must still deal with. */
    @Transactional(readOnly = true)
    public int open(String caseId) {
        return mapper.countOpen(caseId);
    }

    /** An officer has dealt with it. */
    public void done(String caseId, String id, int version, Actor actor) {
        cases.get(caseId, actor);
        if (!actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        CorrespondenceMapper.Row row = mapper.find(id)
                .filter(found -> found.caseId().equals(caseId))
                .orElseThrow(() -> Refusal.notFound("APPLICATION_NOT_FOUND"));
        if (mapper.updateDone(id, version, actor.userId(), actor.name(), now()) != 1) {
            throw Refusal.conflict("APPLICATION_DECIDED");
        }
        events.publishEvent(Act.of(
                "portal.messageDone",
                caseId,
                actor,
                Map.of("message", row.kind().name())));
    }

    private void keep(String id, String caseId, Kind kind, String text, State state) {
        PersonalTexts.Sealed sealed = texts.seal(text, "portal-message/" + id);
        mapper.insert(new CorrespondenceMapper.Row(
                id, caseId, kind, sealed.text(), sealed.keyId(), state, now(), null, null, 1));
    }

    private Message opened(CorrespondenceMapper.Row row) {
        return new Message(
                row.id(),
                row.kind(),
                texts.open(new PersonalTexts.Sealed(row.body(), row.bodyKey()), "portal-message/" + row.id()),
                row.state(),
                row.arrivedAt(),
                row.doneByName(),
                row.doneAt(),
                row.version());
    }

    private CaseFile locked(String caseId) {
        cases.lock(caseId);
        return cases.require(caseId);
    }

    private String requireTask(String caseId) {
        return tasks.openTask(caseId, RECORD_CORRECTION).orElseThrow(() -> Refusal.conflict("NO_CORRECTION_OPEN"));
    }

    private static String checked(String body) {
        String text = body.strip();
        if (text.isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of("body", "REQUIRED")));
        }
        if (text.length() > MAX_BODY) {
            throw Refusal.fields(List.of(FieldError.of("body", "TOO_LONG", MAX_BODY, text.length())));
        }
        return text;
    }

    private static String place(String caseId) {
        return "portal/fix/" + caseId;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
