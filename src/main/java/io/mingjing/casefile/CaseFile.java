package io.mingjing.casefile;

import io.mingjing.shared.Area;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param kind key of the process that handles it
 * @param registerNo number in the register of receipt, {@code 收〔2026〕12号}
 * @param caseNo case number, {@code 沈和政复〔2026〕12号}; null until the first formal document
 * @param queryCode unguessable code by which the applicant may look up the case
 * @param governmentId government whose case it is
 * @param unitId justice bureau that handles it
 * @param procedure code of the procedure (ordinary, simplified); null where the area has none
 * @param closedOn date of the closing document
 * @param stage id of the stage on the metro line
 */
public record CaseFile(
        String id,
        Area area,
        String kind,
        String registerNo,
        @Nullable String caseNo,
        String queryCode,
        String title,
        CaseState state,
        String governmentId,
        String governmentPath,
        String unitId,
        @Nullable String procedure,
        LocalDate receivedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate archivedOn,
        @Nullable String outcome,
        @Nullable String stage,
        int version,
        Instant registeredAt) {

    /** The number to show: the case number, else the register number. */
    public String number() {
        return caseNo == null ? registerNo : caseNo;
    }
}
