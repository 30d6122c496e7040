package io.mingjing.alert;

/** What an alert is about; the policy table decides by it whom it reaches. Text under {@code alert.<kind>}. */
public enum AlertKind {
    /** A limit's light has turned yellow. */
    LIMIT_YELLOW,
    /** A limit's light has turned red. */
    LIMIT_RED,
    /** The last day of a limit has passed. */
    LIMIT_OVERDUE
}
