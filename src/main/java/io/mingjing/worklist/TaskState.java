package io.mingjing.worklist;

/** What has become of a task. */
public enum TaskState {
    OPEN,
    /** Completed by a person. */
    DONE,
    /** Ended by the process: a boundary event, the end of the case. */
    CANCELLED
}
