package io.mingjing.review;

import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitState;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.casefile.ResumeOrder;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.OfficialStyle;
import io.mingjing.document.SealEntry;
import io.mingjing.engine.Processes;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mediation beside the review: with or without a suspension, ending in a letter, a settlement or the decision. */
@Service
@Transactional
public class Mediations {

    public static final String LETTER = "mediation-letter";

    private static final String MAIN_PROCESS = "administrativeReview";

    private final MediationMapper mapper;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final Letters letters;
    private final CaseLetters caseLetters;
    private final CaseLimits limits;
    private final LimitActs limitActs;
    private final Processes processes;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Mediations(
            MediationMapper mapper,
            Reviews reviews,
            Cases cases,
            Parties parties,
            Letters letters,
            CaseLetters caseLetters,
            CaseLimits limits,
            LimitActs limitActs,
            Processes processes,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.letters = letters;
        this.caseLetters = caseLetters;
        this.limits = limits;
        this.limitActs = limitActs;
        this.processes = processes;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** The mediations of a case, for those who may read the secondary part; for others there are none. */
    @Transactional(readOnly = true)
    public List<Mediation> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return access.mayReadPart(caseId, FilePart.SECONDARY, actor) ? mapper.findByCase(caseId) : List.of();
    }

    /**
     * What stands against beginning it so.
     *
     * @throws Refusal {@code FIELDS}: {@code MEDIATION_NOT_AGREED} where it shall suspend without both sides (行政复议法 art. 39.1,
     *     item 6), {@code NOTHING_TO_SUSPEND} where no decision limit runs
     */
    @Transactional(readOnly = true)
    public void check(String caseId, boolean applicantAgrees, boolean respondentAgrees, boolean pausing) {
        if (pausing && !(applicantAgrees && respondentAgrees)) {
            throw Refusal.fields(List.of(FieldError.of("pausing", "MEDIATION_NOT_AGREED")));
        }
        if (pausing && decisionLimit(caseId, LimitState.RUNNING).isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of("pausing", "NOTHING_TO_SUSPEND")));
        }
    }

    /** Begins a mediation, at any time before the decision. */
    public void begin(String caseId, String proposedBy, Actor actor) {
        mapper.insert(new Mediation(
                Ids.next(),
                caseId,
                proposedBy,
                LocalDate.now(clock),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0));
        tell("review.mediationBegun", caseId, actor, Map.of(), null);
    }

    /**
     * Stands before the suspension for it (art. 39.1, item 6).
     *
     * @throws Refusal {@code FIELDS}: {@code NOTHING_TO_SUSPEND}
     */
    @Transactional(readOnly = true)
    public void requireRunning(String caseId) {
        if (decisionLimit(caseId, LimitState.RUNNING).isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of("result", "NOTHING_TO_SUSPEND")));
        }
    }

    /**
     * A mediation letter is one of a case under review; before acceptance the parties settle and the applicant withdraws.
     *
     * @throws Refusal {@code FIELDS}: {@code MEDIATION_BEFORE_ACCEPTANCE} (art. 73.1)
     */
    @Transactional(readOnly = true)
    public void requireLetterPossible(String caseId, String result) {
        if (result.equals("AGREED") && reviews.get(caseId).acceptedOn() == null) {
            throw Refusal.fields(List.of(FieldError.of("mediationResult", "MEDIATION_BEFORE_ACCEPTANCE")));
        }
    }

    /** What was said and conceded, for the secondary part; and how it ended. */
    public void record(
            String caseId, LocalDate on, String place, String persons, String concessions, String result, Actor actor) {
        Mediation mediation = current(caseId);
        if (on.isBefore(mediation.startedOn())) {
            throw Refusal.fields(List.of(FieldError.of("mediatedOn", "BEFORE_MEDIATION", mediation.startedOn())));
        }
        write(new Change(mediation)
                .recorded(on, place, persons, concessions, result)
                .done());
        tell("review.mediationRecorded", caseId, actor, Map.of("mediationResult", result), on);
    }

    /**
     * A party signed the mediation letter.
     *
     * @return whether everybody has signed
     * @throws Refusal {@code FIELDS}: {@code SIGNATORY_UNKNOWN} with who is missing, {@code SIGNED_ALREADY}, {@code
     *     BEFORE_MEDIATION}
     */
    public boolean sign(String caseId, String signatory, LocalDate on, Actor actor) {
        Mediation mediation = current(caseId);
        List<Party> missing = missing(mediation);
        Party party = signatories(caseId)
                .filter(each -> each.name().equals(signatory.strip()))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.fields(List.of(FieldError.of("signatory", "SIGNATORY_UNKNOWN", names(missing)))));
        if (missing.stream().noneMatch(party::equals)) {
            throw Refusal.fields(List.of(FieldError.of("signatory", "SIGNED_ALREADY", names(missing))));
        }
        LocalDate mediatedOn = mediation.mediatedOn();
        if (mediatedOn != null && on.isBefore(mediatedOn)) {
            throw Refusal.fields(List.of(FieldError.of("signedOn", "BEFORE_MEDIATION", mediatedOn)));
        }
        mapper.insertSignature(mediation.id(), party.id(), on, actor.userId(), now());
        events.publishEvent(Act.of("review.mediationSigned", caseId, actor, Map.of())
                .on(on)
                .withPersonal(Map.of("party", party.name())));
        return missing.size() == 1;
    }

    /** A party backed out before the letter took effect (art. 73.2): the review goes on to its decision. */
    public void backOut(String caseId, String signatory, Actor actor) {
        write(new Change(current(caseId)).result("BACKED_OUT").done());
        events.publishEvent(
                Act.of("review.mediationBackedOut", caseId, actor, Map.of()).withPersonal(Map.of("party", signatory)));
    }

    /** The next who has to sign; null when everybody has. */
    @Transactional(readOnly = true)
    public @Nullable String nextSignatory(String caseId) {
        return missing(current(caseId)).stream().map(Party::name).findFirst().orElse(null);
    }

    @Transactional(readOnly = true)
    public List<Mediation.Signature> signatures(String mediationId) {
        return mapper.findSignatures(mediationId);
    }

    /**
     * The letter bears all signatures and the organ's seal: it takes effect on the later of both days (art. 73.1), the case is
     * closed as mediated and its main process ends.
     *
     * @throws Refusal {@code MEDIATION_UNSIGNED}, {@code MEDIATION_UNSEALED}
     */
    public void conclude(String caseId) {
        Mediation mediation = current(caseId);
        List<Party> missing = missing(mediation);
        if (!missing.isEmpty()) {
            throw Refusal.conflict("MEDIATION_UNSIGNED", names(missing));
        }
        Letter letter = caseLetters.current(caseId, LETTER);
        LocalDate sealed = letters.seals(letter.id()).stream()
                .map(SealEntry::sealedOn)
                .min(LocalDate::compareTo)
                .orElseThrow(() -> Refusal.conflict("MEDIATION_UNSEALED"));
        LocalDate effective = Stream.concat(
                        Stream.of(sealed), signatures(mediation.id()).stream().map(Mediation.Signature::signedOn))
                .max(LocalDate::compareTo)
                .orElse(sealed);
        write(new Change(mediation).effective(effective).done());
        cases.setKeyDate(caseId, "mediated", effective, Actor.SYSTEM);
        tell("review.mediationEffective", caseId, Actor.SYSTEM, Map.of(), effective);
        processes.stop(MAIN_PROCESS, caseId, FollowUps.MEDIATED);
        cases.close(caseId, FollowUps.MEDIATED, effective, Actor.SYSTEM);
    }

    /** The clock that an earlier version stopped without a notice runs again from today (art. 39.2). */
    public void resumeClock(String caseId) {
        String paused = current(caseId).pausedLimitId();
        limits.of(caseId).stream()
                .filter(limit -> limit.id().equals(paused) && limit.state() == LimitState.PAUSED)
                .forEach(limit -> limitActs.resume(limit.id(), ResumeOrder.of(LocalDate.now(clock)), Actor.SYSTEM));
    }

    /** It came to nothing, or the applicant will withdraw: the letter is void and the review goes on. */
    public void end(String caseId) {
        Mediation mediation = current(caseId);
        caseLetters.supersede(caseId, List.of(LETTER), Actor.SYSTEM);
        write(new Change(mediation).ended(LocalDate.now(clock)).done());
        tell(
                "review.mediationEnded",
                caseId,
                Actor.SYSTEM,
                Map.of("mediationResult", String.valueOf(mediation.result())),
                LocalDate.now(clock));
    }

    /** Whether one is under way. */
    @Transactional(readOnly = true)
    public boolean running(String caseId) {
        return mapper.findByCase(caseId).stream()
                .anyMatch(mediation -> mediation.effectiveOn() == null && mediation.endedOn() == null);
    }

    private Mediation current(String caseId) {
        List<Mediation> all = mapper.findByCase(caseId);
        if (all.isEmpty()) {
            throw Refusal.conflict("MEDIATION_NONE");
        }
        return all.get(all.size() - 1);
    }

    private Optional<CaseLimit> decisionLimit(String caseId, LimitState state) {
        return limits.of(caseId).stream()
                .filter(limit -> limit.rule().startsWith("AR-DECIDE") && limit.state() == state)
                .findFirst();
    }

    private List<Party> missing(Mediation mediation) {
        Set<String> signed = mapper.findSignatures(mediation.id()).stream()
                .map(Mediation.Signature::partyId)
                .collect(Collectors.toSet());
        return signatories(mediation.caseId())
                .filter(party -> !signed.contains(party.id()))
                .toList();
    }

    private Stream<Party> signatories(String caseId) {
        return Stream.of(PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY)
                .flatMap(role -> parties.of(caseId, role).stream());
    }

    private static String names(List<Party> parties) {
        return OfficialStyle.names(parties.stream().map(Party::name).toList());
    }

    private void write(Mediation mediation) {
        if (mapper.update(mediation) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }

    private void tell(
            String kind, String caseId, Actor actor, Map<String, Object> facts, @Nullable LocalDate legalDate) {
        Act act = Act.of(kind, caseId, actor, new LinkedHashMap<>(facts));
        events.publishEvent(legalDate == null ? act : act.on(legalDate));
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The same mediation with something else in it. */
    private static final class Change {

        private final Mediation before;
        private @Nullable LocalDate mediatedOn;
        private @Nullable String place;
        private @Nullable String persons;
        private @Nullable String concessions;
        private @Nullable String result;
        private @Nullable LocalDate effectiveOn;
        private @Nullable LocalDate endedOn;

        private Change(Mediation before) {
            this.before = before;
            this.mediatedOn = before.mediatedOn();
            this.place = before.place();
            this.persons = before.persons();
            this.concessions = before.concessions();
            this.result = before.result();
            this.effectiveOn = before.effectiveOn();
            this.endedOn = before.endedOn();
        }

        Change recorded(LocalDate on, String where, String who, String said, String how) {
            mediatedOn = on;
            place = where;
            persons = who;
            concessions = said;
            result = how;
            return this;
        }

        Change result(String how) {
            result = how;
            return this;
        }

        Change effective(LocalDate on) {
            effectiveOn = on;
            return this;
        }

        Change ended(LocalDate on) {
            endedOn = on;
            return this;
        }

        Mediation done() {
            return new Mediation(
                    before.id(),
                    before.caseId(),
                    before.proposedBy(),
                    before.startedOn(),
                    before.pausedLimitId(),
                    mediatedOn,
                    place,
                    persons,
                    concessions,
                    result,
                    effectiveOn,
                    endedOn,
                    before.version());
        }
    }
}
