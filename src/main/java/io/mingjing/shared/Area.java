package io.mingjing.shared;

/** An area of casework; each is a module and a folder of models. */
public enum Area {
    REVIEW,
    SUPERVISION,
    LITIGATION,
    FILING,
    DECISION
}
