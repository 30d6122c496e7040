package io.mingjing.worklist;

/** What has become of a {@link Part}. */
public enum PartState {
    OPEN,
    /** Given: the opinion, the signature, the mark of having read. */
    DONE,
    /** Taken back by who asked. */
    WITHDRAWN,
    /** No longer wanted: the task is done or gone, or the person keeps away from the case. */
    CLOSED
}
