package io.mingjing.review;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.NewCase;
import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.identity.Organs;
import io.mingjing.identity.People;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications for review and what became of each. */
@Service
@Transactional
public class Reviews {

    /** Two numbers of documents in one field. */
    private static final Pattern SEVERAL_NUMBERS = Pattern.compile("号.*[、；;，,和及].*号");

    private final ReviewCaseMapper mapper;
    private final Cases cases;
    private final Organs organs;
    private final People people;
    private final Letters letters;
    private final ActDay actDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Reviews(
            ReviewCaseMapper mapper,
            Cases cases,
            Organs organs,
            People people,
            Letters letters,
            ActDay actDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.cases = cases;
        this.organs = organs;
        this.people = people;
        this.letters = letters;
        this.actDay = actDay;
        this.clock = clock;
        this.events = events;
    }

    /** An application was registered; its process may start. */
    public record Registered(String caseId) {}

    /**
     * Enters an application in the register (DESK roles) and starts its process.
     *
     * @throws Refusal with the fields that are wrong: a future date, knowledge after receipt, an organ that does not
     *     exist, no applicant
     */
    public CaseFile register(NewApplication application, Actor actor) {
        CaseFile file = takeOver(application, actor);
        events.publishEvent(new Registered(file.id()));
        return file;
    }

    /** Enters an application that has been handled elsewhere before; no process is started. */
    CaseFile takeOver(NewApplication application, Actor actor) {
        if (!actor.hasAny(Role.INTAKE_CLERK, Role.REVIEW_OFFICER, Role.UNIT_HEAD)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        return enter(application, people.sight(actor).governmentId(), actor);
    }

    /**
     * Enters an application that reached the designated internet channel of a government (实施条例 art. 28) and starts its
     * process. The portal has checked what it asks for; nobody of the house has seen it yet.
     *
     * @throws Refusal as {@link #register}
     */
    public CaseFile registerOnline(NewApplication application, String governmentId) {
        CaseFile file = enter(application, governmentId, Actor.PUBLIC);
        events.publishEvent(new Registered(file.id()));
        return file;
    }

    private CaseFile enter(NewApplication application, String governmentId, Actor actor) {
        requireSound(application);
        CaseFile file = cases.register(
                new NewCase(
                        Area.REVIEW,
                        "administrativeReview",
                        titleOf(application),
                        governmentId,
                        application.receivedOn(),
                        application.parties()),
                actor);
        mapper.insert(application.toCase(file.id()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("registerNo", file.registerNo());
        facts.put("channel", application.channel());
        facts.put("actKind", application.actKind());
        events.publishEvent(Act.of("review.registered", file.id(), actor, facts).on(application.receivedOn()));
        return file;
    }

    @Transactional(readOnly = true)
    public Optional<ReviewCase> find(String caseId) {
        return mapper.find(caseId);
    }

    public ReviewCase get(String caseId) {
        return mapper.find(caseId).orElseThrow(() -> Refusal.notFound("CASE_NOT_FOUND"));
    }

    /** The act complained of was written down wrongly. */
    public void correctAct(String caseId, String actName, Actor actor) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateActName(caseId, review.version(), actName));
        tell("review.actCorrected", caseId, actor, Map.of("before", review.actName(), "after", actName), null);
    }

    /** The officer's proposal; nothing has effect until it is approved. */
    public void propose(String caseId, String acceptance, @Nullable String refusalGround, Actor actor) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateAcceptance(caseId, review.version(), acceptance, refusalGround, null, false));
        tell("review.acceptanceProposed", caseId, actor, Map.of("acceptance", acceptance), null);
    }

    /** The unit head agreed: the application is accepted on that day (行政复议法 art. 30). */
    public void accept(String caseId, LocalDate on, Actor actor) {
        accept(caseId, on, false, actor);
    }

    /** The five working days passed in silence: accepted on the last of them (art. 30.3). */
    public void deemAccepted(String caseId, LocalDate lastDay) {
        accept(caseId, lastDay, true, Actor.SYSTEM);
    }

    private void accept(String caseId, LocalDate on, boolean deemed, Actor actor) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateAcceptance(caseId, review.version(), deemed ? "DEEMED" : "ACCEPT", null, on, deemed));
        cases.setKeyDate(caseId, "accepted", on, actor);
        tell(deemed ? "review.deemedAccepted" : "review.accepted", caseId, actor, Map.of(), on);
    }

    /** The applicant let the correction limit lapse: the application counts as given up (art. 31.2). */
    public void deemGivenUp(String caseId, LocalDate lastDay) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateAcceptance(caseId, review.version(), "GIVEN_UP", null, null, false));
        tell("review.deemedGivenUp", caseId, Actor.SYSTEM, Map.of(), lastDay);
        cases.close(caseId, "GIVEN_UP", lastDay, Actor.SYSTEM);
    }

    /** Refused and served; closed on the day the refusal bears (art. 30.2). */
    public void closeRefused(String caseId) {
        LocalDate issuedOn = letters.current(caseId, "refusal")
                .map(Letter::issuedOn)
                .orElseThrow(() -> Refusal.conflict("NOT_DECIDED"));
        cases.close(caseId, "REFUSED", issuedOn, Actor.SYSTEM);
    }

    /** The respondent replied (art. 48). */
    public void reply(String caseId, Actor actor) {
        ReviewCase review = get(caseId);
        LocalDate today = actDay.today();
        requireOne(mapper.updateReply(caseId, review.version(), today, false));
        cases.setKeyDate(caseId, "replied", today, actor);
        tell("review.replied", caseId, actor, Map.of(), today);
    }

    /** The respondent had replied before the case came here. */
    void repliedBefore(String caseId, LocalDate on) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateReply(caseId, review.version(), on, false));
        cases.setKeyDate(caseId, "replied", on, Actor.SYSTEM);
    }

    /** No reply by the last day: the act will be treated as lacking evidence (art. 70). */
    public void recordNoReply(String caseId, LocalDate lastDay) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateReply(caseId, review.version(), null, true));
        tell("review.replyMissing", caseId, Actor.SYSTEM, Map.of(), lastDay);
    }

    /** The parties were heard (art. 49). */
    public void recordViews(String caseId, String method, LocalDate on, Actor actor) {
        ReviewCase review = get(caseId);
        if (on.isBefore(review.requireAccepted())) {
            throw Refusal.fields(List.of(FieldError.of("heardOn", "BEFORE_ACCEPTANCE")));
        }
        requireOne(mapper.updateViews(caseId, review.version(), method, on));
        tell("review.viewsHeard", caseId, actor, Map.of("method", method), on);
    }

    /** The officer's draft of the decision, which {@link ReviewDecisions} has checked; refused before the parties were heard (art. 49). */
    void draftDecision(String caseId, String outcome, List<String> grounds, Actor actor) {
        ReviewCase review = get(caseId);
        review.requireHeard();
        requireOne(mapper.updateOutcome(caseId, review.version(), outcome, String.join(",", grounds)));
        tell(
                "review.decisionDrafted",
                caseId,
                actor,
                Map.of("outcome", outcome, "grounds", String.join(",", grounds)),
                null);
    }

    /** The decision was issued under its number: the time for deciding is met. */
    public void decided(String caseId, Actor actor) {
        ReviewCase review = get(caseId);
        LocalDate today = actDay.today();
        if (today.isBefore(review.requireAccepted())) {
            throw Refusal.conflict("DECISION_BEFORE_ACCEPTANCE");
        }
        requireOne(mapper.updateDecided(caseId, review.version(), today));
        cases.setKeyDate(caseId, "decided", today, actor);
        tell("review.decided", caseId, actor, Map.of("outcome", String.valueOf(review.outcome())), today);
    }

    /** The time for deciding lapsed; the applicant may now sue (art. 34, 62). Nothing else changes. */
    public void recordOverdue(String caseId, LocalDate lastDay) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateOverdue(caseId, review.version()));
        tell("review.decisionOverdue", caseId, Actor.SYSTEM, Map.of(), lastDay);
    }

    /** Served on everybody: closed on the date of the decision (DOMAIN.md section 3.12). */
    public void close(String caseId) {
        ReviewCase review = get(caseId);
        LocalDate decidedOn = review.decidedOn();
        String outcome = review.outcome();
        if (decidedOn == null || outcome == null) {
            throw Refusal.conflict("NOT_DECIDED");
        }
        cases.close(caseId, outcome, decidedOn, Actor.SYSTEM);
    }

    /** The suspension has lasted sixty days: whether to terminate must be decided now (art. 41, item 5). Nothing else changes. */
    public void recordSuspensionLapsed(String caseId, LocalDate lastDay) {
        tell("review.suspensionLapsed", caseId, Actor.SYSTEM, Map.of(), lastDay);
    }

    /**
     * The officer's proposal after sixty days of suspension; nothing has effect until it is approved.
     *
     * @param termination TERMINATE or CONTINUE
     */
    public void proposeTermination(String caseId, String termination, String reason, Actor actor) {
        tell("review.terminationProposed", caseId, actor, Map.of("termination", termination, "reason", reason), null);
    }

    /** Terminated and served; closed on the day the decision bears (art. 41). */
    public void closeTerminated(String caseId) {
        LocalDate issuedOn = letters.current(caseId, "termination")
                .map(Letter::issuedOn)
                .orElseThrow(() -> Refusal.conflict("NOT_DECIDED"));
        cases.close(caseId, "TERMINATED", issuedOn, Actor.SYSTEM);
    }

    /** The application was dismissed after acceptance and that served; closed on the day the decision bears (art. 33). */
    public void closeDismissed(String caseId) {
        LocalDate issuedOn = letters.current(caseId, "dismissal")
                .map(Letter::issuedOn)
                .orElseThrow(() -> Refusal.conflict("NOT_DECIDED"));
        cases.close(caseId, "DISMISSED", issuedOn, Actor.SYSTEM);
    }

    /** What the respondent did after the decision (art. 77). */
    public void recordPerformance(String caseId, String performed, @Nullable LocalDate on, Actor actor) {
        ReviewCase review = get(caseId);
        LocalDate decidedOn = review.decidedOn();
        if (on != null && decidedOn != null && on.isBefore(decidedOn)) {
            throw Refusal.fields(List.of(FieldError.of("performedOn", "BEFORE_DECISION")));
        }
        requireOne(mapper.updatePerformance(caseId, review.version(), performed, on));
        tell("review.performanceRecorded", caseId, actor, Map.of("performed", performed), on);
    }

    public void recordArchive(String caseId, String archiveNo, String retention, Actor actor) {
        ReviewCase review = get(caseId);
        requireOne(mapper.updateArchive(caseId, review.version(), archiveNo, retention));
        tell("review.archiveRecorded", caseId, actor, Map.of("archiveNo", archiveNo, "retention", retention), null);
    }

    public void archive(String caseId) {
        cases.archive(caseId, actDay.today(), Actor.SYSTEM);
    }

    private void requireSound(NewApplication application) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate received = application.receivedOn();
        LocalDate known = application.knownOn();
        LocalDate made = application.actMadeOn();
        if (received.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("receivedOn", "IN_FUTURE"));
        }
        if (known != null && known.isAfter(received)) {
            errors.add(FieldError.of("knownOn", "AFTER_RECEIPT"));
        }
        if (made != null && made.isAfter(known == null ? received : known)) {
            errors.add(FieldError.of("actMadeOn", "AFTER_KNOWLEDGE"));
        }
        String number = application.actNumber();
        if (number != null && SEVERAL_NUMBERS.matcher(number).find()) {
            errors.add(FieldError.of("actNumber", "ONE_ACT")); // art. 22.4
        }
        if (applicants(application).isEmpty()) {
            errors.add(FieldError.of("applicantName", "APPLICANT_MISSING"));
        }
        List<NewParty> respondents = application.parties().stream()
                .filter(party -> party.role() == PartyRole.RESPONDENT)
                .toList();
        if (respondents.size() != 1 || !named(respondents.get(0))) {
            errors.add(FieldError.of("respondentOrgan", "ORGAN_UNKNOWN"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** An organ of the tree, or one that the applicant could only name: the officer finds it before acceptance. */
    private boolean named(NewParty respondent) {
        String organId = respondent.organId();
        return organId == null
                ? respondent.kind() == PartyKind.ORGANISATION
                : organs.find(organId).isPresent();
    }

    private static List<NewParty> applicants(NewApplication application) {
        return application.parties().stream()
                .filter(party -> party.role() == PartyRole.APPLICANT)
                .toList();
    }

    private static String titleOf(NewApplication application) {
        return applicants(application).get(0).name() + "不服" + application.actName();
    }

    private void tell(
            String kind, String caseId, Actor actor, Map<String, Object> facts, @Nullable LocalDate legalDate) {
        Act act = Act.of(kind, caseId, actor, facts);
        events.publishEvent(legalDate == null ? act : act.on(legalDate));
    }

    private static void requireOne(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
