package io.mingjing.casefile;

import io.mingjing.casefile.PersonalVault.Sealed;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
import io.mingjing.shared.Area;
import io.mingjing.shared.Ids;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import io.mingjing.shared.Role;
import io.mingjing.shared.event.CaseChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parties of a case. Their numbers are encrypted; equality is searched by a blind index. */
@Service
@Transactional
public class Parties {

    private static final int NAME_LENGTH = 200;
    private static final int NUMBER_LENGTH = 64;
    private static final int EMAIL_LENGTH = 254;
    private static final int ADDRESS_LENGTH = 400;
    private static final int REASON_LENGTH = 400;

    /** 实施条例 art. 17: more than ten applicants elect two to five. */
    private static final int MOST_WITHOUT_REPRESENTATIVES = 10;

    private static final int FEWEST_REPRESENTATIVES = 2;
    private static final int MOST_REPRESENTATIVES = 5;

    private final PartyMapper mapper;
    private final CaseMapper cases;
    private final CaseVisibility visibility;
    private final CaseIndex index;
    private final PersonalVault vault;
    private final Organs organs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Parties(
            PartyMapper mapper,
            CaseMapper cases,
            CaseVisibility visibility,
            CaseIndex index,
            PersonalVault vault,
            Organs organs,
            Clock clock,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.cases = cases;
        this.visibility = visibility;
        this.index = index;
        this.vault = vault;
        this.organs = organs;
        this.clock = clock;
        this.events = events;
    }

    /** All who are or were parties, in order of entry; for use inside an act, without a check of visibility. */
    @Transactional(readOnly = true)
    public List<Party> of(String caseId) {
        return mapper.findByCase(caseId).stream().map(this::masked).toList();
    }

    /** Those who are parties now in that role. */
    @Transactional(readOnly = true)
    public List<Party> of(String caseId, PartyRole role) {
        return of(caseId).stream()
                .filter(party -> party.role() == role && party.leftOn() == null)
                .toList();
    }

    /** Whether this person may enter, correct and end parties of the case now. */
    @Transactional(readOnly = true)
    public boolean mayChange(String caseId, Actor actor) {
        return visibility.find(caseId).state() != CaseState.ARCHIVED
                && (actor.hasAny(Role.INTAKE_CLERK, Role.UNIT_HEAD) || visibility.handles(caseId, actor));
    }

    /** The roles in which further parties may join a case of that area. */
    public static List<PartyRole> joining(Area area) {
        return area == Area.REVIEW
                ? List.of(PartyRole.APPLICANT, PartyRole.THIRD_PARTY, PartyRole.AGENT)
                : List.of(PartyRole.AGENT);
    }

    /**
     * Adds a party (the handlers, the clerk or the head of the unit).
     *
     * @throws Refusal {@code NOT_HANDLER}, {@code CASE_ARCHIVED}, and with the fields that are wrong
     */
    public Party add(String caseId, NewParty party, Actor actor) {
        CaseFile file = opened(caseId, actor);
        if (!joining(file.area()).contains(party.role())) {
            throw Refusal.fields(List.of(FieldError.of("role", "NOT_AN_OPTION")));
        }
        Party added = insert(file, party, actor);
        changed(file, row(added.id()), null, "casefile.partyAdded", actor);
        return added;
    }

    /**
     * Corrects a party; {@code version} is the one that was shown. Its role stays; numbers that are null stay as they are.
     *
     * @throws Refusal {@code NOT_HANDLER}, {@code CASE_ARCHIVED}, {@code PARTY_CHANGED}, {@code PARTY_LEFT}, {@code
     *     PARTY_ADDRESSED} where another organ is named after something has been addressed to the first, and with the
     *     fields that are wrong
     */
    public Party correct(String partyId, NewParty party, int version, Actor actor) {
        CaseFile file = opened(row(partyId).caseId(), actor);
        PartyMapper.Row before = row(partyId);
        requirePresent(before);
        NewParty better = party.as(before.role());
        check(better, mapper.findByCase(file.id()));
        PartyMapper.Row after = sealed(partyId, file.id(), before.seq(), better, before.agentOf(), before, version);
        replaceOrgan(file, before, after.organId());
        if (mapper.update(after) != 1) {
            throw Refusal.conflict("PARTY_CHANGED", before.name());
        }
        addOrgan(file, better);
        changed(file, row(partyId), before, "casefile.partyCorrected", actor);
        return masked(row(partyId));
    }

    /**
     * Records that somebody ceased to be a party on a day, or never was one; the row stays, and agents of that party
     * leave with it.
     *
     * @throws Refusal {@code NOT_HANDLER}, {@code CASE_ARCHIVED}, {@code LAST_APPLICANT}, {@code LAST_RESPONDENT}, {@code
     *     PARTY_CHANGED}, and with the fields that are wrong
     */
    public void leave(String partyId, LocalDate on, String reason, Actor actor) {
        CaseFile file = opened(row(partyId).caseId(), actor);
        PartyMapper.Row row = row(partyId);
        if (row.leftOn() != null) {
            return;
        }
        checkLeaving(file, on, reason);
        if (row.role() != PartyRole.AGENT && of(file.id(), row.role()).size() == 1) {
            switch (row.role()) {
                case APPLICANT -> throw Refusal.conflict("LAST_APPLICANT");
                case RESPONDENT, RESPONSIBLE, FILING -> throw Refusal.conflict("LAST_RESPONDENT");
                default -> {}
            }
        }
        List<PartyMapper.Row> leaving = new ArrayList<>(List.of(row));
        mapper.findByCase(file.id()).stream()
                .filter(agent -> partyId.equals(agent.agentOf()) && agent.leftOn() == null)
                .forEach(leaving::add);
        for (PartyMapper.Row one : leaving) {
            if (mapper.update(left(one, on, reason.strip())) != 1) {
                throw Refusal.conflict("PARTY_CHANGED", one.name());
            }
            changed(file, row(one.id()), one, "casefile.partyLeft", actor);
        }
    }

    /**
     * Marks an applicant as one of the two to five whom more than ten applicants elect (实施条例 art. 17), or no longer.
     *
     * @throws Refusal {@code NOT_HANDLER}, {@code CASE_ARCHIVED}, {@code REPRESENTATIVE_ROLE}, {@code
     *     REPRESENTATIVES_ENOUGH}, {@code PARTY_CHANGED}
     */
    public void represent(String partyId, boolean representative, int version, Actor actor) {
        CaseFile file = opened(row(partyId).caseId(), actor);
        PartyMapper.Row before = row(partyId);
        if (before.role() != PartyRole.APPLICANT || before.leftOn() != null) {
            throw Refusal.conflict("REPRESENTATIVE_ROLE");
        }
        if (before.representative() == representative) {
            return;
        }
        if (representative && representatives(file.id()) >= MOST_REPRESENTATIVES) {
            throw Refusal.conflict("REPRESENTATIVES_ENOUGH", MOST_REPRESENTATIVES);
        }
        if (mapper.update(elected(before, representative, version)) != 1) {
            throw Refusal.conflict("PARTY_CHANGED", before.name());
        }
        changed(
                file,
                row(partyId),
                before,
                representative ? "casefile.representativeNamed" : "casefile.representativeDropped",
                actor);
    }

    /** Whether there are so many applicants that two to five of them must act for all. */
    @Transactional(readOnly = true)
    public boolean needsRepresentatives(String caseId) {
        return of(caseId, PartyRole.APPLICANT).size() > MOST_WITHOUT_REPRESENTATIVES;
    }

    /** @throws Refusal {@code REPRESENTATIVES_MISSING} where more than ten applicants have not elected two to five */
    @Transactional(readOnly = true)
    public void requireRepresentatives(String caseId) {
        if (needsRepresentatives(caseId) && representatives(caseId) < FEWEST_REPRESENTATIVES) {
            throw Refusal.conflict("REPRESENTATIVES_MISSING", FEWEST_REPRESENTATIVES, MOST_REPRESENTATIVES);
        }
    }

    private int representatives(String caseId) {
        return (int) of(caseId, PartyRole.APPLICANT).stream()
                .filter(Party::representative)
                .count();
    }

    private CaseFile opened(String caseId, Actor actor) {
        visibility.lock(caseId);
        visibility.requireHandlerOr(caseId, actor, Role.INTAKE_CLERK, Role.UNIT_HEAD);
        CaseFile file = visibility.find(caseId);
        requireOpen(file);
        return file;
    }

    private static void requirePresent(PartyMapper.Row row) {
        if (row.leftOn() != null) {
            throw Refusal.conflict("PARTY_LEFT", row.name());
        }
    }

    private void checkLeaving(CaseFile file, LocalDate on, String reason) {
        List<FieldError> errors = new ArrayList<>();
        if (on.isAfter(LocalDate.now(clock))) {
            errors.add(FieldError.of("on", "IN_FUTURE"));
        }
        if (on.isBefore(file.receivedOn())) {
            errors.add(FieldError.of("on", "DATE_TOO_EARLY", file.receivedOn()));
        }
        if (reason.isBlank()) {
            errors.add(FieldError.of("reason", "REQUIRED"));
        }
        limitLength(errors, "reason", reason, REASON_LENGTH);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Another organ in the place of one to which nothing has been addressed yet. */
    private void replaceOrgan(CaseFile file, PartyMapper.Row before, @Nullable String organId) {
        String old = before.organId();
        if (old != null && !old.equals(organId) && cases.deleteUnaddressedOrgan(file.id(), old, before.role()) == 0) {
            throw Refusal.conflict("PARTY_ADDRESSED", before.name());
        }
    }

    /** Parties, in the cases the actor sees, with that identity or telephone number. */
    @Transactional(readOnly = true)
    public List<Party> search(PersonalField field, String clear, Actor actor) {
        if (clear.isBlank()) {
            return List.of();
        }
        return mapper.searchByIndex(field, vault.index(field, clear), visibility.scope(actor)).stream()
                .map(this::masked)
                .toList();
    }

    /** The number in clear, for the handlers, the clerk and the head; who looked is logged. */
    public Optional<String> reveal(String partyId, PersonalField field, Actor actor) {
        PartyMapper.Row row = row(partyId);
        visibility.requireHandlerOr(row.caseId(), actor, Role.INTAKE_CLERK, Role.UNIT_HEAD);
        events.publishEvent(Act.of(
                "casefile.personalRevealed", row.caseId(), actor, Map.of("partyId", partyId, "field", field.name())));
        return clear(row, field);
    }

    /** Lets the contacts of the organs in that relation see the case: something has been addressed to them. */
    public void address(String caseId, PartyRole relation) {
        cases.updateAddressed(caseId, relation, LocalDate.now(clock));
    }

    /** Lets the contacts of one organ see the case. */
    public void addressOrgan(String caseId, String organId) {
        cases.updateOrganAddressed(caseId, organId, LocalDate.now(clock));
    }

    /** Ids of the organs that stand in that relation to the case. */
    @Transactional(readOnly = true)
    public List<String> organs(String caseId, PartyRole relation) {
        return cases.findOrgans(caseId, relation);
    }

    /** Enters the parties of a new case; agents without a principal act for the first applicant. */
    List<Party> enter(CaseFile file, List<NewParty> parties, Actor actor) {
        List<Party> entered = new ArrayList<>();
        parties.stream()
                .filter(party -> party.role() != PartyRole.AGENT)
                .forEach(party -> entered.add(insert(file, party, actor)));
        for (NewParty agent : parties) {
            if (agent.role() == PartyRole.AGENT) {
                entered.add(insert(file, agent.agentOf() == null ? agentOfFirst(agent, entered) : agent, actor));
            }
        }
        return entered;
    }

    private static NewParty agentOfFirst(NewParty agent, List<Party> entered) {
        String principal = entered.stream()
                .filter(party -> party.role() == PartyRole.APPLICANT)
                .findFirst()
                .orElseThrow(() -> Refusal.fields(List.of(FieldError.of("agentOf", "REQUIRED"))))
                .id();
        return new NewParty(
                agent.role(),
                agent.kind(),
                agent.name(),
                agent.organId(),
                principal,
                agent.idNumber(),
                agent.phone(),
                agent.email(),
                agent.address());
    }

    private Party insert(CaseFile file, NewParty party, Actor actor) {
        List<PartyMapper.Row> present = mapper.findByCase(file.id());
        check(party, present);
        int seq = present.stream().mapToInt(PartyMapper.Row::seq).max().orElse(0) + 1;
        PartyMapper.Row row = sealed(Ids.next(), file.id(), seq, party, party.agentOf(), null, 1);
        mapper.insert(row);
        addOrgan(file, party);
        if (party.organId() != null && party.organId().equals(actor.organId())) {
            addressOrgan(file.id(), party.organId()); // an organ sees the case that it brings itself
        }
        return masked(row);
    }

    private void addOrgan(CaseFile file, NewParty party) {
        String organId = party.organId();
        if (organId != null && cases.countOrgan(file.id(), organId, party.role()) == 0) {
            cases.insertOrgan(file.id(), organId, party.role(), null);
        }
    }

    private void check(NewParty party, List<PartyMapper.Row> present) {
        List<FieldError> errors = new ArrayList<>();
        if (party.name().isBlank()) {
            errors.add(FieldError.of("name", "REQUIRED"));
        }
        limitLength(errors, "name", party.name(), NAME_LENGTH);
        limitLength(errors, "idNumber", party.idNumber(), NUMBER_LENGTH);
        limitLength(errors, "phone", party.phone(), NUMBER_LENGTH);
        limitLength(errors, "email", party.email(), EMAIL_LENGTH);
        limitLength(errors, "address", party.address(), ADDRESS_LENGTH);
        String organId = party.organId();
        if (party.kind() == PartyKind.ORGAN && organId == null) {
            errors.add(FieldError.of("organId", "REQUIRED"));
        }
        if (organId != null && organs.find(organId).isEmpty()) {
            errors.add(FieldError.of("organId", "CHOICE"));
        }
        if (party.role() == PartyRole.AGENT
                && present.stream()
                        .noneMatch(row -> row.id().equals(party.agentOf())
                                && row.role() != PartyRole.AGENT
                                && row.leftOn() == null)) {
            errors.add(FieldError.of("agentOf", "REQUIRED"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private static void limitLength(List<FieldError> errors, String field, @Nullable String value, int most) {
        if (value != null && value.codePointCount(0, value.length()) > most) {
            errors.add(FieldError.of(field, "TOO_LONG", most));
        }
    }

    private PartyMapper.Row sealed(
            String id,
            String caseId,
            int seq,
            NewParty party,
            @Nullable String agentOf,
            PartyMapper.@Nullable Row before,
            int version) {
        Hidden number = hidden(id, PersonalField.ID_NUMBER, party.idNumber(), Hidden.numberOf(before));
        Hidden phone = hidden(id, PersonalField.PHONE, party.phone(), Hidden.phoneOf(before));
        return new PartyMapper.Row(
                id,
                caseId,
                seq,
                party.role(),
                party.kind(),
                party.name().strip(),
                party.organId(),
                party.agentOf() == null ? agentOf : party.agentOf(),
                number.sealed(),
                number.keyId(),
                number.index(),
                phone.sealed(),
                phone.keyId(),
                phone.index(),
                blankToNull(party.email()),
                blankToNull(party.address()),
                before == null ? null : before.leftOn(),
                before == null ? null : before.leftReason(),
                before != null && before.representative(),
                version);
    }

    /** A value as the row holds it. */
    private record Hidden(
            @Nullable String sealed,
            @Nullable String keyId,
            @Nullable String index) {

        private static final Hidden NONE = new Hidden(null, null, null);

        static Hidden numberOf(PartyMapper.@Nullable Row row) {
            return row == null ? NONE : new Hidden(row.idNumberSealed(), row.idNumberKey(), row.idNumberIndex());
        }

        static Hidden phoneOf(PartyMapper.@Nullable Row row) {
            return row == null ? NONE : new Hidden(row.phoneSealed(), row.phoneKey(), row.phoneIndex());
        }
    }

    private Hidden hidden(String id, PersonalField field, @Nullable String clear, Hidden before) {
        if (clear == null || clear.isBlank()) {
            return before;
        }
        Sealed sealed = vault.seal(clear.strip(), place(id, field));
        return new Hidden(sealed.text(), sealed.keyId(), vault.index(field, clear));
    }

    private Optional<String> clear(PartyMapper.Row row, PersonalField field) {
        String text = field == PersonalField.PHONE ? row.phoneSealed() : row.idNumberSealed();
        String key = field == PersonalField.PHONE ? row.phoneKey() : row.idNumberKey();
        return text == null || key == null
                ? Optional.empty()
                : Optional.of(vault.open(new Sealed(text, key), place(row.id(), field)));
    }

    private static String place(String partyId, PersonalField field) {
        return "party/" + partyId + "/" + field.name();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static PartyMapper.Row left(PartyMapper.Row row, LocalDate on, String reason) {
        return standing(row, on, reason, false, row.version());
    }

    private static PartyMapper.Row elected(PartyMapper.Row row, boolean representative, int version) {
        return standing(row, row.leftOn(), row.leftReason(), representative, version);
    }

    private static PartyMapper.Row standing(
            PartyMapper.Row row,
            @Nullable LocalDate leftOn,
            @Nullable String leftReason,
            boolean representative,
            int version) {
        return new PartyMapper.Row(
                row.id(),
                row.caseId(),
                row.seq(),
                row.role(),
                row.kind(),
                row.name(),
                row.organId(),
                row.agentOf(),
                row.idNumberSealed(),
                row.idNumberKey(),
                row.idNumberIndex(),
                row.phoneSealed(),
                row.phoneKey(),
                row.phoneIndex(),
                row.email(),
                row.address(),
                leftOn,
                leftReason,
                representative,
                version);
    }

    private PartyMapper.Row row(String partyId) {
        return mapper.find(partyId).orElseThrow(() -> Refusal.notFound("PARTY_NOT_FOUND"));
    }

    private Party masked(PartyMapper.Row row) {
        return new Party(
                row.id(),
                row.caseId(),
                row.seq(),
                row.role(),
                row.kind(),
                row.name(),
                row.organId(),
                row.agentOf(),
                clear(row, PersonalField.ID_NUMBER).map(Masks::number).orElse(null),
                clear(row, PersonalField.PHONE).map(Masks::number).orElse(null),
                row.email(),
                row.address(),
                row.leftOn(),
                row.leftReason(),
                row.representative(),
                row.version());
    }

    private static void requireOpen(CaseFile file) {
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
    }

    /** Tells what changed: codes of the fields in the log, what they said before and after among the personal data. */
    private void changed(
            CaseFile file, PartyMapper.Row row, PartyMapper.@Nullable Row before, String kind, Actor actor) {
        index.refresh(file);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("partyId", row.id());
        facts.put("role", row.role().name());
        facts.put("partyKind", row.kind().name());
        Map<String, String> personal = new LinkedHashMap<>();
        personal.put("name", row.name());
        if (before != null) {
            Map<String, String> now = shown(row);
            Map<String, String> then = shown(before);
            List<String> fields = now.keySet().stream()
                    .filter(field -> !Objects.equals(now.get(field), then.get(field)))
                    .toList();
            facts.put("changed", fields);
            for (String field : fields) {
                personal.put(field, now.getOrDefault(field, ""));
                personal.put(field + "Before", then.getOrDefault(field, ""));
            }
        }
        events.publishEvent(Act.of(kind, file.id(), actor, facts).withPersonal(personal));
        events.publishEvent(new PartiesChanged(file.id(), actor));
        events.publishEvent(new CaseChanged(file.id()));
    }

    /** A party as the log may say it; numbers are masked, so that only their change shows. */
    private Map<String, String> shown(PartyMapper.Row row) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("name", row.name());
        shown.put("kind", row.kind().name());
        shown.put("organ", text(row.organId()));
        shown.put("agentOf", text(row.agentOf()));
        shown.put(
                "idNumber",
                clear(row, PersonalField.ID_NUMBER).map(Masks::number).orElse(""));
        shown.put("phone", clear(row, PersonalField.PHONE).map(Masks::number).orElse(""));
        shown.put("email", text(row.email()));
        shown.put("address", text(row.address()));
        shown.put("leftOn", row.leftOn() == null ? "" : row.leftOn().toString());
        shown.put("leftReason", text(row.leftReason()));
        shown.put("representative", Boolean.toString(row.representative()));
        return shown;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
