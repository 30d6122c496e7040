package io.mingjing.statistics;

/**
 * How a period adds up: what came in and what became of it by its last day, and the reviews under way.
 *
 * @param received applications received in the period
 * @param accepted of them: accepted by its last day, decided or deemed
 * @param refused of them: refused 不予受理
 * @param givenUp of them: deemed given up 视为放弃
 * @param told of them: told before acceptance, or withdrawn before it 告知、撤回
 * @param pending of them: neither accepted nor ended yet 审查中
 * @param carried reviews accepted before the period and not closed before it 上期结转
 * @param taken reviews accepted in the period 本期新收
 * @param closed reviews closed in the period 本期办结
 * @param open reviews accepted by its last day and not closed by then 期末未结
 * @param enquiries enquiries at the desk in the period
 */
public record Balance(
        int received,
        int accepted,
        int refused,
        int givenUp,
        int told,
        int pending,
        int carried,
        int taken,
        int closed,
        int open,
        int enquiries) {

    /** 收到 = 受理 + 不予受理 + 视为放弃 + 告知/撤回 + 审查中. */
    public boolean receiptsBalance() {
        return received == accepted + refused + givenUp + told + pending;
    }

    /** 上期结转 + 本期新收 = 本期办结 + 期末未结. */
    public boolean reviewsBalance() {
        return carried + taken == closed + open;
    }

    public boolean balanced() {
        return receiptsBalance() && reviewsBalance();
    }
}
