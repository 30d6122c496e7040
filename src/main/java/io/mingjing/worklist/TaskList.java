package io.mingjing.worklist;

/** The lists of the worklist. */
public enum TaskList {
    /** 我的待办: claimed by, or assigned to, the reader. */
    MINE,
    /** 可领取: nobody's yet, in a pool of the reader's (own or by delegation). */
    AVAILABLE,
    /** 本部门: every open task in the reader's scope, whoever has it. */
    UNIT,
    /** 已办: completed by the reader, the latest first. */
    DONE
}
