package io.mingjing.shared.event;

/** An approval step was completed because its level had agreed on paper; this person confirmed the record. */
public record TaskTakenFromPaper(String taskId, String caseId, String userId, String userName) {}
