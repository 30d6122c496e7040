package io.mingjing.shared.event;

/** A user task has left the engine: completed by a person, or cancelled by the process. */
public record TaskClosed(String taskId, String caseId, boolean completed) {}
