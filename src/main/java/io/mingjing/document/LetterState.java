package io.mingjing.document;

/** Where a letter stands. */
public enum LetterState {
    /** Being written or on its way through the approval chain. */
    DRAFT,
    /** The whole chain has agreed; waits for its number. */
    APPROVED,
    /** Numbered and frozen. */
    ISSUED,
    /** 作废: its number, if it had one, is never used again. */
    VOID
}
