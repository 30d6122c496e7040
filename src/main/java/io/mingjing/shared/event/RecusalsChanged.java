package io.mingjing.shared.event;

/** Who keeps away from a case has changed (回避). */
public record RecusalsChanged(String caseId) {}
