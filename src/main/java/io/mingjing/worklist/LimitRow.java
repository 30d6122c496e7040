package io.mingjing.worklist;

import io.mingjing.time.DayUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A limit of a case that runs or is paused, as {@code casefile_v_limit} shows it. */
record LimitRow(
        String id,
        String rule,
        int version,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        DayUnit unit,
        boolean provisional,
        @Nullable LocalDate pausedOn) {}
