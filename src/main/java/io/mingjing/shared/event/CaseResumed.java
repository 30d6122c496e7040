package io.mingjing.shared.event;

import java.time.LocalDate;

/**
 * A suspended case goes on.
 *
 * @param on first day that counts again
 */
public record CaseResumed(String caseId, LocalDate on) {}
