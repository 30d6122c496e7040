package io.mingjing.identity;

import java.time.LocalDate;

/** Somebody is away from one day to another, both included, and somebody else stands in with all of their roles. */
public record Delegation(String id, String fromUserId, String toUserId, LocalDate fromOn, LocalDate toOn) {}
