package io.mingjing.review;

import io.mingjing.casefile.CaseFile;
import io.mingjing.casefile.Cases;
import io.mingjing.casefile.Parties;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyRole;
import io.mingjing.document.CaseAccess;
import io.mingjing.document.FilePart;
import io.mingjing.document.OfficialStyle;
import io.mingjing.identity.Person;
import io.mingjing.review.PartyView.Ground;
import io.mingjing.review.PartyView.Way;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How each applicant and third party of a review was heard (行政复议法 art. 49): in person, on line, by telephone or at a
 * hearing, with a signed record; or why that was impossible for a reason of its own.
 */
@Service
@Transactional
public class PartyViews {

    private static final int SHORT = 200;
    private static final int REASON = 500;
    private static final int LONG = 20_000;

    /**
     * A party and the records of it.
     *
     * @param due whether it must be heard; of more than ten applicants only those whom they elected
     * @param settled whether it was heard, or lawfully was not
     */
    public record Heard(Party party, boolean due, boolean settled, List<PartyView> records) {
        public Heard {
            records = List.copyOf(records);
        }
    }

    private final PartyViewMapper mapper;
    private final Reviews reviews;
    private final ReviewStaff staff;
    private final Cases cases;
    private final Parties parties;
    private final CaseAccess access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PartyViews(
            PartyViewMapper mapper,
            Reviews reviews,
            ReviewStaff staff,
            Cases cases,
            Parties parties,
            CaseAccess access,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.reviews = reviews;
        this.staff = staff;
        this.cases = cases;
        this.parties = parties;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** Every applicant and third party with the records of how it was heard. */
    @Transactional(readOnly = true)
    public List<Heard> of(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        return heard(caseId);
    }

    /** @throws Refusal {@code NOT_ALLOWED} for contacts of organs, who have pages of their own */
    @Transactional(readOnly = true)
    public void requireOfficer(String caseId, Actor actor) {
        access.requireVisible(caseId, actor);
        if (!access.mayReadPart(caseId, FilePart.SECONDARY, actor)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
    }

    /** One record. */
    @Transactional(readOnly = true)
    public PartyView get(String caseId, String viewId, Actor actor) {
        access.requireVisible(caseId, actor);
        return find(caseId, viewId);
    }

    /** Whether this person may enter records now. */
    @Transactional(readOnly = true)
    public boolean mayRecord(String caseId, Actor actor) {
        ReviewCase review = reviews.find(caseId).orElse(null);
        return review != null
                && review.acceptedOn() != null
                && review.decidedOn() == null
                && parties.mayChange(caseId, actor);
    }

    /**
     * Enters the record of one party (handlers, clerk and head).
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code NOT_ACCEPTED}, {@code VIEWS_TOO_LATE}, and with the fields: too few
     *     officers (实施条例 art. 39), no reason where the party was not heard (art. 49), neither signed nor said why not
     */
    public PartyView record(String caseId, NewPartyView given, Actor actor) {
        access.requireVisible(caseId, actor);
        access.lock(caseId);
        if (!parties.mayChange(caseId, actor)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        LocalDate acceptedOn = reviews.get(caseId).requireAccepted();
        if (reviews.get(caseId).decidedOn() != null) {
            throw Refusal.conflict("VIEWS_TOO_LATE");
        }
        Party party = heard(caseId).stream()
                .map(Heard::party)
                .filter(one -> one.id().equals(given.partyId()))
                .findFirst()
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("partyId", "NOT_AN_OPTION"))));
        LocalDate heardOn = given.heardOn() == null ? LocalDate.now(clock) : given.heardOn();
        check(caseId, party, given, heardOn, acceptedOn);
        List<Person> officers = given.way().spoken()
                ? staff.named(caseId, "officers", given.officers(), staff.fewest(caseId))
                : List.of();
        PartyView view = new PartyView(
                Ids.next(),
                caseId,
                party.id(),
                mapper.findByCase(caseId).size() + 1,
                given.way(),
                given.way().spoken() ? null : given.ground(),
                heardOn,
                text(given.place()),
                text(given.speaker()),
                join(officers.stream().map(Person::id), ","),
                join(officers.stream().map(Person::name), "、"),
                Objects.requireNonNull(text(given.body())),
                given.way().spoken() && given.signed(),
                text(given.unsignedReason()),
                null,
                null,
                actor.userId(),
                actor.name(),
                Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                0);
        insert(view, party, actor);
        return view;
    }

    /**
     * Strikes a record that was entered by mistake; it stays legible.
     *
     * @throws Refusal {@code NOT_ALLOWED}, {@code PARTY_VIEW_NOT_FOUND}, {@code VIEWS_TOO_LATE}, {@code CASE_CHANGED}
     */
    public void strike(String caseId, String viewId, @Nullable String reason, Actor actor) {
        access.requireVisible(caseId, actor);
        access.lock(caseId);
        if (!parties.mayChange(caseId, actor)) {
            throw Refusal.forbidden("NOT_ALLOWED");
        }
        if (reviews.get(caseId).decidedOn() != null) {
            throw Refusal.conflict("VIEWS_TOO_LATE");
        }
        PartyView view = find(caseId, viewId);
        List<FieldError> errors = new ArrayList<>();
        required(errors, "reason", reason, REASON);
        refuse(errors);
        if (mapper.updateStruck(viewId, view.version(), Objects.requireNonNull(text(reason))) != 1) {
            throw Refusal.conflict("CASE_CHANGED");
        }
        events.publishEvent(Act.of("review.partyViewStruck", caseId, actor, Map.of("position", view.position())));
    }

    /** A hearing was held: whoever was there was heard. */
    void heardAt(Hearing hearing, HearingRecord record, String officerIds, String officerNames, Actor actor) {
        LocalDate on = Objects.requireNonNull(hearing.hearingOn());
        for (Heard one : heard(hearing.caseId())) {
            Party party = one.party();
            boolean applicant = party.role() == PartyRole.APPLICANT;
            String present = applicant ? record.applicantPersons() : record.thirdPersons();
            if (present == null || !one.due() || !attended(hearing.caseId(), party, present)) {
                continue;
            }
            boolean signed = record.signedBy().contains(party.role().name());
            insert(
                    new PartyView(
                            Ids.next(),
                            hearing.caseId(),
                            party.id(),
                            mapper.findByCase(hearing.caseId()).size() + 1,
                            Way.HEARING,
                            null,
                            on,
                            hearing.place(),
                            present,
                            officerIds,
                            officerNames,
                            record.course(),
                            signed,
                            signed ? null : record.signatureRefusal(),
                            hearing.id(),
                            null,
                            actor.userId(),
                            actor.name(),
                            Instant.now(clock).truncatedTo(ChronoUnit.SECONDS),
                            0),
                    party,
                    actor);
        }
    }

    /** Named among those present, by itself or by an agent; the only party of its role need not be named. */
    private boolean attended(String caseId, Party party, String present) {
        return parties.of(caseId, party.role()).size() == 1
                || present.contains(party.name())
                || parties.of(caseId, PartyRole.AGENT).stream()
                        .anyMatch(agent -> party.id().equals(agent.agentOf()) && present.contains(agent.name()));
    }

    /**
     * Stands before the end of the step 听取意见: in the ordinary procedure each party was heard, or could not be for a
     * reason of its own.
     *
     * @throws Refusal {@code VIEWS_MISSING} with the names (art. 49)
     */
    @Transactional(readOnly = true)
    public void requireHeard(String caseId) {
        if (simplified(caseId)) {
            return; // 行政复议法 art. 54.2: may be reviewed on the papers
        }
        requireNone(heard(caseId).stream());
    }

    /** The same for third parties that joined after the step; stands before the draft of a decision. */
    @Transactional(readOnly = true)
    public void requireHeard(String caseId, List<String> partyIds) {
        if (!simplified(caseId)) {
            requireNone(heard(caseId).stream()
                    .filter(one -> partyIds.contains(one.party().id())));
        }
    }

    private static void requireNone(Stream<Heard> heard) {
        List<String> missing = heard.filter(one -> one.due() && !one.settled())
                .map(one -> one.party().name())
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.conflict("VIEWS_MISSING", OfficialStyle.names(missing));
        }
    }

    /** What the records say, for the form of the step; empty while there are none. */
    @Transactional(readOnly = true)
    public List<Heard> recorded(String caseId) {
        return heard(caseId).stream()
                .filter(one -> one.records().stream().anyMatch(PartyView::counts))
                .toList();
    }

    private List<Heard> heard(String caseId) {
        Map<String, List<PartyView>> records =
                mapper.findByCase(caseId).stream().collect(Collectors.groupingBy(PartyView::partyId));
        boolean elected = parties.needsRepresentatives(caseId)
                && parties.of(caseId, PartyRole.APPLICANT).stream().anyMatch(Party::representative);
        List<Heard> heard = new ArrayList<>();
        for (PartyRole role : List.of(PartyRole.APPLICANT, PartyRole.THIRD_PARTY)) {
            for (Party party : parties.of(caseId, role)) {
                List<PartyView> own = records.getOrDefault(party.id(), List.of());
                heard.add(new Heard(
                        party,
                        role == PartyRole.THIRD_PARTY || !elected || party.representative(),
                        own.stream().anyMatch(PartyView::settles),
                        own));
            }
        }
        return heard;
    }

    private void check(String caseId, Party party, NewPartyView given, LocalDate heardOn, LocalDate acceptedOn) {
        List<FieldError> errors = new ArrayList<>();
        if (given.way() == Way.HEARING) {
            errors.add(FieldError.of("way", "NOT_AN_OPTION"));
        }
        if (heardOn.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("heardOn", "IN_FUTURE"));
        }
        if (heardOn.isBefore(acceptedOn)) {
            errors.add(FieldError.of("heardOn", "DATE_TOO_EARLY", acceptedOn));
        }
        required(errors, "body", given.body(), LONG);
        limited(errors, "place", given.place(), SHORT);
        if (given.way().spoken()) {
            required(errors, "speaker", given.speaker(), SHORT);
            if (given.signed()) {
                limited(errors, "unsignedReason", given.unsignedReason(), REASON);
            } else {
                required(errors, "unsignedReason", given.unsignedReason(), REASON);
            }
        } else {
            if (given.ground() == null && !simplified(caseId)) {
                errors.add(FieldError.of("ground", "VIEWS_GROUND"));
            }
            if (given.ground() == Ground.TAKES_NO_PART && party.role() != PartyRole.THIRD_PARTY) {
                errors.add(FieldError.of("ground", "VIEWS_THIRD_PARTY_ONLY"));
            }
        }
        refuse(errors);
    }

    /** Ids of the colleagues who heard a party. */
    @Transactional(readOnly = true)
    public Set<String> officers(String caseId) {
        return mapper.findByCase(caseId).stream()
                .filter(PartyView::counts)
                .flatMap(view -> Stream.ofNullable(view.officerIds()))
                .flatMap(ids -> Stream.of(ids.split(",")))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }

    private boolean simplified(String caseId) {
        CaseFile file = cases.require(caseId);
        return ProcedureChoice.SIMPLIFIED.equals(file.procedure());
    }

    private PartyView find(String caseId, String viewId) {
        return mapper.findByCase(caseId).stream()
                .filter(view -> view.id().equals(viewId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("PARTY_VIEW_NOT_FOUND"));
    }

    private void insert(PartyView view, Party party, Actor actor) {
        mapper.insert(view);
        events.publishEvent(Act.of(
                        "review.partyViewRecorded",
                        view.caseId(),
                        actor,
                        Map.of(
                                "position",
                                view.position(),
                                "party",
                                party.role().name(),
                                "viewWay",
                                view.way().name()))
                .on(view.heardOn()));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void required(List<FieldError> errors, String field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.of(field, "REQUIRED"));
        } else {
            limited(errors, field, text, most);
        }
    }

    private static void limited(List<FieldError> errors, String field, @Nullable String text, int most) {
        if (text != null && text.strip().codePointCount(0, text.strip().length()) > most) {
            errors.add(FieldError.of(field, "TOO_LONG", most));
        }
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String join(Stream<String> parts, String between) {
        String joined = parts.collect(Collectors.joining(between));
        return joined.isEmpty() ? null : joined;
    }
}
