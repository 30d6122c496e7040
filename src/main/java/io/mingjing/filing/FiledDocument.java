package io.mingjing.filing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A normative document submitted for filing.
 *
 * @param organId the organ that made it
 * @param dueOn last day to submit it: 15 days from publication (limit ND-FILE)
 * @param onTime whether it was submitted by then
 * @param pack codes of the items submitted, joined by commas (DOMAIN.md section 6, filing pack)
 * @param supplementLapsed whether the organ let the limit for completing the pack lapse
 * @param registerNo number in the register of filed documents
 */
public record FiledDocument(
        String caseId,
        String organId,
        String organName,
        String title,
        String documentNumber,
        String documentKind,
        LocalDate publishedOn,
        LocalDate effectiveOn,
        @Nullable LocalDate validUntil,
        LocalDate submittedOn,
        LocalDate dueOn,
        boolean onTime,
        String pack,
        @Nullable String checkResult,
        @Nullable String conclusion,
        @Nullable String opinion,
        boolean supplementLapsed,
        @Nullable String registerNo,
        @Nullable LocalDate registeredOn,
        int version) {

    public List<String> packItems() {
        return pack.isEmpty() ? List.of() : List.of(pack.split(","));
    }
}
