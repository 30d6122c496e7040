package io.mingjing.shared.event;

/** A limit of a case no longer runs: MET, LAPSED or CANCELLED. */
public record LimitEnded(String caseId, String limitId, String rule, String state) {}
