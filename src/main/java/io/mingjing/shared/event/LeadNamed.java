package io.mingjing.shared.event;

/** A case has a new lead handler (主办人). */
public record LeadNamed(String caseId, String userId, String userName) {}
