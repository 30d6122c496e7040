package io.mingjing.shared.event;

/** The engine's incident of that id is gone: the step was done at last, or it is no longer to be done. */
public record ProcessMended(String incidentId) {}
