package io.mingjing.filing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document whose lawfulness was reviewed in an administrative review (行政复议法 art. 59, 60).
 *
 * @param id of that review
 * @param filedCaseId case in which the document was filed here; null where it was not
 * @param finding LAWFUL, BEYOND_POWERS or AGAINST_HIGHER_LAW
 */
public record ReviewedDocument(
        String id,
        String reviewCaseId,
        @Nullable String filedCaseId,
        @Nullable String makerOrganId,
        String makerName,
        String documentTitle,
        @Nullable String documentNumber,
        String finding,
        @Nullable String unlawfulClauses,
        @Nullable String higherLaw,
        @Nullable String findingReason,
        LocalDate reviewedOn) {}
