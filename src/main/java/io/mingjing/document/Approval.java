package io.mingjing.document;

import io.mingjing.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one level of the chain said about one draft.
 *
 * @param draftNo the draft that was judged
 * @param byId who acted in the system: the approver, or for a paper approval the person who recorded it
 * @param approvedOn day of the approval; for a paper approval the day written on the paper
 * @param paper 线下审批补录: given on paper and recorded afterwards
 * @param paperApprover who signed the paper
 * @param scanAttachmentId scan of the signed 审批单
 * @param confirmedById the second person who compared the record with the scan; null while that is open
 * @param voided true when the draft was sent back or rewritten afterwards: history, without effect
 */
public record Approval(
        String id,
        String letterId,
        int draftNo,
        Role level,
        Result result,
        String opinion,
        String byId,
        String byName,
        Instant actedAt,
        LocalDate approvedOn,
        boolean paper,
        @Nullable String paperApprover,
        @Nullable String scanAttachmentId,
        @Nullable String confirmedById,
        @Nullable String confirmedByName,
        @Nullable Instant confirmedAt,
        boolean voided) {

    /** What the level said. */
    public enum Result {
        APPROVED,
        RETURNED
    }

    /** Whether this counts as the agreement of its level. */
    public boolean effective() {
        return !voided && result == Result.APPROVED && (!paper || confirmedById != null);
    }

    /** Who agreed: on paper the person who signed it. */
    public String signedBy() {
        return paperApprover == null ? byName : paperApprover;
    }

    /** Whether a second person must still confirm the record of a paper approval. */
    public boolean awaitsConfirmation() {
        return !voided && paper && confirmedById == null;
    }
}
