package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.LimitRedating;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.ServiceRecord;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.time.DayUnit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows a decision (行政复议法 art. 75–79, 85–86): who was served when, who may sue until when, what was done since. */
@Service
@Transactional
public class FollowUps {

    /** Outcome of a case that ended in a mediation letter. */
    static final String MEDIATED = "MEDIATED";

    private static final String PERFORM = "AR-PERFORM";
    private static final List<String> LATE_STAGES = List.of("service", "performance", "archive");
    private static final Map<String, String> ENFORCED = Map.of("UPHOLD", "AGENCY", "CHANGE", "REVIEW_ORGAN");
    private static final String PERFORMANCE_ORDER = "performance-order";

    /**
     * A party and what the closing letter means for it.
     *
     * @param servedOn null while the letter has not reached it
     * @param sueUntil last day on which it may sue; null for the respondent, for a mediation letter, a decision that is final
     *     and a refusal or dismissal where review is not compulsory before suit
     */
    public record Reached(
            Party party,
            @Nullable ServiceRecord service,
            @Nullable LocalDate servedOn,
            @Nullable LocalDate sueUntil) {}

    private final FollowUpMapper mapper;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final Letters letters;
    private final CaseLimits limits;
    private final LimitActs limitActs;
    private final LimitRedating redating;
    private final SuitWindows suits;
    private final ReviewDecisions decisions;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FollowUps(
            FollowUpMapper mapper,
            Reviews reviews,
            Cases cases,
            Parties parties,
            Letters letters,
            CaseLimits limits,
            LimitActs limitActs,
            LimitRedating redating,
            SuitWindows suits,
            ReviewDecisions decisions,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.letters = letters;
        this.limits = limits;
        this.limitActs = limitActs;
        this.redating = redating;
        this.suits = suits;
        this.decisions = decisions;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the case is past its decision or mediation letter and not yet archived. */
    @Transactional(readOnly = true)
    public boolean open(CaseFile file) {
        return file.area() == Area.REVIEW
                && file.state() != CaseState.ARCHIVED
                && (MEDIATED.equals(file.outcome())
                        || (LATE_STAGES.contains(String.valueOf(file.stage())) && decided(file)));
    }

    /** Whether the case was decided or mediated. */
    @Transactional(readOnly = true)
    public boolean decided(CaseFile file) {
        return MEDIATED.equals(file.outcome()) || reviews.get(file.id()).decidedOn() != null;
    }

    /** Records what was done on that day. */
    public void record(
            String caseId,
            String kind,
            LocalDate on,
            @Nullable String result,
            @Nullable String partyId,
            @Nullable String place,
            @Nullable String remark,
            Actor actor) {
        if (cases.require(caseId).state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", cases.require(caseId).number());
        }
        mapper.insert(new FollowUp(
                Ids.next(),
                caseId,
                kind,
                on,
                result,
                partyId,
                place,
                remark,
                actor.userId(),
                actor.name(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("followUp", kind);
        facts.put("followUpResult", result == null ? "" : result);
        events.publishEvent(
                Act.of("review.followUpRecorded", caseId, actor, facts).on(on));
    }

    /** The same for something of today without more to say. */
    public void record(String caseId, String kind, @Nullable String result, @Nullable String remark, Actor actor) {
        record(caseId, kind, LocalDate.now(clock), result, null, null, remark, actor);
    }

    /** What was done, oldest first; officers only. */
    @Transactional(readOnly = true)
    public List<FollowUp> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return access.mayReadPart(caseId, FilePart.SECONDARY, actor) ? mapper.findByCase(caseId) : List.of();
    }

    /** Each party with the day on which the closing letter reached it; everyone has a day of their own (art. 75). */
    @Transactional(readOnly = true)
    public List<Reached> reached(String caseId) {
        Optional<Letter> letter = suits.closingLetter(caseId);
        LocalDate expiredOn = suits.expiredOn(caseId);
        List<ServiceRecord> services =
                letter.map(issued -> letters.services(issued.id())).orElse(List.of());
        List<Reached> reached = new ArrayList<>();
        for (PartyRole role : List.of(PartyRole.APPLICANT, PartyRole.THIRD_PARTY, PartyRole.RESPONDENT)) {
            for (Party party : parties.of(caseId, role)) {
                ServiceRecord service = services.stream()
                        .filter(record -> record.recipientId().equals(party.id()))
                        .findFirst()
                        .orElse(null);
                LocalDate on = service == null ? null : service.servedOn();
                reached.add(new Reached(party, service, on, suits.until(role, letter.orElse(null), on, expiredOn)));
            }
        }
        return reached;
    }

    /**
     * Records that a party sued.
     *
     * @return IN_TIME or LATE, by the fifteen days from its own service (art. 34; 行政诉讼法 art. 45)
     * @throws Refusal {@code FIELDS}: {@code PARTY_UNKNOWN}, {@code NOT_SERVED}, {@code BEFORE_SERVICE}, {@code BEFORE_EXPIRY}
     */
    public String sue(
            String caseId,
            String plaintiff,
            String court,
            LocalDate filedOn,
            @Nullable String courtCaseNo,
            Actor actor) {
        Reached reached = plaintiff(caseId, plaintiff, filedOn);
        String result = filedOn.isAfter(Objects.requireNonNull(reached.sueUntil())) ? "LATE" : "IN_TIME";
        record(caseId, "SUIT_FILED", filedOn, result, reached.party().id(), court, courtCaseNo, actor);
        return result;
    }

    /** The party that sues, with its last day. */
    @Transactional(readOnly = true)
    public Reached plaintiff(String caseId, String plaintiff, LocalDate filedOn) {
        Reached reached = reached(caseId).stream()
                .filter(each -> each.party().name().equals(plaintiff.strip())
                        && each.party().role() != PartyRole.RESPONDENT)
                .findFirst()
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("plaintiff", "PARTY_UNKNOWN"))));
        LocalDate expiredOn = suits.expiredOn(caseId);
        LocalDate servedOn = reached.servedOn();
        if (reached.sueUntil() == null) {
            throw Refusal.fields(List.of(FieldError.of("plaintiff", "NOT_SERVED")));
        }
        if (servedOn != null && filedOn.isBefore(servedOn)) {
            throw Refusal.fields(List.of(FieldError.of("filedOn", "BEFORE_SERVICE", servedOn)));
        }
        if (expiredOn != null && !filedOn.isAfter(expiredOn)) {
            throw Refusal.fields(List.of(FieldError.of("filedOn", "BEFORE_EXPIRY", expiredOn)));
        }
        return reached;
    }

    /**
     * The respondent shall be ordered to perform within a period that runs from the service of the order (art. 77). A period
     * that the decision set must have ended; it gives way.
     *
     * @throws Refusal {@code FIELDS}: {@code PERFORMANCE_RUNS} with the last day of the period that still runs
     */
    public void orderPerformance(String caseId, int length, DayUnit unit, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        for (CaseLimit limit : ownPeriods(caseId).toList()) {
            LocalDate due = limit.dueOn();
            if (due == null || !due.isBefore(today)) {
                throw Refusal.fields(List.of(FieldError.of("performed", "PERFORMANCE_RUNS", String.valueOf(due))));
            }
            limitActs.cancel(limit.id(), "期限届满未履行，另行责令履行", Actor.SYSTEM);
        }
        redating.setDocumentLength(caseId, PERFORM, length, unit, actor);
    }

    /** Whether a party may record a suit now: after a decision, or after a refusal, a dismissal or silence that opens the court. */
    @Transactional(readOnly = true)
    public boolean suitPossible(CaseFile file) {
        return open(file) || suits.withoutDecision(file);
    }

    /**
     * Whether following the performance may end with that answer (行政复议法 art. 77).
     *
     * @param performed NOT_NEEDED, YES, PARTLY or NO
     * @throws Refusal {@code FIELDS}: {@code PERFORMANCE_NEEDED} where the decision orders something, {@code
     *     PERIOD_RUNS_STILL} before its period is over, {@code PERFORMANCE_NOT_ORDERED} where performance was not ordered then
     */
    @Transactional(readOnly = true)
    public void requireFollowed(String caseId, String performed) {
        boolean ordered =
                decisions.find(caseId).filter(ReviewDecision::ordersRespondent).isPresent();
        if (!ordered || performed.equals("YES")) {
            return;
        }
        if (performed.equals("NOT_NEEDED")) {
            throw Refusal.fields(List.of(FieldError.of("performed", "PERFORMANCE_NEEDED")));
        }
        LocalDate today = LocalDate.now(clock);
        ownPeriods(caseId)
                .filter(limit -> limit.dueOn() == null || !today.isAfter(limit.dueOn()))
                .findFirst()
                .ifPresent(limit -> {
                    throw Refusal.fields(
                            List.of(FieldError.of("performed", "PERIOD_RUNS_STILL", String.valueOf(limit.dueOn()))));
                });
        if (letters.current(caseId, PERFORMANCE_ORDER).filter(Letter::issued).isEmpty()) {
            throw Refusal.fields(List.of(FieldError.of("performed", "PERFORMANCE_NOT_ORDERED")));
        }
    }

    /**
     * Who enforces against an applicant or third party that neither sued in time nor performed (行政复议法 art. 78), itself or
     * through the court: AGENCY that made the act upheld, REVIEW_ORGAN that changed it.
     *
     * @throws Refusal {@code FIELDS}: {@code ENFORCEMENT_NOT_HERE} for other outcomes, {@code SUIT_STILL_OPEN} while somebody
     *     may still sue
     */
    @Transactional(readOnly = true)
    public String enforcer(String caseId) {
        String outcome = decisions.find(caseId).map(ReviewDecision::outcome).orElse("");
        String enforcer = ENFORCED.get(outcome);
        if (enforcer == null) {
            throw Refusal.fields(List.of(FieldError.of("enforcementNeeded", "ENFORCEMENT_NOT_HERE")));
        }
        LocalDate today = LocalDate.now(clock);
        for (Reached reached : reached(caseId)) {
            LocalDate until = reached.sueUntil();
            if (until != null && !today.isAfter(until)) {
                throw Refusal.fields(List.of(FieldError.of("enforcementNeeded", "SUIT_STILL_OPEN", until)));
            }
        }
        return enforcer;
    }

    /** The periods that the decision itself set running and that have not ended. */
    private Stream<CaseLimit> ownPeriods(String caseId) {
        return limits.of(caseId).stream()
                .filter(limit -> List.of(PERFORM, "AR-REDO").contains(limit.rule())
                        && limit.scopeId() == null
                        && limit.state().isOpen());
    }

    /** The respondent did what the decision ordered: the periods of the decision are met. */
    public void performed(String caseId, LocalDate on, Actor actor) {
        for (CaseLimit limit : ownPeriods(caseId).toList()) {
            limitActs.meet(limit.id(), on, actor);
        }
    }
}
