package io.mingjing.shared.event;

import java.time.LocalDate;

/**
 * Something waits on the portal for an applicant who has consented to electronic service.
 *
 * @param consentId the consent, which has the address
 * @param on day on which it came
 */
public record NewsForApplicant(String caseId, String consentId, News news, LocalDate on) {

    /** What it is. */
    public enum News {
        /** The application is received and has its register number. */
        RECEIVED,
        /** A letter can be read. */
        LETTER_READY
    }
}
