package io.mingjing.engine;

import java.time.Instant;

/** Whoever keeps the limits of a case; the engine tells when the process enters and leaves one. */
public interface LimitScopes {

    /**
     * Opens the limit of this scope, or finds it if it is open already (a timer may be re-created, and the scope may ask
     * twice).
     *
     * @return when the legal consequence fires: 00:00 of the day after the due date; a far date while the limit is paused
     *     or its start not known
     */
    Instant enter(LimitScope scope);

    /**
     * The process has left the scope.
     *
     * @param lapsed whether its own interrupting timer ended it; false if the work was done or something else cancelled it
     */
    void leave(LimitScope scope, boolean lapsed);
}
