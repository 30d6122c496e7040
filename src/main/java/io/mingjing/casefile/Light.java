package io.mingjing.casefile;

/** How near a limit is to its end, as read on a day. */
public enum Light {
    GREEN,
    YELLOW,
    RED,
    PAUSED,
    /** The limit no longer runs. */
    NONE
}
