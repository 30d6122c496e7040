package io.mingjing.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enquiry at the desk 接待登记.
 *
 * @param number such as 接〔2026〕3号, counted per organ and year
 * @param phoneMasked telephone of the visitor, masked
 * @param outcome what became of it, a code: OPEN, ANSWERED, REFERRED, MEDIATED, APPLIED
 * @param caseId the application it became
 */
public record Enquiry(
        String id,
        String governmentId,
        String number,
        LocalDate receivedOn,
        String visitor,
        String visitorKind,
        Way way,
        @Nullable String phoneMasked,
        String matter,
        @Nullable String answer,
        String outcome,
        @Nullable String caseId,
        String recordedBy,
        int version) {

    /** How the visitor came. */
    public enum Way {
        VISIT,
        PHONE,
        LETTER,
        ONLINE
    }
}
