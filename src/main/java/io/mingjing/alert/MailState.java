package io.mingjing.alert;

/** What has become of a mail. */
public enum MailState {
    /** Written with the act, not delivered yet. */
    OWED,
    SENT,
    /** Refused too often; an administrator may have it tried again. */
    DEAD,
    /** What it was about is no longer so; it does not leave. */
    WITHDRAWN
}
