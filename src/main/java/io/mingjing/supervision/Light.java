package io.mingjing.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A light that an organ was given for a month.
 *
 * @param litMonth like {@code 2026-09}
 * @param reason code of what turned it red
 * @param sourceCase number of the court case or review it stems from
 * @param caseId the supervision order that followed
 */
public record Light(
        String id,
        String governmentId,
        String organId,
        String organName,
        String litMonth,
        String colour,
        String reason,
        @Nullable String sourceCase,
        LocalDate happenedOn,
        String caseId,
        String subject,
        @Nullable LocalDate closedOn) {}
