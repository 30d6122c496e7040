package io.mingjing.worklist;

/** What a person can be asked to add to a task of somebody else. */
public enum PartKind {
    /** 加签: a second opinion; the task goes on without it. */
    CONSULT,
    /** 会签: agreement or disagreement with a reason; the task waits for it. */
    SIGN,
    /** 传阅: to have read it. */
    READ
}
