package io.mingjing.document;

import io.mingjing.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A letter as its row holds it; the chain is one column. */
record LetterRow(
        String id,
        String caseId,
        String type,
        String title,
        LetterState state,
        @Nullable String letterNumber,
        @Nullable LocalDate issuedOn,
        int version,
        int draftNo,
        String levels,
        @Nullable String docxSha256,
        @Nullable String pdfSha256,
        String draftedBy,
        Instant draftedAt,
        @Nullable String voidReason) {

    static LetterRow of(Letter letter) {
        return new LetterRow(
                letter.id(),
                letter.caseId(),
                letter.type(),
                letter.title(),
                letter.state(),
                letter.number(),
                letter.issuedOn(),
                letter.version(),
                letter.draftNo(),
                join(letter.levels()),
                letter.docxSha256(),
                letter.pdfSha256(),
                letter.draftedBy(),
                letter.draftedAt(),
                letter.voidReason());
    }

    static String join(List<Role> levels) {
        return levels.stream().map(Role::name).collect(Collectors.joining(","));
    }

    Letter letter() {
        return new Letter(
                id,
                caseId,
                type,
                title,
                state,
                letterNumber,
                issuedOn,
                version,
                draftNo,
                Arrays.stream(levels.split(",")).map(Role::valueOf).toList(),
                docxSha256,
                pdfSha256,
                draftedBy,
                draftedAt,
                voidReason);
    }
}
