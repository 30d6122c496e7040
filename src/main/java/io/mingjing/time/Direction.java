package io.mingjing.time;

/** Which way a limit is counted from the event that starts it. */
public enum Direction {
    FORWARD,
    /** Back from an event that lies ahead, such as a hearing (I8). */
    BACKWARD
}
