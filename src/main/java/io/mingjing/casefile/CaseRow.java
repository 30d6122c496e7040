package io.mingjing.casefile;

import io.mingjing.shared.Area;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the case search.
 *
 * @param parties names of those still parties, agents left out
 * @param lead name of the 主办人
 * @param limit the running limit that ends first, else a paused one
 */
public record CaseRow(
        String id,
        Area area,
        String kind,
        String registerNo,
        @Nullable String caseNo,
        String title,
        CaseState state,
        @Nullable String outcome,
        @Nullable String stage,
        LocalDate receivedOn,
        @Nullable LocalDate closedOn,
        String governmentId,
        String government,
        List<String> parties,
        @Nullable String lead,
        @Nullable CaseLimit limit) {

    public CaseRow {
        parties = List.copyOf(parties);
    }

    public String number() {
        return caseNo == null ? registerNo : caseNo;
    }
}
