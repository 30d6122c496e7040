package io.mingjing.review;

import io.mingjing.casefile.PartyKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How somebody came to be a third party 第三人 of a review, or did not (行政复议法 art. 16).
 *
 * @param askedToJoin whether it asked to join; else the unit calls on it
 * @param interest in the act or in the result, as the notice says it
 * @param opinion of the head of the unit
 * @param partyId the party of the case, once it has joined
 * @param toldOn when it was told that it does not join
 */
public record ThirdParty(
        String id,
        String caseId,
        State state,
        boolean askedToJoin,
        @Nullable LocalDate askedOn,
        PartyKind kind,
        String name,
        @Nullable String organId,
        @Nullable String address,
        String interest,
        @Nullable String contact,
        @Nullable String opinion,
        @Nullable String decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable String partyId,
        @Nullable LocalDate toldOn,
        @Nullable String toldWay,
        String proposedBy,
        Instant proposedAt,
        int version) {

    /** How far it has come. */
    public enum State {
        PROPOSED,
        JOINED,
        REFUSED,
        /** No longer proposed, or the handling of the case ended before. */
        DROPPED
    }

    /**
     * What an officer proposes.
     *
     * @param organId organ of the tree, for kind ORGAN; its name is taken from there
     */
    public record Proposal(
            boolean askedToJoin,
            @Nullable LocalDate askedOn,
            PartyKind kind,
            @Nullable String name,
            @Nullable String organId,
            @Nullable String address,
            String interest,
            @Nullable String contact) {}
}
