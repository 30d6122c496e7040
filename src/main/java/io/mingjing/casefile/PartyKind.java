package io.mingjing.casefile;

/** What a party is in life. */
public enum PartyKind {
    PERSON,
    ORGANISATION,
    /** An organ of the tree; {@code organId} says which. */
    ORGAN
}
