package io.mingjing.casefile;

/** Where a limit stands. */
public enum LimitState {
    /** Also when it is overdue and the act is still awaited. */
    RUNNING,
    PAUSED,
    /** What it was for has been done. */
    MET,
    /** It ran out: the law put its consequence in the place of the act, or the act came late. */
    LAPSED,
    CANCELLED,
    /** Another limit from the same start has taken its place. */
    SUPERSEDED;

    public boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
