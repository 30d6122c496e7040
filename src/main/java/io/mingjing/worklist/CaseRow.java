package io.mingjing.worklist;

import io.mingjing.shared.Area;
import org.jspecify.annotations.Nullable;

/** What a task shows of its case. */
record CaseRow(
        Area area,
        String registerNo,
        @Nullable String caseNo,
        String title,
        String governmentId,
        String governmentPath) {

    /** The case number once there is one, the register number before. */
    String number() {
        return caseNo != null ? caseNo : registerNo;
    }
}
