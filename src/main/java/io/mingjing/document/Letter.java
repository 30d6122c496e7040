package io.mingjing.document;

import io.mingjing.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a case.
 *
 * @param type code of its {@link LetterType}
 * @param number its official number; null until it is issued
 * @param issuedOn the day it bears; null until it is issued
 * @param version counts every change of this row
 * @param draftNo number of the draft in force, from 1; each revision adds one
 * @param levels approval chain in order, as laid down when the draft in force was written
 * @param docxSha256 digest of the frozen letter; null until it is issued
 * @param pdfSha256 digest of its PDF; null where none was made
 * @param draftedBy id of the person who wrote the first draft
 */
public record Letter(
        String id,
        String caseId,
        String type,
        String title,
        LetterState state,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        int version,
        int draftNo,
        List<Role> levels,
        @Nullable String docxSha256,
        @Nullable String pdfSha256,
        String draftedBy,
        Instant draftedAt,
        @Nullable String voidReason) {

    /** Void reason of a letter that no longer matches the outcome of its case; a code, its text is {@code letters.superseded}. */
    public static final String SUPERSEDED = "SUPERSEDED";

    public Letter {
        levels = List.copyOf(levels);
    }

    /** Whether it was voided because the case took another turn. */
    public boolean superseded() {
        return SUPERSEDED.equals(voidReason);
    }

    public boolean issued() {
        return state == LetterState.ISSUED;
    }
}
