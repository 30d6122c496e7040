package io.mingjing.worklist;

/**
 * The home page's counters over the open tasks in the reader's scope; each opens its list. Exact to 999, 1000 means
 * “999+”.
 *
 * @param today 今日到期
 * @param soon 三日内到期
 * @param overdue 超期
 * @param paused 中止中
 * @param toArchive 待归档
 */
public record DueCounts(int today, int soon, int overdue, int paused, int toArchive) {

    static final DueCounts NONE = new DueCounts(0, 0, 0, 0, 0);
}
