package io.mingjing.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a party asked to read and copy of the file 查阅、复制, and the answer (行政复议法 art. 47).
 *
 * @param reader who reads: the party, its head or its agent
 * @param proof papers of identity and authority that were checked
 * @param grounds lawful exceptions, parted by commas
 * @param withheld what is not shown
 */
public record FileAccess(
        String id,
        String caseId,
        String partyId,
        State state,
        String reader,
        boolean byAgent,
        String proof,
        String wanted,
        boolean wantsCopies,
        LocalDate askedOn,
        @Nullable String grounds,
        @Nullable String withheld,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable String decidedByName,
        @Nullable LocalDate decidedOn,
        Instant askedAt,
        int version) {

    /** How far it has come. */
    public enum State {
        ASKED,
        GRANTED,
        PARTLY,
        REFUSED,
        /** The handling of the case ended before anybody answered. */
        STOPPED
    }

    /** The exceptions of art. 47; there are no others. */
    public enum Ground {
        STATE_SECRET,
        TRADE_SECRET,
        PRIVACY,
        SECURITY
    }

    /** Whether the file may be shown. */
    public boolean open() {
        return state == State.GRANTED || state == State.PARTLY;
    }

    public List<String> groundCodes() {
        return grounds == null ? List.of() : List.of(grounds.split(","));
    }

    /**
     * Who saw what and when.
     *
     * @param papers titles, one a line
     * @param attendedByName who stood by
     */
    public record Viewing(
            String id,
            String accessId,
            LocalDate viewedOn,
            String papers,
            int copiedPages,
            String attendedBy,
            String attendedByName,
            Instant recordedAt) {}

    /** What is asked. @param party its name as entered in the case */
    public record Request(
            String party,
            String reader,
            boolean byAgent,
            String proof,
            String wanted,
            boolean wantsCopies,
            LocalDate askedOn) {}
}
