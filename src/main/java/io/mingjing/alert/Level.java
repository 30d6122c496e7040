package io.mingjing.alert;

/** How an alert weighs; the codes of the policy table. */
public enum Level {
    NOTICE,
    WARNING,
    URGENT
}
