package io.mingjing.document;

import io.mingjing.shared.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter with all that a page shows of it.
 *
 * @param nextLevel the level whose turn it is; null when it is no draft
 * @param electronicSeal null where it bears none
 * @param recipients each with its service, if any
 * @param rights what the reader may do with it now
 */
public record LetterView(
        Letter letter,
        @Nullable Role nextLevel,
        List<Approval> approvals,
        List<SealEntry> seals,
        @Nullable ElectronicSeal electronicSeal,
        List<ServedRecipient> recipients,
        Rights rights) {

    /** A recipient and how it was served. */
    public record ServedRecipient(Recipient recipient, Optional<ServiceRecord> service) {

        /** The service, or null; for templates. */
        public @Nullable ServiceRecord record() {
            return service.orElse(null);
        }
    }

    /**
     * What the reader may do with a letter now.
     *
     * @param insider sees drafts and approvals
     * @param recordsPaper may enter an approval given on paper
     * @param seals may enter seals
     * @param serves may record service
     * @param voids may void it
     */
    public record Rights(boolean insider, boolean recordsPaper, boolean seals, boolean serves, boolean voids) {}
}
