package io.mingjing.casefile;

import io.mingjing.casefile.PersonalVault.Sealed;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Act;
import io.mingjing.shared.Actor;
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

    /** Adds a party (the handlers, the clerk or the head of the unit). */
    public Party add(String caseId, NewParty party, Actor actor) {
        visibility.lock(caseId);
        visibility.requireHandlerOr(caseId, actor, Role.INTAKE_CLERK, Role.UNIT_HEAD);
        CaseFile file = visibility.find(caseId);
        requireOpen(file);
        Party added = insert(file, party, actor);
        changed(file, added, "casefile.partyAdded", actor);
        return added;
    }

    /** Corrects a party; {@code version} is the one that was shown. Numbers that are null stay as they are. */
    public Party correct(String partyId, NewParty party, int version, Actor actor) {
        PartyMapper.Row seen = row(partyId);
        visibility.lock(seen.caseId());
        visibility.requireHandlerOr(seen.caseId(), actor, Role.INTAKE_CLERK, Role.UNIT_HEAD);
        CaseFile file = visibility.find(seen.caseId());
        requireOpen(file);
        check(party, mapper.findByCase(file.id()));
        PartyMapper.Row before = row(partyId);
        PartyMapper.Row after = sealed(partyId, file.id(), before.seq(), party, before.agentOf(), before, version);
        if (mapper.update(after) != 1) {
            throw Refusal.conflict("PARTY_CHANGED", before.name());
        }
        addOrgan(file, party);
        Party corrected = masked(row(partyId));
        changed(file, corrected, "casefile.partyCorrected", actor);
        return corrected;
    }

    /** Records that somebody ceased to be a party on a day; the row stays. */
    public void leave(String partyId, LocalDate on, Actor actor) {
        PartyMapper.Row row = row(partyId);
        visibility.lock(row.caseId());
        visibility.requireHandlerOr(row.caseId(), actor, Role.UNIT_HEAD);
        CaseFile file = visibility.find(row.caseId());
        requireOpen(file);
        if (row.leftOn() != null) {
            return;
        }
        if (row.role() == PartyRole.APPLICANT
                && of(file.id(), PartyRole.APPLICANT).size() == 1) {
            throw Refusal.conflict("LAST_APPLICANT");
        }
        if (mapper.update(left(row, on)) != 1) {
            throw Refusal.conflict("PARTY_CHANGED", row.name());
        }
        changed(file, masked(row(partyId)), "casefile.partyLeft", actor);
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
                && present.stream().noneMatch(row -> row.id().equals(party.agentOf()))) {
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

    private static PartyMapper.Row left(PartyMapper.Row row, LocalDate on) {
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
                on,
                row.version());
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
                row.version());
    }

    private static void requireOpen(CaseFile file) {
        if (file.state() == CaseState.ARCHIVED) {
            throw Refusal.conflict("CASE_ARCHIVED", file.number());
        }
    }

    private void changed(CaseFile file, Party party, String kind, Actor actor) {
        index.refresh(file);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("partyId", party.id());
        facts.put("role", party.role().name());
        facts.put("partyKind", party.kind().name());
        events.publishEvent(Act.of(kind, file.id(), actor, facts).withPersonal(Map.of("name", party.name())));
        events.publishEvent(new PartiesChanged(file.id(), actor));
        events.publishEvent(new CaseChanged(file.id()));
    }
}
