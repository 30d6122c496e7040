package io.mingjing.review;

import io.mingjing.casefile.CaseLetters;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.LimitActs;
import io.mingjing.casefile.PauseGrounds;
import io.mingjing.casefile.PauseOrder;
import io.mingjing.casefile.ResumeOrder;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.Letter;
import io.mingjing.document.Letters;
import io.mingjing.document.Recipient;
import io.mingjing.identity.Person;
import io.mingjing.review.Inspection.Ground;
import io.mingjing.review.Inspection.Proposal;
import io.mingjing.review.Inspection.SiteRecord;
import io.mingjing.review.Inspection.State;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.time.Pause;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Site inspections and expert appraisals of reviews, their results as evidence, and the time that they take, which does not
 * count (行政复议法 art. 43, 45; 实施条例 art. 45, 46).
 */
@Service
@Transactional
public class Inspections {

    /** 现场勘验通知书. */
    public static final String NOTICE = "inspection-notice";

    /** 鉴定委托书. */
    public static final String ENTRUSTMENT = "appraisal-entrustment";

    /** 行政复议法 art. 45.2: whenever evidence is gathered, under the simplified procedure too. */
    private static final int FEWEST_INSPECTORS = 2;

    private static final Map<String, String> ASKERS =
            Map.of("APPLICANT", "申请人", "RESPONDENT", "被申请人", "THIRD_PARTY", "第三人");

    private final InspectionMapper mapper;
    private final Reviews reviews;
    private final ReviewStaff staff;
    private final ReviewClock clockOfReview;
    private final LimitActs limitActs;
    private final Evidence evidence;
    private final Letters letters;
    private final CaseLetters caseLetters;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Inspections(
            InspectionMapper mapper,
            Reviews reviews,
            ReviewStaff staff,
            ReviewClock clockOfReview,
            LimitActs limitActs,
            Evidence evidence,
            Letters letters,
            CaseLetters caseLetters,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.staff = staff;
        this.clockOfReview = clockOfReview;
        this.limitActs = limitActs;
        this.evidence = evidence;
        this.letters = letters;
        this.caseLetters = caseLetters;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** All of a case in their order. */
    @Transactional(readOnly = true)
    public List<Inspection> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return mapper.findByCase(caseId);
    }

    /** The one that is under way. */
    @Transactional(readOnly = true)
    public Optional<Inspection> current(String caseId) {
        return mapper.findByCase(caseId).stream().filter(one -> !one.over()).findFirst();
    }

    /**
     * An officer proposes it, over the proposal in hand if there is one; its letter is drafted.
     *
     * @throws Refusal {@code NOT_ACCEPTED}, {@code INSPECTION_TOO_LATE} after the decision, {@code INSPECTION_UNDER_WAY},
     *     {@code APPRAISAL_NOT_ASKED} where no party asked (实施条例 art. 46), and with the fields
     */
    public void propose(String caseId, Proposal proposal, Actor actor) {
        ReviewCase review = reviews.get(caseId);
        LocalDate acceptedOn = review.requireAccepted();
        if (review.decidedOn() != null) {
            throw Refusal.conflict("INSPECTION_TOO_LATE");
        }
        Inspection before = current(caseId).orElse(null);
        if (before != null && before.state() != State.PROPOSED) {
            throw Refusal.conflict("INSPECTION_UNDER_WAY");
        }
        check(proposal, acceptedOn);
        if (before != null) {
            one(mapper.updateState(before.id(), before.version(), State.DROPPED, null));
        }
        Inspection inspection = new Inspection(
                Ids.next(),
                caseId,
                proposal.ground(),
                State.PROPOSED,
                proposal.matters(),
                proposal.reason(),
                proposal.siteOn(),
                proposal.siteTime(),
                proposal.sitePlace(),
                proposal.askedBy(),
                proposal.askedOn(),
                proposal.institution(),
                proposal.chosenHow(),
                proposal.feePayer(),
                proposal.contact(),
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
        mapper.insert(inspection);
        caseLetters.supersede(caseId, List.of(NOTICE, ENTRUSTMENT), actor);
        draft(inspection, actor);
        tell("review.inspectionProposed", inspection, actor);
    }

    private void check(Proposal proposal, LocalDate acceptedOn) {
        if (proposal.ground() == Ground.SITE) {
            LocalDate on = proposal.siteOn();
            if (on == null || proposal.siteTime() == null || proposal.sitePlace() == null) {
                throw Refusal.fields(List.of(FieldError.of("siteOn", "REQUIRED")));
            }
            LocalDate today = LocalDate.now(clock);
            if (on.isBefore(today)) {
                throw Refusal.fields(List.of(FieldError.of("siteOn", "DATE_TOO_EARLY", today)));
            }
            return;
        }
        if (!ASKERS.containsKey(String.valueOf(proposal.askedBy()))) {
            throw Refusal.conflict("APPRAISAL_NOT_ASKED");
        }
        LocalDate askedOn = proposal.askedOn();
        if (askedOn == null || proposal.institution() == null || proposal.feePayer() == null) {
            throw Refusal.fields(List.of(FieldError.of("askedOn", "REQUIRED")));
        }
        if (askedOn.isBefore(acceptedOn)) {
            throw Refusal.fields(List.of(FieldError.of("askedOn", "DATE_TOO_EARLY", acceptedOn)));
        }
    }

    private void draft(Inspection inspection, Actor actor) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("matters", inspection.matters());
        put(fields, "contact", inspection.contact());
        if (inspection.ground() == Ground.SITE) {
            put(fields, "siteOn", inspection.siteOn());
            put(fields, "siteTime", inspection.siteTime());
            put(fields, "sitePlace", inspection.sitePlace());
            caseLetters.draft(inspection.caseId(), NOTICE, fields, actor);
        } else {
            String institution = Objects.requireNonNull(inspection.institution());
            fields.put("institution", institution);
            put(fields, "askedByText", ASKERS.get(String.valueOf(inspection.askedBy())));
            put(fields, "feePayer", inspection.feePayer());
            letters.draft(
                    inspection.caseId(),
                    ENTRUSTMENT,
                    fields,
                    List.of(new Recipient(Ids.next(), institution, "ADDRESSEE")),
                    actor);
        }
    }

    /**
     * The head of the unit agrees to it, and with it to its letter.
     *
     * @throws Refusal {@code UNIT_HEAD_ONLY}, {@code INSPECTION_NONE}
     */
    public Ground approve(String caseId, String opinion, Actor actor) {
        Inspection inspection = proposed(caseId, actor);
        one(mapper.updateState(inspection.id(), inspection.version(), State.APPROVED, actor.name()));
        letters.approve(letter(inspection).id(), Role.UNIT_HEAD, opinion, actor);
        tell("review.inspectionApproved", inspection, actor);
        return inspection.ground();
    }

    /** The head of the unit sends the proposal back. */
    public void sendBack(String caseId, String opinion, Actor actor) {
        letters.sendBack(letter(proposed(caseId, actor)).id(), Role.UNIT_HEAD, opinion, actor);
    }

    /** Nobody proposes it any longer, or the handling of the case is over. */
    public void drop(String caseId, Actor actor) {
        current(caseId).ifPresent(inspection -> {
            one(mapper.updateState(inspection.id(), inspection.version(), State.DROPPED, inspection.approver()));
            caseLetters.supersede(caseId, List.of(NOTICE, ENTRUSTMENT), actor);
            tell("review.inspectionDropped", inspection, actor);
        });
    }

    /** The institution was entrusted on that day: from it the time does not count (实施条例 art. 46). */
    public void entrusted(String caseId, LocalDate on, Actor actor) {
        Inspection inspection = require(caseId, Ground.APPRAISAL, State.APPROVED);
        CaseLimit limit = running(caseId);
        LocalDate from = limit == null ? null : first(limit, on);
        if (from != null && from.isAfter(LocalDate.now(clock))) {
            from = null; // accepted today: made up for when the opinion arrives
        }
        if (limit != null && from != null) {
            limitActs.pause(limit.id(), order(inspection, from), approver(inspection));
        }
        one(mapper.updateEntrusted(inspection.id(), inspection.version(), on, from));
        tell("review.appraisalBegun", inspection, actor);
    }

    /**
     * The inspection took place: its record is evidence, and the days from the first to the last do not count.
     *
     * @throws Refusal {@code INSPECTION_NONE}; with the fields: fewer than two inspectors (行政复议法 art. 45.2), days that
     *     cannot be, neither signed nor said why not
     */
    public void inspected(String caseId, SiteRecord record, @Nullable String attachmentId, Actor actor) {
        Inspection inspection = require(caseId, Ground.SITE, State.APPROVED);
        LocalDate acceptedOn = reviews.get(caseId).requireAccepted();
        if (record.beganOn().isBefore(acceptedOn)) {
            throw Refusal.fields(List.of(FieldError.of("beganOn", "DATE_TOO_EARLY", acceptedOn)));
        }
        if (record.endedOn().isBefore(record.beganOn())) {
            throw Refusal.fields(List.of(FieldError.of("endedOn", "BEFORE_BEGIN")));
        }
        if (record.signedBy().stream().noneMatch(ASKERS::containsKey) && record.signatureRefusal() == null) {
            throw Refusal.fields(List.of(FieldError.of("signatureRefusal", "REQUIRED")));
        }
        String inspectors = staff.named(caseId, "inspectors", record.inspectors(), FEWEST_INSPECTORS).stream()
                .map(Person::name)
                .collect(Collectors.joining("、"));
        LocalDate after = record.endedOn().plusDays(1);
        CaseLimit limit = running(caseId);
        LocalDate from = limit == null ? null : first(limit, record.beganOn());
        if (limit == null || from == null || !from.isBefore(after)) {
            from = null;
            after = null;
        } else {
            limitActs.exclude(limit.id(), order(inspection, from), after, approver(inspection));
        }
        one(mapper.updateInspected(
                inspection.id(),
                inspection.version(),
                record,
                inspectors,
                String.join(",", record.signedBy()),
                from,
                after));
        evidence.addOwn(
                caseId, Exhibit.Source.INSPECTION, "勘验笔录", inspection.matters(), record.endedOn(), attachmentId, actor);
        tell("review.inspectionDone", inspection, actor);
    }

    /**
     * The opinion arrived on that day: it is evidence, and the time counts again.
     *
     * @throws Refusal {@code INSPECTION_NONE}, and with the field where the day is before that of the entrustment
     */
    public void appraised(
            String caseId,
            LocalDate on,
            @Nullable String opinionNo,
            String opinion,
            @Nullable String attachmentId,
            Actor actor) {
        Inspection inspection = require(caseId, Ground.APPRAISAL, State.ENTRUSTED);
        LocalDate begun = Objects.requireNonNull(inspection.beganOn());
        if (on.isBefore(begun)) {
            throw Refusal.fields(List.of(FieldError.of("opinionOn", "DATE_TOO_EARLY", begun)));
        }
        LocalDate from = inspection.excludedFrom();
        LocalDate to = null;
        CaseLimit limit = clockOfReview.find(caseId).orElse(null);
        if (from == null) {
            from = afterwards(caseId, inspection, on);
            to = from == null ? null : on;
        } else if (limit != null && excluding(limit)) {
            to = on.isBefore(from) ? from : on;
            limitActs.resume(
                    limit.id(),
                    new ResumeOrder(to, letter(inspection).number(), null, Ground.APPRAISAL.name()),
                    approver(inspection));
        }
        one(mapper.updateAppraised(inspection.id(), inspection.version(), on, opinion, opinionNo, from, to));
        evidence.addOwn(
                caseId,
                Exhibit.Source.APPRAISAL,
                "鉴定意见（" + inspection.institution() + "）",
                inspection.matters(),
                on,
                attachmentId,
                actor);
        tell("review.appraisalDone", inspection, actor);
    }

    /**
     * The clock could not stop when the institution was entrusted, as on the day of acceptance or while the review was
     * suspended: the days from then, or from the resumption, to the opinion do not count either.
     *
     * @return the first of them, null where there are none
     */
    private @Nullable LocalDate afterwards(String caseId, Inspection inspection, LocalDate on) {
        CaseLimit limit = running(caseId);
        LocalDate from = limit == null ? null : first(limit, Objects.requireNonNull(inspection.beganOn()));
        if (limit == null || from == null || !from.isBefore(on)) {
            return null;
        }
        limitActs.exclude(limit.id(), order(inspection, from), on, approver(inspection));
        return from;
    }

    /** @throws Refusal {@code INSPECTION_UNDER_WAY_DRAFT} before the draft of a decision */
    @Transactional(readOnly = true)
    public void requireDone(String caseId) {
        if (current(caseId).isPresent()) {
            throw Refusal.conflict("INSPECTION_UNDER_WAY_DRAFT");
        }
    }

    /** The time for deciding, where it runs; suspended, it does not count anyway. */
    private @Nullable CaseLimit running(String caseId) {
        return clockOfReview
                .find(caseId)
                .filter(limit -> limit.state().isOpen() && !excluding(limit))
                .orElse(null);
    }

    private static boolean excluding(CaseLimit limit) {
        return limit.pauses().stream()
                .anyMatch(pause -> pause.to() == null && PauseGrounds.excludes(limit.rule(), pause.ground()));
    }

    /** The first day that can be excluded: not the day of acceptance, not one excluded before; null after expiry. */
    private static @Nullable LocalDate first(CaseLimit limit, LocalDate wanted) {
        LocalDate from =
                wanted.isAfter(limit.startOn()) ? wanted : limit.startOn().plusDays(1);
        for (Pause pause : limit.pauses()) {
            LocalDate to = pause.to();
            if (to != null && from.isBefore(to)) {
                from = to;
            }
        }
        LocalDate due = limit.dueOn();
        return due != null && from.isAfter(due) ? null : from;
    }

    private PauseOrder order(Inspection inspection, LocalDate from) {
        return new PauseOrder(
                from,
                inspection.ground().name(),
                Objects.toString(letter(inspection).number(), ""),
                null,
                inspection.reason());
    }

    private static Actor approver(Inspection inspection) {
        return ReviewClock.inTheNameOf(Objects.toString(inspection.approver(), Actor.SYSTEM.name()));
    }

    private Letter letter(Inspection inspection) {
        return caseLetters.current(inspection.caseId(), inspection.ground() == Ground.SITE ? NOTICE : ENTRUSTMENT);
    }

    private Inspection proposed(String caseId, Actor actor) {
        if (!actor.has(Role.UNIT_HEAD)) {
            throw Refusal.forbidden("UNIT_HEAD_ONLY");
        }
        return current(caseId)
                .filter(one -> one.state() == State.PROPOSED)
                .orElseThrow(() -> Refusal.conflict("INSPECTION_NONE"));
    }

    private Inspection require(String caseId, Ground ground, State state) {
        return current(caseId)
                .filter(one -> one.ground() == ground && one.state() == state)
                .orElseThrow(() -> Refusal.conflict("INSPECTION_NONE"));
    }

    private void tell(String kind, Inspection inspection, Actor actor) {
        events.publishEvent(Act.of(
                kind,
                inspection.caseId(),
                actor,
                Map.of("inspection", inspection.ground().name())));
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static void one(int updated) {
        if (updated != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
    }
}
