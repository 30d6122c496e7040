package io.mingjing.filing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A normative document and its pack, as submitted for filing (DOMAIN.md section 6). */
public record Submission(
        String organId,
        String title,
        String documentNumber,
        String documentKind,
        LocalDate publishedOn,
        LocalDate effectiveOn,
        @Nullable LocalDate validUntil,
        LocalDate submittedOn,
        List<String> pack) {

    public Submission {
        pack = List.copyOf(pack);
    }
}
