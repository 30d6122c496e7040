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

    /** How the process left a scope. */
    enum End {
        /** What was to be done there was done. */
        DONE,
        /** Its own interrupting timer ended it. */
        LAPSED,
        /** Something else took the process away. */
        CANCELLED
    }

    /** The process has left the scope. */
    void leave(LimitScope scope, End end);
}
