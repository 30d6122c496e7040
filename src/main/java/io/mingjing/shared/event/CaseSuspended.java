package io.mingjing.shared.event;

import java.time.LocalDate;

/**
 * A case was suspended 中止: the clock of its decision stands still.
 *
 * @param ground code of the ground, 1 to 10 as in 行政复议法 art. 39.1
 * @param on first day that does not count
 */
public record CaseSuspended(String caseId, String ground, LocalDate on) {}
