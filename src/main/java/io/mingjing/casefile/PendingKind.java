package io.mingjing.casefile;

/** A duty that stays open after a letter was issued. */
public enum PendingKind {
    /** 未送达: a recipient has no service record yet. */
    UNSERVED,
    /** 未签收: the organ has not signed for the order. */
    UNSIGNED
}
