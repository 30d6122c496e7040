package io.mingjing.identity;

import java.time.LocalDate;

/** Somebody is away from one day to another, both included, and somebody else stands in; with their names. */
public record Leave(
        String id,
        String fromUserId,
        String fromName,
        String toUserId,
        String toName,
        LocalDate fromOn,
        LocalDate toOn) {

    /** Whether it runs on that day. */
    public boolean on(LocalDate day) {
        return !fromOn.isAfter(day) && !toOn.isBefore(day);
    }
}
