package io.mingjing.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an act on a limit would do to its dates; nothing has been touched. */
public record LimitPlan(
        String limitId,
        String rule,
        @Nullable LocalDate dueBefore,
        @Nullable LocalDate dueAfter,
        @Nullable LocalDate yellowAfter,
        @Nullable LocalDate redAfter,
        boolean provisional) {}
