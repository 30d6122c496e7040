package io.mingjing.shared.event;

/** From now on another government handles the case; nobody handles it there yet. */
public record CaseMoved(String caseId, String governmentId, String governmentPath) {}
