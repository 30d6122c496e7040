package io.mingjing.shared.event;

/** One level of the approval chain has agreed to a letter, on line or on paper. */
public record LetterApproved(String caseId, String letterId, String type, String level, boolean paper) {}
