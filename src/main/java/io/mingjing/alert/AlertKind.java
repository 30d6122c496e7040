package io.mingjing.alert;

/** What an alert is about; the policy table decides by it whom it reaches and when. Text under {@code alert.<kind>}. */
public enum AlertKind {
    /** A limit's light has turned yellow. */
    LIMIT_YELLOW,
    /** A limit's light has turned red. */
    LIMIT_RED,
    /** The last day of a limit has passed. */
    LIMIT_OVERDUE,
    /** The last day of a limit has passed within which somebody had to answer: the organ, or whoever sent a pack. */
    REPLY_MISSING,
    /** A date that rests on a calendar not published yet comes near: it may still move. */
    PROVISIONAL_NEAR,
    /** A task waits and nobody has taken it. */
    TASK_UNCLAIMED,
    /** A letter has its number, and not every recipient has it. */
    LETTER_UNSERVED,
    /** A supervision order has arrived and nobody has signed for it. */
    ORDER_UNSIGNED,
    /** A closed case must be handed to the archive. */
    ARCHIVE_DUE,
    /** Somebody asks whoever has a task to hurry. */
    TASK_URGED,
    /** A step of the process failed again and again; an operator is needed. */
    ENGINE_INCIDENT;

    /** Whether it warns of something that has not happened yet. */
    boolean warns() {
        return this == LIMIT_YELLOW || this == LIMIT_RED || this == PROVISIONAL_NEAR;
    }

    /** Red: no quiet hour holds its mail back. */
    boolean red() {
        return this == LIMIT_RED || this == LIMIT_OVERDUE || this == REPLY_MISSING || this == ENGINE_INCIDENT;
    }

    /** Whether it is about a limit, so that {@code rule} is one of the catalogue. */
    boolean ofLimit() {
        return this == LIMIT_YELLOW
                || this == LIMIT_RED
                || this == LIMIT_OVERDUE
                || this == REPLY_MISSING
                || this == PROVISIONAL_NEAR;
    }

    /** Whether it is about a task, so that its reference is one. */
    boolean ofTask() {
        return this == TASK_UNCLAIMED || this == ORDER_UNSIGNED;
    }
}
