package io.mingjing.engine;

import java.time.Instant;
import java.util.Optional;

/** Dated work that is no job of the engine, such as reminders; run by the {@link CatchUp} in one order with the jobs. */
public interface DueItems {

    /**
     * Something that must happen.
     *
     * @param due when it should have happened
     * @param id orders items of the same instant
     */
    record DueItem(Instant due, String id) {}

    /** The earliest item by (due, id) that is due at the given instant or before and not done yet. */
    Optional<DueItem> next(Instant upTo);

    /** As {@link #next}, but only what a jump of driven time to the next date should stop at. */
    default Optional<DueItem> nextLandmark(Instant upTo) {
        return next(upTo);
    }

    /** Does it in a transaction of its own. Afterwards {@link #next} no longer answers it. */
    void run(DueItem item);
}
