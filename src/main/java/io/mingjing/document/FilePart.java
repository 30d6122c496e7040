package io.mingjing.document;

/** The two parts of a case file (案卷). */
public enum FilePart {
    /** 正卷: open to the parties. */
    MAIN,
    /** 副卷: approval slips, reports, discussions; never shown to parties. */
    SECONDARY
}
