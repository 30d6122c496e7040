package io.mingjing.shared.event;

/**
 * A step of the engine has failed so often that an operator is needed.
 *
 * @param incidentId id of the engine's incident
 * @param activityId id of the step in its model
 */
public record ProcessFailed(String incidentId, String caseId, String activityId) {}
