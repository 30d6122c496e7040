package io.mingjing.worklist;

/** How a signatory stands to what is put before them. */
public enum Stand {
    AGREE,
    DISAGREE
}
