package io.mingjing.alert;

/** What an alert is about; the policy table decides by it whom it reaches. Text under {@code alert.<kind>}. */
public enum AlertKind {
    /** A limit's light has turned yellow. */
    LIMIT_YELLOW,
    /** A limit's light has turned red. */
    LIMIT_RED,
    /** The last day of a limit has passed. */
    LIMIT_OVERDUE,
    /** The last day of a limit has passed within which somebody had to answer: the organ, or whoever sent a pack. */
    REPLY_MISSING;

    /** Whether it warns of something that has not happened yet. */
    boolean warns() {
        return this == LIMIT_YELLOW || this == LIMIT_RED;
    }
}
