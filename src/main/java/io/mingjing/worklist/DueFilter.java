package io.mingjing.worklist;

/** Narrows a list by its due dates; the counters of the home page link here. */
public enum DueFilter {
    /** 今日到期. */
    TODAY,
    /** 三日内到期: due from today to the third natural day after today. */
    SOON,
    /** 超期: the due day has passed. */
    OVERDUE,
    /** 中止中. */
    PAUSED
}
