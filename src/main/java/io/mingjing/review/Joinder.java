package io.mingjing.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Two cases reviewed together 合并审理 (实施条例 art. 43).
 *
 * @param leadId the case that leads
 * @param caseId the case that was joined to it
 * @param undoneOn day on which they were separated again; null while they are together
 */
public record Joinder(
        String id,
        String leadId,
        String caseId,
        String reason,
        LocalDate joinedOn,
        @Nullable LocalDate undoneOn,
        @Nullable String undoneReason,
        int version) {

    public boolean open() {
        return undoneOn == null;
    }

    /** The other end. */
    public String otherThan(String one) {
        return one.equals(leadId) ? caseId : leadId;
    }
}
