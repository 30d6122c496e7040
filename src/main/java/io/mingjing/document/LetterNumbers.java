package io.mingjing.document;

import java.time.LocalDate;

/** Gives a letter its official number. */
public interface LetterNumbers {

    /**
     * The whole number, such as {@code 沈和政复受〔2026〕12号}; called inside the transaction that issues the letter.
     * Allocates the case number on first use (DOMAIN.md 3.11: letters reuse the number of their case).
     */
    String numberFor(String caseId, LetterType type, LocalDate on);
}
