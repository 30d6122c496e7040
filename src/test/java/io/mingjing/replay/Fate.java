package io.mingjing.replay;

/** What becomes of an application before acceptance. */
enum Fate {
    ACCEPTED,
    REFUSED,
    /** Asked to correct, and nothing comes. */
    GIVEN_UP,
    /** A repetition: told that it is not processed. */
    TOLD,
    /** Received so late that the year ends first. */
    PENDING
}
