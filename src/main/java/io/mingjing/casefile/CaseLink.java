package io.mingjing.casefile;

import org.jspecify.annotations.Nullable;

/**
 * A link to another case, seen from one of its ends.
 *
 * @param outgoing whether the case asked about is the one that names the other
 */
public record CaseLink(
        String id,
        Kind kind,
        boolean outgoing,
        String otherId,
        String otherNumber,
        String otherTitle,
        CaseState otherState,
        @Nullable String remark) {

    /** Why two cases belong together. */
    public enum Kind {
        RELATED,
        /** Heard together 并案. */
        JOINED,
        /** The other one came first in the same dispute. */
        FOLLOWS,
        /** Came out of the other one, such as a supervision order out of a review. */
        ARISES_FROM
    }
}
