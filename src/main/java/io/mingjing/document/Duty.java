package io.mingjing.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that still has to be done about a letter.
 *
 * @param code what; its text is {@code duty.<code>} with title, number and recipient as arguments
 * @param recipientId whom it concerns; null when it concerns the letter as a whole
 * @param since day from which it has been open
 */
public record Duty(
        String code,
        String caseId,
        String letterId,
        String title,
        @Nullable String number,
        @Nullable String recipientId,
        @Nullable String recipientName,
        LocalDate since) {

    /** Issued and not yet served on this recipient. */
    public static final String NOT_SERVED = "NOT_SERVED";

    /** Approved by the whole chain and not yet issued. */
    public static final String NOT_ISSUED = "NOT_ISSUED";

    /** A recorded paper approval waits for its second person. */
    public static final String PAPER_UNCONFIRMED = "PAPER_UNCONFIRMED";
}
