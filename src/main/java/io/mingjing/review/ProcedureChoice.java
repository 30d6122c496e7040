package io.mingjing.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Under which procedure a case is handled and why (行政复议法 art. 53, 55).
 *
 * @param handling ORDINARY or SIMPLIFIED
 * @param suggested what the table {@code reviewProcedure} says
 * @param ground why it says so: ON_THE_SPOT, WARNING, AMOUNT, INFORMATION, ALL_AGREE or NONE
 * @param facts codes of what the officer found
 * @param reason why the suggestion is not followed
 * @param convertedOn day of the order that made it an ordinary case
 */
public record ProcedureChoice(
        String caseId,
        String handling,
        String suggested,
        String ground,
        String facts,
        @Nullable BigDecimal amount,
        @Nullable String reason,
        @Nullable LocalDate convertedOn,
        @Nullable String convertReason,
        int version) {

    public static final String ORDINARY = "ORDINARY";

    public static final String SIMPLIFIED = "SIMPLIFIED";

    public boolean simplified() {
        return handling.equals(SIMPLIFIED);
    }
}
