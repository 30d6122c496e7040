package io.mingjing.review;

import io.mingjing.casefile.ActDay;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.CaseAccess;
import io.mingjing.engine.Decisions;
import io.mingjing.identity.People;
import io.mingjing.identity.Person;
import io.mingjing.review.Hearing.State;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.LimitRequest;
import io.mingjing.time.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hearings of reviews: when one is due, before whom, on which day, and what came of it (行政复议法 art. 50, 51). */
@Service
@Transactional
public class Hearings {

    private static final String NOTICE = "AR-HEARNOTICE";
    private static final int CROWD = 10;
    private static final int FEWEST_OFFICERS = 2;

    private final HearingMapper mapper;
    private final Reviews reviews;
    private final Cases cases;
    private final Parties parties;
    private final ReviewStaff staff;
    private final PartyViews views;
    private final People people;
    private final Decisions decisions;
    private final TimeLimits time;
    private final CaseAccess access;
    private final ActDay actDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Hearings(
            HearingMapper mapper,
            Reviews reviews,
            Cases cases,
            Parties parties,
            ReviewStaff staff,
            PartyViews views,
            People people,
            Decisions decisions,
            TimeLimits time,
            CaseAccess access,
            ActDay actDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.cases = cases;
        this.parties = parties;
        this.staff = staff;
        this.views = views;
        this.people = people;
        this.decisions = decisions;
        this.time = time;
        this.access = access;
        this.actDay = actDay;
        this.clock = clock;
        this.events = events;
    }

    /** The hearings of a case in their order. */
    @Transactional(readOnly = true)
    public List<Hearing> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findByCase(caseId);
    }

    /** The hearing that is under way. */
    @Transactional(readOnly = true)
    public Optional<Hearing> current(String caseId) {
        return mapper.findByCase(caseId).stream()
                .filter(hearing -> !hearing.over())
                .findFirst();
    }

    /** Whether one of these grounds makes a hearing compulsory (art. 50.1; table {@code hearing-duty.dmn}). */
    public boolean compulsory(List<String> grounds) {
        return grounds.stream()
                .flatMap(ground -> decisions.evaluate("hearingDuty", Map.of("ground", ground)).stream())
                .anyMatch(hit -> "COMPULSORY".equals(hit.get("duty")));
    }

    /**
     * The officer's proposal of a hearing.
     *
     * @throws Refusal {@code NOT_ACCEPTED}, {@code HEARING_UNDER_WAY}
     */
    public Hearing propose(String caseId, List<String> grounds, String reason, Actor actor) {
        reviews.get(caseId).requireAccepted();
        if (current(caseId).isPresent()) {
            throw Refusal.conflict("HEARING_UNDER_WAY");
        }
        int position = mapper.findByCase(caseId).size() + 1;
        boolean compulsory = compulsory(grounds);
        Hearing hearing = new Hearing(
                Ids.next(),
                caseId,
                position,
                State.PROPOSED,
                compulsory,
                String.join(",", grounds),
                reason,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                actor.userId(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                0);
        mapper.insert(hearing);
        tell("review.hearingProposed", caseId, actor, Map.of("grounds", hearing.grounds(), "compulsory", compulsory));
        return hearing;
    }

    /**
     * The head of the unit agrees that a hearing is held, or not.
     *
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code HEARING_COMPULSORY} where the law leaves no choice (art. 50.1)
     */
    public void decide(String caseId, boolean hold, String opinion, Actor actor) {
        Hearing hearing = require(caseId);
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
        if (!hold && hearing.compulsory()) {
            throw Refusal.conflict("HEARING_COMPULSORY");
        }
        one(mapper.updateDecision(hearing.id(), hearing.version(), hold ? State.APPROVED : State.REFUSED, opinion));
        tell(hold ? "review.hearingApproved" : "review.hearingRefused", caseId, actor, Map.of());
    }

    /** The last day on which the parties can be told of a hearing on that day: five clear working days before (art. 51.1). */
    public LocalDate lastNotice(LocalDate hearingOn) {
        LocalDate last = time.dates(LimitRequest.of(NOTICE, hearingOn)).due();
        if (last == null) {
            throw new IllegalStateException(NOTICE + " has no day");
        }
        return last;
    }

    /** The nearest working day on which a hearing may be held whose notice is served on that day. */
    public LocalDate nearest(LocalDate servedOn) {
        LocalDate day = time.calendar().nextWorkingDay(servedOn.plusDays(1));
        while (lastNotice(day).isBefore(servedOn)) {
            day = time.calendar().nextWorkingDay(day.plusDays(1));
        }
        return day;
    }

    /**
     * Fixes day, place and panel: one chair, at least two hearing officers, one recorder, each another person of the office.
     *
     * @throws Refusal {@code HEARING_TOO_NEAR} with the nearest lawful day; with the fields where people are unknown, kept
     *     away, or named twice
     */
    public void arrange(String caseId, HearingPlan plan, Actor actor) {
        Hearing hearing = require(caseId);
        LocalDate today = actDay.today();
        if (lastNotice(plan.on()).isBefore(today)) {
            throw Refusal.conflict("HEARING_TOO_NEAR", plan.on(), nearest(today));
        }
        if (!time.calendar().isWorkingDay(plan.on())) {
            throw Refusal.fields(List.of(FieldError.of("hearingOn", "NOT_A_WORKING_DAY")));
        }
        if (plan.officers().size() < FEWEST_OFFICERS) {
            throw Refusal.fields(List.of(FieldError.of("hearingOfficers", "HEARING_OFFICERS_FEW")));
        }
        Set<String> named = new HashSet<>();
        String chair = member(caseId, "chairName", plan.chair(), named);
        List<String> officers = new ArrayList<>();
        for (String name : plan.officers()) {
            officers.add(member(caseId, "hearingOfficers", name, named));
        }
        String recorder = member(caseId, "recorderName", plan.recorder(), named);
        one(mapper.updatePlan(hearing.id(), hearing.version(), plan, chair, String.join(",", officers), recorder));
        cases.setKeyDate(caseId, "hearing", plan.on(), actor);
        tell("review.hearingArranged", caseId, actor, Map.of("on", plan.on().toString(), "time", plan.time()));
    }

    private String member(String caseId, String field, String name, Set<String> named) {
        Person person = staff.named(caseId, field, name);
        if (!named.add(person.id())) {
            throw Refusal.fields(List.of(FieldError.of(field, "PERSON_TWICE", name)));
        }
        return person.id();
    }

    /** Whether the notice, served on the last party on that day, came in time; if not, the hearing must move (art. 51.1). */
    public boolean noticed(String caseId, LocalDate servedOn, Actor actor) {
        Hearing hearing = require(caseId);
        LocalDate on = hearing.hearingOn();
        boolean inTime = on != null && !servedOn.isAfter(lastNotice(on));
        if (!inTime) {
            tell("review.hearingNoticeLate", caseId, actor, Map.of("servedOn", servedOn.toString()));
        }
        return inTime;
    }

    /**
     * The hearing was held on the day fixed: its record, and with it the views of the parties are heard (art. 49, 61.2).
     *
     * @throws Refusal {@code HEARING_NOT_YET}, {@code HEAD_NOT_EXPLAINED} (art. 51.3), and with the fields
     */
    public void hold(String caseId, HearingRecord record, Actor actor) {
        Hearing hearing = require(caseId);
        LocalDate on = reached(hearing);
        if (record.respondentHead().equals("DELEGATED")
                && (record.headExplanation() == null || record.respondentPersons() == null)) {
            throw Refusal.conflict("HEAD_NOT_EXPLAINED");
        }
        boolean thirdPartySigns =
                record.thirdPersons() == null || record.signedBy().contains(PartyRole.THIRD_PARTY.name());
        if ((!record.signedBy().containsAll(List.of(PartyRole.APPLICANT.name(), PartyRole.RESPONDENT.name()))
                        || !thirdPartySigns)
                && record.signatureRefusal() == null) {
            throw Refusal.fields(List.of(FieldError.of("signatureRefusal", "REQUIRED")));
        }
        one(mapper.updateRecord(hearing.id(), hearing.version(), record, String.join(",", record.signedBy())));
        reviews.recordViews(caseId, "IN_PERSON", on, actor);
        List<String> members = new ArrayList<>(List.of(String.valueOf(hearing.chairId())));
        members.addAll(List.of(String.valueOf(hearing.officerIds()).split(",")));
        views.heardAt(
                hearing,
                record,
                String.join(",", members),
                members.stream().map(id -> people.get(id).name()).collect(Collectors.joining("、")),
                actor);
        tell(
                "review.hearingHeld",
                caseId,
                actor,
                Map.of("on", on.toString(), "respondentHead", record.respondentHead()));
    }

    /** The applicant stayed away without reason: the right to the hearing counts as given up (art. 51.2). */
    public void waive(String caseId, String remark, Actor actor) {
        Hearing hearing = require(caseId);
        reached(hearing);
        one(mapper.updateState(hearing.id(), hearing.version(), State.WAIVED, remark));
        tell("review.hearingWaived", caseId, actor, Map.of());
    }

    /** The hearing is put off; a new day must be fixed and told anew. */
    public void postpone(String caseId, String remark, Actor actor) {
        Hearing hearing = require(caseId);
        one(mapper.updateState(hearing.id(), hearing.version(), State.APPROVED, remark));
        tell("review.hearingPostponed", caseId, actor, Map.of());
    }

    /**
     * Stands before the draft of a decision: a compulsory hearing must have been held, or waived by the applicant.
     *
     * @throws Refusal {@code HEARING_UNDER_WAY_DRAFT}, {@code HEARING_MISSING} (art. 50.1)
     */
    @Transactional(readOnly = true)
    public void requireHeard(String caseId) {
        List<Hearing> all = mapper.findByCase(caseId);
        if (all.stream().anyMatch(hearing -> !hearing.over())) {
            throw Refusal.conflict("HEARING_UNDER_WAY_DRAFT");
        }
        boolean done =
                all.stream().anyMatch(hearing -> hearing.state() == State.HELD || hearing.state() == State.WAIVED);
        if (!done && parties.of(caseId, PartyRole.APPLICANT).size() > CROWD) {
            throw Refusal.conflict("HEARING_MISSING");
        }
    }

    /** The handling of the case is over: a hearing under way is not held. */
    public void giveUp(String caseId, Actor actor) {
        current(caseId).ifPresent(hearing -> {
            one(mapper.updateState(hearing.id(), hearing.version(), State.STOPPED, null));
            tell("review.hearingStopped", caseId, actor, Map.of());
        });
    }

    private LocalDate reached(Hearing hearing) {
        LocalDate on = hearing.hearingOn();
        if (on == null || actDay.today().isBefore(on)) {
            throw Refusal.conflict("HEARING_NOT_YET", on == null ? "" : on);
        }
        return on;
    }

    private Hearing require(String caseId) {
        return current(caseId).orElseThrow(() -> Refusal.conflict("HEARING_NONE"));
    }

    private void tell(String kind, String caseId, Actor actor, Map<String, Object> facts) {
        events.publishEvent(Act.of(kind, caseId, actor, facts));
    }

    private static void one(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
