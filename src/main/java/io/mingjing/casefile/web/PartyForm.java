package io.mingjing.casefile.web;

import io.mingjing.casefile.NewParty;
import io.mingjing.casefile.Party;
import io.mingjing.casefile.PartyKind;
import io.mingjing.casefile.PartyRole;
import io.mingjing.identity.Organ;
import io.mingjing.identity.Organs;
import io.mingjing.shared.Refusal;
import io.mingjing.shared.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party as a page or a machine names it.
 *
 * @param idNumber in clear; blank leaves it as it is
 * @param phone in clear; blank leaves it as it is
 * @param version of the party that is corrected
 */
record PartyForm(
        @Nullable PartyRole role,
        @Nullable PartyKind kind,
        @Nullable String name,
        @Nullable String organId,
        @Nullable String agentOf,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable Integer version) {

    static PartyForm of(Party party) {
        return new PartyForm(
                party.role(),
                party.kind(),
                party.name(),
                party.organId(),
                party.agentOf(),
                null,
                null,
                party.email(),
                party.address(),
                party.version());
    }

    static PartyForm empty(PartyRole role) {
        return new PartyForm(role, PartyKind.PERSON, null, null, null, null, null, null, null, null);
    }

    PartyForm inRole(PartyRole other) {
        return new PartyForm(other, kind, name, organId, agentOf, idNumber, phone, email, address, version);
    }

    int shownVersion() {
        return version == null ? 0 : version;
    }

    /** An organ is called as the directory calls it. */
    NewParty party(Organs organs) {
        List<FieldError> missing = new ArrayList<>();
        if (role == null) {
            missing.add(FieldError.of("role", "REQUIRED"));
        }
        if (kind == null) {
            missing.add(FieldError.of("kind", "REQUIRED"));
        }
        if (role == null || kind == null) {
            throw Refusal.fields(missing);
        }
        String organ = kind == PartyKind.ORGAN ? filled(organId) : null;
        String called = filled(name);
        if (organ != null) {
            called = organs.find(organ).map(Organ::name).orElse(called);
        }
        return new NewParty(
                role,
                kind,
                called == null ? "" : called,
                organ,
                role == PartyRole.AGENT ? filled(agentOf) : null,
                filled(idNumber),
                filled(phone),
                filled(email),
                filled(address));
    }

    @Override
    public String toString() {
        return "PartyForm[" + role + " " + kind + "]"; // never the numbers
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
