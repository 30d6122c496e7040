package io.mingjing.casefile;

/** Where a case stands in its life; the steps inside OPEN are the stages of its process. */
public enum CaseState {
    OPEN,
    /** The closing document has been issued; performance may still be followed. */
    CLOSED,
    ARCHIVED
}
