package io.mingjing.document;

/**
 * Somebody a letter is addressed to.
 *
 * @param partyId id of the party of the case; also the id of the recipient within its letter
 * @param name as printed on the letter
 * @param role role of the party, such as {@code APPLICANT}
 */
public record Recipient(String partyId, String name, String role) {}
