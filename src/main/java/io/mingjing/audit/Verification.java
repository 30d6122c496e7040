package io.mingjing.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the log is as it was written.
 *
 * @param entries how many entries were found whole, up to the first broken one
 * @param brokenSeq place of the first broken entry in the whole chain; null where all are whole
 * @param fault what is wrong there
 * @param headHash hash of the last whole entry; compare it with a copy kept elsewhere
 */
public record Verification(
        long entries, @Nullable Long brokenSeq, @Nullable Fault fault, String headHash) {

    /** What can be wrong with an entry; text under {@code audit.fault.<name>}. */
    public enum Fault {
        /** Its text does not give its hash. */
        PAYLOAD,
        /** It does not name the hash of the entry before it. */
        LINK,
        /** Entries before it are missing. */
        GAP,
        /** A column says something else than the text. */
        COLUMN,
        /** A personal value does not give the digest in the text. */
        PERSONAL,
        /** The chain ends elsewhere than its head says: entries at the end are missing or were added by hand. */
        HEAD
    }

    public boolean whole() {
        return fault == null;
    }
}
