package io.mingjing.casefile;

import io.mingjing.engine.Timekeeper;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When the machine acts on a legal date: at 00:00 of the day after it, in Asia/Shanghai. */
final class LegalEffect {

    /** While a limit is paused it has no date; its timer sleeps here. */
    static final Instant NEVER =
            LocalDate.of(9999, 12, 31).atStartOfDay(Timekeeper.ZONE).toInstant();

    private LegalEffect() {}

    static Instant of(@Nullable LocalDate dueOn) {
        return dueOn == null
                ? NEVER
                : dueOn.plusDays(1).atStartOfDay(Timekeeper.ZONE).toInstant();
    }
}
