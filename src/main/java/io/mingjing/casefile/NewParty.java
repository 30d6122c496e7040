package io.mingjing.casefile;

import org.jspecify.annotations.Nullable;

/**
 * A party to be entered or corrected.
 *
 * @param organId organ of the tree; required for kind ORGAN
 * @param agentOf id of the party it acts for, required for agents; in a {@link NewCase} null means the first applicant
 * @param idNumber identity or credit number in clear; stored encrypted
 * @param phone in clear; stored encrypted
 */
public record NewParty(
        PartyRole role,
        PartyKind kind,
        String name,
        @Nullable String organId,
        @Nullable String agentOf,
        @Nullable String idNumber,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address) {

    public static NewParty person(PartyRole role, String name) {
        return new NewParty(role, PartyKind.PERSON, name, null, null, null, null, null, null);
    }

    public static NewParty organ(PartyRole role, String organId, String name) {
        return new NewParty(role, PartyKind.ORGAN, name, organId, null, null, null, null, null);
    }

    /** The same in another role. */
    NewParty as(PartyRole other) {
        return new NewParty(other, kind, name, organId, agentOf, idNumber, phone, email, address);
    }

    /** A change or a log entry must never print the numbers. */
    @Override
    public String toString() {
        return "NewParty[" + role + " " + kind + "]";
    }
}
