package io.mingjing.casefile;

/** Where a limit stands. */
public enum LimitState {
    RUNNING,
    PAUSED,
    /** What it was for has been done. */
    MET,
    /** It ran out; {@code metOn} tells when the act was done nevertheless. */
    LAPSED,
    CANCELLED;

    public boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
