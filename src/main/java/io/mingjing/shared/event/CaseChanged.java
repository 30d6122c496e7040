package io.mingjing.shared.event;

/** What lists show of a case (number, title, organs, state, stage) has changed. */
public record CaseChanged(String caseId) {}
