package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.CaseLimit;
import io.mingjing.casefile.CaseLimits;
import io.mingjing.casefile.CaseState;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.Attachments;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence that the parties of a review hand in, and what became of that which came late (行政复议法 art. 43 to 47). */
@Service
@Transactional
public class Evidence {

    /** Who may hand in evidence. */
    public static final List<PartyRole> GIVERS =
            List.of(PartyRole.APPLICANT, PartyRole.RESPONDENT, PartyRole.THIRD_PARTY);

    private static final int TITLE_LENGTH = 200;
    private static final int TEXT_LENGTH = 1000;
    private static final int MOST_PAGES = 100_000;
    private static final List<String> REPLY_LIMITS = List.of("AR-REPLY-ORD", "AR-REPLY-SIM");

    private final EvidenceMapper mapper;
    private final Cases cases;
    private final CaseLimits limits;
    private final Parties parties;
    private final Attachments attachments;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Evidence(
            EvidenceMapper mapper,
            Cases cases,
            CaseLimits limits,
            Parties parties,
            Attachments attachments,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.cases = cases;
        this.limits = limits;
        this.parties = parties;
        this.attachments = attachments;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** The list of the case in its order: all of it for officers, that of their own side for contacts of an organ. */
    @Transactional(readOnly = true)
    public List<Exhibit> of(String caseId, Actor actor) {
        cases.get(caseId, actor);
        List<Exhibit> all = mapper.findByCase(caseId);
        if (access.mayReadPart(caseId, FilePart.SECONDARY, actor)) {
            return all;
        }
        Set<PartyRole> own = ownRoles(caseId, actor);
        return all.stream()
                .filter(exhibit -> exhibit.partyRole() != null && own.contains(exhibit.partyRole()))
                .toList();
    }

    /** The roles for which this person may enter evidence now. */
    @Transactional(readOnly = true)
    public List<PartyRole> mayEnterFor(String caseId, Actor actor) {
        CaseFile file = cases.get(caseId, actor);
        if (file.area() != Area.REVIEW || file.state() == CaseState.ARCHIVED) {
            return List.of();
        }
        if (parties.mayChange(caseId, actor)) {
            return GIVERS;
        }
        Set<PartyRole> own = ownRoles(caseId, actor);
        return GIVERS.stream().filter(own::contains).toList();
    }

    /** Whether this person may decide on late evidence now. */
    @Transactional(readOnly = true)
    public boolean mayAdmit(String caseId, Actor actor) {
        return access.mayReadPart(caseId, FilePart.SECONDARY, actor) && parties.mayChange(caseId, actor);
    }

    /**
     * Enters a piece of evidence at the end of the list (handlers, clerk and head for every party; contacts of an organ for
     * their own side). What the respondent hands in after its time for the reply is late (art. 48, 70).
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code CASE_ARCHIVED}, and with the fields that are wrong
     */
    public Exhibit add(String caseId, NewExhibit given, Actor actor) {
        access.requireVisible(caseId, actor);
        access.lock(caseId);
        CaseFile file = cases.require(caseId);
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
        LocalDate receivedOn = given.receivedOn() == null ? LocalDate.now(clock) : given.receivedOn();
        check(file, given, receivedOn);
        if (!mayEnterFor(caseId, actor).contains(given.partyRole())) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        String attachmentId =
                given.attachmentId() == null || given.attachmentId().isBlank()
                        ? null
                        : attachments.get(given.attachmentId(), actor).id();
        boolean late =
                given.withheld() || (given.partyRole() == PartyRole.RESPONDENT && afterReplyLimit(caseId, receivedOn));
        Exhibit exhibit = new Exhibit(
                Ids.next(),
                caseId,
                given.partyRole(),
                given.title().strip(),
                given.proves().strip(),
                given.pages(),
                receivedOn,
                late,
                null,
                null,
                attachmentId,
                mapper.findLastPosition(caseId) + 1,
                actor.userId(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                null);
        mapper.insert(exhibit);
        events.publishEvent(Act.of(
                        late ? "review.lateEvidenceEntered" : "review.evidenceEntered",
                        caseId,
                        actor,
                        Map.of("party", given.partyRole().name(), "position", exhibit.position()))
                .on(receivedOn)
                .withPersonal(Map.of("title", exhibit.title())));
        return exhibit;
    }

    /** Enters what the unit itself brought in: the record of an inspection, an expert's opinion. */
    void addOwn(
            String caseId,
            Exhibit.Source source,
            String title,
            String proves,
            LocalDate receivedOn,
            @Nullable String attachmentId,
            Actor actor) {
        Exhibit exhibit = new Exhibit(
                Ids.next(),
                caseId,
                null,
                title,
                proves,
                null,
                receivedOn,
                false,
                null,
                null,
                attachmentId,
                mapper.findLastPosition(caseId) + 1,
                actor.userId(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                source);
        mapper.insert(exhibit);
        events.publishEvent(Act.of(
                        "review.ownEvidenceEntered",
                        caseId,
                        actor,
                        Map.of(
                                "inspection",
                                source.name().equals("INSPECTION") ? "SITE" : "APPRAISAL",
                                "position",
                                exhibit.position()))
                .on(receivedOn)
                .withPersonal(Map.of("title", title)));
    }

    /**
     * Decides whether late evidence is admitted (who may change the case's parties, contacts excepted).
     *
     * @throws Refusal {@code EVIDENCE_NOT_FOUND}, {@code NOT_ALLOWED}, {@code EVIDENCE_IN_TIME}, and with the fields that
     *     are wrong
     */
    public Exhibit admit(String caseId, String exhibitId, boolean admitted, @Nullable String reason, Actor actor) {
        access.requireVisible(caseId, actor);
        access.lock(caseId);
        Exhibit exhibit = mapper.find(exhibitId)
                .filter(found -> found.caseId().equals(caseId))
                .orElseThrow(() -> Refusal.notFound("EVIDENCE_NOT_FOUND"));
        if (!mayAdmit(caseId, actor)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        if (!exhibit.late()) {
            throw Refusal.conflict("EVIDENCE_IN_TIME", exhibit.title());
        }
        List<FieldError> errors = new ArrayList<>();
        checkText(errors, "reason", reason, TEXT_LENGTH);
        if (!errors.isEmpty() || reason == null) {
            throw Refusal.fields(errors);
        }
        mapper.updateAdmission(exhibitId, admitted, reason.strip());
        events.publishEvent(Act.of(
                admitted ? "review.evidenceAdmitted" : "review.evidenceRejected",
                caseId,
                actor,
                Map.of("party", String.valueOf(exhibit.partyRole()), "position", exhibit.position())));
        return mapper.find(exhibitId).orElseThrow();
    }

    /** @throws Refusal {@code EVIDENCE_UNDECIDED} while late evidence stands undecided */
    @Transactional(readOnly = true)
    public void requireDecided(String caseId) {
        List<Exhibit> open =
                mapper.findByCase(caseId).stream().filter(Exhibit::undecided).toList();
        if (!open.isEmpty()) {
            throw Refusal.conflict("EVIDENCE_UNDECIDED", open.get(0).title(), open.size());
        }
    }

    private Set<PartyRole> ownRoles(String caseId, Actor actor) {
        Set<PartyRole> own = EnumSet.noneOf(PartyRole.class);
        for (Party party : parties.of(caseId)) {
            if (party.leftOn() == null && access.speaksFor(caseId, party.id(), actor)) {
                own.add(party.role());
            }
        }
        return own;
    }

    private boolean afterReplyLimit(String caseId, LocalDate receivedOn) {
        for (CaseLimit limit : limits.of(caseId)) {
            LocalDate due = limit.dueOn();
            if (REPLY_LIMITS.contains(limit.rule()) && due != null && receivedOn.isAfter(due)) {
                return true;
            }
        }
        return false;
    }

    private void check(CaseFile file, NewExhibit given, LocalDate receivedOn) {
        List<FieldError> errors = new ArrayList<>();
        if (file.area() != Area.REVIEW || !GIVERS.contains(given.partyRole())) {
            errors.add(FieldError.of("partyRole", "NOT_AN_OPTION"));
        }
        checkText(errors, "title", given.title(), TITLE_LENGTH);
        checkText(errors, "proves", given.proves(), TEXT_LENGTH);
        Integer pages = given.pages();
        if (pages != null && pages < 1) {
            errors.add(FieldError.of("pages", "TOO_SMALL", 1));
        }
        if (pages != null && pages > MOST_PAGES) {
            errors.add(FieldError.of("pages", "TOO_LARGE", MOST_PAGES));
        }
        if (receivedOn.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("receivedOn", "IN_FUTURE"));
        }
        if (receivedOn.isBefore(file.receivedOn())) {
            errors.add(FieldError.of("receivedOn", "DATE_TOO_EARLY", file.receivedOn()));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void checkText(List<FieldError> errors, String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.of(field, "REQUIRED"));
        } else if (text.strip().codePointCount(0, text.strip().length()) > most) {
            errors.add(FieldError.of(field, "TOO_LONG", most));
        }
    }
}
